package dev.evalkit.stats;

import java.util.List;

/**
 * A two-sided confidence interval.
 *
 * @param low the lower end, {@link Double#NEGATIVE_INFINITY} where the data bound nothing from below
 * @param high the upper end, {@link Double#POSITIVE_INFINITY} where the data bound nothing from above
 * @param level the confidence level in (0, 1), e.g. 0.95
 * @param method the method by name, e.g. {@code wilson}; what stands as {@code ci_method} in a result
 * @param warnings what a reader should know before relying on it, in full sentences
 */
public record ConfidenceInterval(double low, double high, double level, String method, List<String> warnings) {

    /**
     * Checks the ends and the level.
     *
     * @throws IllegalArgumentException if an end is NaN, the ends are the wrong way round or the level is not in (0, 1)
     */
    public ConfidenceInterval {
        if (Double.isNaN(low) || Double.isNaN(high) || low > high) {
            throw new IllegalArgumentException("Interval ends must be ordered numbers: [" + low + ", " + high + "]");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Confidence level must be in (0, 1): " + level);
        }
        warnings = List.copyOf(warnings);
    }

    /** An interval without warnings. */
    public static ConfidenceInterval of(double low, double high, double level, String method) {
        return new ConfidenceInterval(low, high, level, method, List.of());
    }

    /** Whether both ends are finite. */
    public boolean isBounded() {
        return !Double.isInfinite(low) && !Double.isInfinite(high);
    }

    /**
     * This interval, widened to the value where that is outside: of few values an order statistic can be beyond an interpolated quantile, as with the
     * p99 of two.
     */
    public ConfidenceInterval around(double value) {
        return new ConfidenceInterval(Math.min(low, value), Math.max(high, value), level, method, warnings);
    }

    /** This interval with its ends clipped to what the quantity allows, e.g. [0, 1] for a proportion. */
    public ConfidenceInterval clippedTo(double minimum, double maximum) {
        return new ConfidenceInterval(
                Math.min(Math.max(low, minimum), maximum),
                Math.min(Math.max(high, minimum), maximum),
                level,
                method,
                warnings);
    }
}
