package dev.evalkit.diff;

import org.jspecify.annotations.Nullable;

/**
 * How an item's value changed, and how much change matters.
 *
 * @param delta current − previous, in the item's unit, not turned by the item's direction
 * @param deltaPercent the same in percent of the previous value's magnitude, or null where that is 0 or too small to divide by
 * @param threshold the size T ≥ 0 from which a change is flagged
 * @param margin the drop M ≥ 0 that is tolerated
 * @param overThreshold whether |delta| reaches the threshold and is more than 0: a plain flag that knows nothing of chance
 */
public record Change(
        double delta, @Nullable Double deltaPercent, double threshold, double margin, boolean overThreshold) {

    /** Decimal fractions that are equal on paper differ by this share in binary: 0.30 − 0.28 reaches 0.02. */
    private static final double ROUNDING = 1e-9;

    static Change between(double previous, double current, Tolerance tolerance) {
        double delta = finite(current - previous);
        double percent = 100 * (delta / Math.abs(previous));
        double threshold = finite(tolerance.threshold());
        return new Change(
                delta,
                Double.isFinite(percent) ? percent : null,
                threshold,
                finite(tolerance.margin()),
                delta != 0 && Math.abs(delta) >= threshold * (1 - ROUNDING));
    }

    /** Values at the far ends of what a double holds differ by more than it holds. */
    private static double finite(double number) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number));
    }

    /** The size of the change in thresholds; infinite where any change exceeds a threshold of 0, and 0 where nothing changed. */
    public double thresholds() {
        return delta == 0 ? 0 : Math.abs(delta) / threshold;
    }
}
