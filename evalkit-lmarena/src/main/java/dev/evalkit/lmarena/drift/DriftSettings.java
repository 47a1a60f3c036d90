package dev.evalkit.lmarena.drift;

/**
 * From where on something counts.
 *
 * @param minimumEffect the smallest change of a rating that counts, in points, 0 or more
 * @param alpha the chance of any false finding among all rows, in (0, 1)
 * @param mostGone the largest share of a category's models that may be gone, in [0, 1]
 * @param mostShift a common shift of all ratings of a category that is this large or larger is a change of regime, in points, above 0
 */
public record DriftSettings(double minimumEffect, double alpha, double mostGone, double mostShift) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left
     */
    public DriftSettings {
        if (!(minimumEffect >= 0 && minimumEffect < Double.POSITIVE_INFINITY)
                || !(alpha > 0 && alpha < 1)
                || !(mostGone >= 0 && mostGone <= 1)
                || !(mostShift > 0)) {
            throw new IllegalArgumentException(
                    "The minimum effect must be 0 or more, alpha in (0, 1), the share gone in [0, 1] and the shift above 0: "
                            + minimumEffect + ", " + alpha + ", " + mostGone + ", " + mostShift);
        }
    }

    /** 5 points, 5 %, a tenth of the models, 5 points. */
    public static DriftSettings withDefaults() {
        return new DriftSettings(5, 0.05, 0.1, 5);
    }

    /** With another minimum effect. */
    public DriftSettings withMinimumEffect(double points) {
        return new DriftSettings(points, alpha, mostGone, mostShift);
    }
}
