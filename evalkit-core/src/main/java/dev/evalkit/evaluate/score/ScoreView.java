package dev.evalkit.evaluate.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a score table, in the table's order or any other; what statistics are computed over.
 *
 * <p>What several statistics need (e.g. count cells) is computed once and remembered here. A view is used by one thread.
 */
public final class ScoreView {
    private final ScoreTable table;
    private final int @Nullable [] rows;
    private final Map<Object, Object> remembered = new HashMap<>();
    private List<Statistic> asked = List.of();

    ScoreView(ScoreTable table, int @Nullable [] rows) {
        this.table = table;
        this.rows = rows;
    }

    /** The table that the rows belong to. */
    public ScoreTable table() {
        return table;
    }

    /** How many rows there are. */
    public int size() {
        return rows == null ? table.size() : rows.length;
    }

    /** The row of the table that stands at a position of this view. */
    public int row(int position) {
        return rows == null ? position : rows[position];
    }

    /** A column of numbers at the positions of this view. */
    double[] numbers(String column) {
        NumberColumn numbers = table.numbers(column);
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(row(i));
        }
        return values;
    }

    /** The numbers of a column that are not missing; the array may be the column's own, so nobody may change it. */
    double[] present(String column) {
        return remember(new PresentKey(column), () -> {
            double[] values = rows == null ? table.numbers(column).all() : numbers(column);
            int count = 0;
            for (double value : values) {
                count += Double.isNaN(value) ? 0 : 1;
            }
            return count == values.length
                    ? values
                    : Positions.pick(values, Positions.where(values.length, i -> !Double.isNaN(values[i])));
        });
    }

    private record PresentKey(String column) {}

    /** The positions at which none of these columns lacks a number; columns of texts lack nothing. */
    int[] having(List<String> columns) {
        List<NumberColumn> numbers = new ArrayList<>();
        for (ScoreColumn column : table.columns()) {
            if (column.kind() == ScoreColumn.Kind.NUMBER && columns.contains(column.name())) {
                numbers.add(table.numbers(column.name()));
            }
        }
        return Positions.where(size(), i -> numbers.stream().noneMatch(column -> Double.isNaN(column.get(row(i)))));
    }

    /** The rows at these positions alone; this view itself where they are all of them. */
    ScoreView only(int[] positions) {
        if (positions.length == size()) {
            return this;
        }
        int[] chosen = new int[positions.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = row(positions[i]);
        }
        return new ScoreView(table, chosen);
    }

    /** The statistics that will be asked of this view: what they share is then computed for all of them at once. */
    List<Statistic> asked() {
        return asked;
    }

    /** Tells what will be asked of this view; returns it. */
    public ScoreView asking(List<Statistic> statistics) {
        asked = List.copyOf(statistics);
        return this;
    }

    /** What was computed under that key, or is now; a key holds values of one type only. */
    @SuppressWarnings("unchecked") // the key is a record of the caller that stands for this type
    <T> T remember(Object key, Supplier<T> computation) {
        Object known = remembered.get(key);
        if (known == null) {
            known = computation.get();
            remembered.put(key, known);
        }
        return (T) known;
    }
}
