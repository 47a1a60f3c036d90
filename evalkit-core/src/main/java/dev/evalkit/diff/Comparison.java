package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Two observations of one item that may be compared, and by what measure.
 *
 * @param previous what was
 * @param current what is
 * @param direction which way is better, or null where nothing says so
 * @param change the change and how much of it matters
 */
record Comparison(
        Observation previous, Observation current, @Nullable Direction direction, Change change) {
    private static final double ROUNDING = 1e-9;

    /** What counts as no difference at all. */
    double epsilon() {
        return epsilon(previous.value());
    }

    /** The same for a previous value. */
    static double epsilon(double previous) {
        return ROUNDING * Math.max(1, Math.abs(previous));
    }
}
