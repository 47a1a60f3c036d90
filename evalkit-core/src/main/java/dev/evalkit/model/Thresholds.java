package dev.evalkit.model;

import org.jspecify.annotations.Nullable;

/**
 * How much change matters for an indicator, in the indicator's unit; every part may be absent.
 *
 * @param margin the drop that is tolerated (M ≥ 0); where absent the threshold serves
 * @param absolute the size from which a change is flagged (≥ 0)
 * @param relative the same as a share of the previous value's magnitude (≥ 0); {@code absolute} wins over it
 * @param minimum a value below this is a regression whatever it was before
 * @param maximum a value above this is a regression whatever it was before
 */
public record Thresholds(
        @Nullable Double margin,
        @Nullable Double absolute,
        @Nullable Double relative,
        @Nullable Double minimum,
        @Nullable Double maximum) {

    /** No threshold at all. */
    public static final Thresholds NONE = new Thresholds(null, null, null, null, null);

    /**
     * Checks the signs.
     *
     * @throws IllegalArgumentException if a size is negative, a number is not finite, or the minimum exceeds the maximum
     */
    public Thresholds {
        requireSize("margin", margin);
        requireSize("absolute", absolute);
        requireSize("relative", relative);
        requireFinite("minimum", minimum);
        requireFinite("maximum", maximum);
        if (minimum != null && maximum != null && minimum > maximum) {
            throw new IllegalArgumentException("minimum " + minimum + " exceeds maximum " + maximum);
        }
    }

    /** An absolute threshold alone. */
    public static Thresholds absolute(double absolute) {
        return new Thresholds(null, absolute, null, null, null);
    }

    private static void requireSize(String name, @Nullable Double value) {
        requireFinite(name, value);
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more: " + value);
        }
    }

    private static void requireFinite(String name, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number: " + value);
        }
    }
}
