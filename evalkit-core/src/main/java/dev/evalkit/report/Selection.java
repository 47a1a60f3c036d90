package dev.evalkit.report;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows that are shown where not all can be: those whose values changed most, then those that lack a change.
 *
 * @param rows the rows in the order in which they are shown
 * @param omitted how many others there are
 */
record Selection(List<DiffRow> rows, int omitted) {
    Selection {
        rows = List.copyOf(rows);
    }

    /** At most so many rows with a change, and as many without one. */
    static Selection of(DiffResult diff, int most, Predicate<DiffRow> which) {
        List<DiffRow> rows = new ArrayList<>(diff.top(most, which));
        diff.rows().stream()
                .filter(which.and(row -> row.change() == null))
                .limit(most)
                .forEach(rows::add);
        int all = (int) diff.rows().stream().filter(which).count();
        return new Selection(rows, all - rows.size());
    }
}
