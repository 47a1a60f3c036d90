package dev.evalkit.diff.gate;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import java.util.List;

/**
 * What the gate says of a diff.
 *
 * @param diff the diff
 * @param policy what was let pass
 * @param failing the rows that fail the build, each with its reasons
 * @param warned the rows that do not, and should be looked at nevertheless
 */
public record Outcome(DiffResult diff, Policy policy, List<DiffRow> failing, List<DiffRow> warned) {
    public Outcome {
        failing = List.copyOf(failing);
        warned = List.copyOf(warned);
    }

    static Outcome of(DiffResult diff, Policy policy) {
        return new Outcome(
                diff, policy, rows(diff, policy, Policy.Weight.FAIL), rows(diff, policy, Policy.Weight.WARN));
    }

    private static List<DiffRow> rows(DiffResult diff, Policy policy, Policy.Weight weight) {
        return diff.rows().stream().filter(row -> policy.weigh(row) == weight).toList();
    }

    /** Whether the build may go on. A diff in which nothing gates has shown nothing, and does not pass. */
    public boolean passed() {
        return failing.isEmpty() && measured();
    }

    /** Whether the row is one of those that fail the build. */
    public boolean fails(DiffRow row) {
        return policy.weigh(row) == Policy.Weight.FAIL;
    }

    /** Whether any row gates at all. */
    public boolean measured() {
        return diff.rows().stream().anyMatch(DiffRow::gating);
    }
}
