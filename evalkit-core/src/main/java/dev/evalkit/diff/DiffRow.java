package dev.evalkit.diff;

import dev.evalkit.diff.inference.Flips;
import dev.evalkit.model.Direction;
import dev.evalkit.result.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a diff says of one item.
 *
 * @param id the item: its metric as both sides name it, or else by the indicator's id; its model only where a side holds several
 * @param gating whether the row counts for the gate, or is for display
 * @param unit the unit of the values; empty where nothing names one
 * @param direction which way is better, or null where nothing says so
 * @param previous what the previous side observed, or null where it has no such item
 * @param current what the current side observed, or null where it has no such item
 * @param change how the value changed, or null where a side has none or the units differ
 * @param test the statistics that the verdict rests on, or null where there are none
 * @param verdict what that means
 * @param reasons why, the decisive one first
 * @param flips which samples changed, or null where samples are not paired
 */
public record DiffRow(
        ItemId id,
        boolean gating,
        String unit,
        @Nullable Direction direction,
        @Nullable Observation previous,
        @Nullable Observation current,
        @Nullable Change change,
        @Nullable TestResult test,
        Verdict verdict,
        List<Reason> reasons,
        @Nullable Flips flips) {
    public DiffRow {
        reasons = List.copyOf(reasons);
    }

    DiffRow with(TestResult other) {
        return new DiffRow(id, gating, unit, direction, previous, current, change, other, verdict, reasons, flips);
    }

    /** Whether a reason of that kind stands behind the verdict. */
    public boolean says(Reason.Code code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }
}
