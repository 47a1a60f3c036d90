package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.NumberColumn;
import dev.evalkit.evaluate.score.PassK;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.evaluate.score.TagColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Which rows of a table an item is about: those of its slice that its statistic looks at. */
final class RowFilter {
    private final ScoreTable table;
    private final List<IntPredicate> conditions = new ArrayList<>();

    /** @param slice values by slice column, all of which the table has */
    RowFilter(ScoreTable table, Statistic statistic, Map<String, String> slice) {
        this.table = table;
        slice.forEach((column, value) -> conditions.add(inSlice(table.slice(column), value)));
        if (!(statistic instanceof Ratio || statistic instanceof PassK)) {
            table.columns().stream()
                    .filter(column -> column.kind() == ScoreColumn.Kind.NUMBER
                            && statistic.columns().contains(column.name()))
                    .map(column -> table.numbers(column.name()))
                    .forEach(column -> conditions.add(has(column)));
        }
    }

    private static IntPredicate has(NumberColumn column) {
        return row -> !Double.isNaN(column.get(row));
    }

    private static IntPredicate inSlice(TagColumn column, String value) {
        int code = column.texts().indexOf(value);
        return row -> {
            for (int index = 0; index < column.count(row); index++) {
                if (column.code(row, index) == code) {
                    return true;
                }
            }
            return false;
        };
    }

    boolean passes(int row) {
        for (IntPredicate condition : conditions) {
            if (!condition.test(row)) {
                return false;
            }
        }
        return true;
    }

    int count() {
        int count = 0;
        for (int row = 0; row < table.size(); row++) {
            count += passes(row) ? 1 : 0;
        }
        return count;
    }

    int[] rows() {
        int[] rows = new int[table.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (passes(row)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
