package dev.evalkit.diff;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that changed between two sets of results. Immutable and thread-safe.
 *
 * @param previous where the previous side comes from
 * @param current where the current side comes from
 * @param rows a row for each item of either side: in the order of the current side, then what is missing from it
 */
public record DiffResult(Origin previous, Origin current, List<DiffRow> rows) {

    private static final Comparator<Change> BY_SIZE = Comparator.comparingDouble(Change::thresholds)
            .thenComparingDouble(change -> change.deltaPercent() == null ? 0 : Math.abs(change.deltaPercent()))
            .thenComparingDouble(change -> Math.abs(change.delta()))
            .reversed();

    public DiffResult {
        rows = copyOf(rows);
    }

    /** The rows that count for the gate. */
    public List<DiffRow> gating() {
        return select(DiffRow::gating);
    }

    /** An unmodifiable list of these rows; those of a diff are not copied, as it makes most of them when they are asked for. */
    public static List<DiffRow> copyOf(List<DiffRow> rows) {
        return Rows.copyOf(rows);
    }

    /**
     * The rows for which a predicate holds, in order.
     *
     * @param which looks at whether a row gates and at its verdict; at reasons only where that is inconclusive. Of rows that are known to be alike in this it is asked
     *     about one
     */
    public List<DiffRow> select(Predicate<DiffRow> which) {
        return Rows.select(rows, which);
    }

    /** How many of the rows have each verdict; every verdict is there. */
    public Map<Verdict, Integer> counts(Predicate<DiffRow> which) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        rows.stream().filter(which).forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return counts;
    }

    /**
     * The rows whose values changed most, by the size of the change relative to its threshold. Where thresholds are 0 any change comes first, the
     * larger share of the previous value before the smaller; equals stay in their order, unchanged ones last. Rows that lack one of the values are left out.
     */
    public List<DiffRow> top(int count, Predicate<DiffRow> which) {
        return rows.stream()
                .filter(which)
                .flatMap(Sized::of)
                .sorted(Comparator.comparing(Sized::change, BY_SIZE))
                .limit(count)
                .map(Sized::row)
                .toList();
    }

    private record Sized(DiffRow row, Change change) {
        static Stream<Sized> of(DiffRow row) {
            Change change = row.change();
            return change == null ? Stream.empty() : Stream.of(new Sized(row, change));
        }
    }
}
