package dev.evalkit.report;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rows that are shown where not all can be: those that fail the build before others, and those that changed most before those that changed less.
 *
 * @param groups the rows by what is said of them, both in the order in which they are shown
 * @param omitted how many others there are
 */
public record Selection(Map<RowGroup, List<DiffRow>> groups, int omitted) {

    /** At most so many of these rows. */
    public static Selection of(Outcome outcome, int most, Predicate<DiffRow> which) {
        List<DiffRow> chosen = ranked(outcome, most, which.and(outcome::fails));
        Predicate<DiffRow> fails = outcome::fails;
        chosen.addAll(ranked(outcome, most - chosen.size(), which.and(fails.negate())));
        Map<RowGroup, List<DiffRow>> groups = new EnumMap<>(RowGroup.class);
        chosen.forEach(row -> groups.computeIfAbsent(RowGroup.of(row), group -> new ArrayList<>())
                .add(row));
        int all = (int) outcome.diff().rows().stream().filter(which).count();
        return new Selection(groups, all - chosen.size());
    }

    /** Those whose values changed most, by their thresholds, then those of which that cannot be said. */
    private static List<DiffRow> ranked(Outcome outcome, int most, Predicate<DiffRow> which) {
        List<DiffRow> ranked = new ArrayList<>(outcome.diff().top(most, which));
        outcome.diff().rows().stream()
                .filter(row -> row.change() == null)
                .filter(which)
                .limit(most - ranked.size())
                .forEach(ranked::add);
        return ranked;
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** All rows that are shown, in the order in which they are. */
    public List<DiffRow> rows() {
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
