package dev.evalkit.report;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows that are shown where not all can be: those that changed most, then those that cannot be compared.
 *
 * @param rows the rows in the order in which they are shown
 * @param omitted how many others there are
 */
record Selection(List<DiffRow> rows, int omitted) {
    Selection {
        rows = List.copyOf(rows);
    }

    /** At most so many rows that can be compared, and as many that cannot. */
    static Selection of(DiffResult diff, int most, Predicate<DiffRow> which) {
        Predicate<DiffRow> incomparable = row -> row.verdict() == Verdict.INCOMPARABLE;
        List<DiffRow> others = new ArrayList<>(diff.top(most, which.and(incomparable)));
        diff.rows().stream()
                .filter(which.and(row -> row.change() == null))
                .limit(most - others.size())
                .forEach(others::add);
        List<DiffRow> rows = new ArrayList<>(diff.top(most, which.and(incomparable.negate())));
        rows.addAll(others);
        int all = (int) diff.rows().stream().filter(which).count();
        return new Selection(rows, all - rows.size());
    }
}
