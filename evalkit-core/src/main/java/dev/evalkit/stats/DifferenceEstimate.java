package dev.evalkit.stats;

import java.util.List;

/**
 * A difference d = current − previous with a standard error: all that t and z methods need.
 *
 * @param difference d, larger is better; finite
 * @param standardError its standard error, 0 or more; infinite where the data give none
 * @param degreesOfFreedom of the standard error, more than 0 where it is finite; infinite for z methods
 * @param method the method by name, e.g. {@code paired_t}; what stands as the interval's method
 * @param warnings what a reader should know before relying on it, in full sentences
 */
public record DifferenceEstimate(
        double difference, double standardError, double degreesOfFreedom, String method, List<String> warnings) {
    /** Differences that agree to this, relatively, are the same: what is further down is rounding. */
    private static final double SAME = 1e-9;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the difference is not finite, the standard error negative or NaN, or the degrees of freedom
     *     not positive while the standard error is finite
     */
    public DifferenceEstimate {
        boolean known = standardError < Double.POSITIVE_INFINITY;
        if (!Double.isFinite(difference) || !(standardError >= 0) || (known && !(degreesOfFreedom > 0))) {
            throw new IllegalArgumentException(
                    "A difference needs a finite value, a standard error >= 0 and degrees of freedom > 0: " + difference
                            + ", " + standardError + ", " + degreesOfFreedom);
        }
        warnings = List.copyOf(warnings);
    }

    /**
     * A mean difference of clustered samples: CR1 with t(G − 1) (Cameron and Miller 2015).
     *
     * @param differences current − previous of each sample, in their clusters
     */
    public static DifferenceEstimate clustered(ClusteredMean differences) {
        return new DifferenceEstimate(
                differences.mean(), differences.cr1(), differences.clusters() - 1.0, "cr1_t", differences.warnings());
    }

    /**
     * The statistic (d − δ)/SE: 0 where d is δ but for rounding, infinite where it is not and the standard error is 0.
     *
     * @param hypothesis δ, finite
     */
    public double statistic(double hypothesis) {
        if (!Double.isFinite(hypothesis)) {
            throw new IllegalArgumentException("A hypothesised difference must be finite: " + hypothesis);
        }
        double distance = difference - hypothesis;
        if (Math.abs(distance) <= SAME * Math.max(Math.abs(difference), Math.abs(hypothesis))) {
            return 0;
        }
        return distance / standardError;
    }

    /** The tails of H0: d = δ; at δ = −M the tail of "worse" judges a margin M. */
    public Tails tails(double hypothesis) {
        double t = statistic(hypothesis);
        return Double.isInfinite(standardError) ? new Tails(0.5, 0.5) : Tails.ofStudent(t, degreesOfFreedom);
    }

    /**
     * The interval d ± t·SE; unbounded where there is no standard error.
     *
     * @param level the confidence level, in (0, 1)
     */
    public ConfidenceInterval interval(double level) {
        CriticalValue.checkLevel(level);
        double half = Double.POSITIVE_INFINITY;
        if (standardError < half) {
            half = standardError
                    * (Double.isInfinite(degreesOfFreedom)
                            ? CriticalValue.normal(level)
                            : CriticalValue.student(level, degreesOfFreedom));
        }
        return new ConfidenceInterval(difference - half, difference + half, level, method, warnings);
    }
}
