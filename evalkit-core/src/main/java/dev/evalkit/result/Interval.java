package dev.evalkit.result;

import org.jspecify.annotations.Nullable;

/**
 * The {@code ci} of a result item, in the item's unit.
 *
 * @param low the lower end, null where it is unbounded
 * @param high the upper end, null where it is unbounded
 */
public record Interval(@Nullable Double low, @Nullable Double high) {

    /**
     * Checks that the ends are finite and ordered.
     *
     * @throws IllegalArgumentException otherwise
     */
    public Interval {
        if ((low != null && !Double.isFinite(low)) || (high != null && !Double.isFinite(high))) {
            throw new IllegalArgumentException(
                    "An interval's ends are finite numbers or null: [" + low + ", " + high + "]");
        }
        if (low != null && high != null && low > high) {
            throw new IllegalArgumentException("An interval's ends are ordered: [" + low + ", " + high + "]");
        }
    }

    /** An interval from numbers, an infinite end being an unbounded one. */
    public static Interval of(double low, double high) {
        return new Interval(Double.isInfinite(low) ? null : low, Double.isInfinite(high) ? null : high);
    }

    /** Whether a value lies between the ends, both included. */
    public boolean contains(double value) {
        return (low == null || low <= value) && (high == null || value <= high);
    }
}
