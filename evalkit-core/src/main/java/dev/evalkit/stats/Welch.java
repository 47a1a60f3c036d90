package dev.evalkit.stats;

import java.util.List;

/** Two means of unpaired samples whose variances may differ (Welch 1947, Biometrika 34, 28; degrees of freedom after Satterthwaite 1946). */
public final class Welch {
    private Welch() {}

    /**
     * The difference of the means, current − previous; its tails are Welch's t test, at 0 or at a margin.
     *
     * @param previous moments of the earlier values, larger is better
     * @param current moments of the later values
     * @return without a standard error, and with a warning, where a side has a single value
     * @throws IllegalArgumentException if a side has no values
     */
    public static DifferenceEstimate difference(Moments previous, Moments current) {
        long fewest = Math.min(previous.n(), current.n());
        if (fewest == 0) {
            throw new IllegalArgumentException(
                    "Two means need values on both sides: " + previous.n() + " and " + current.n());
        }
        double difference = current.mean() - previous.mean();
        if (fewest == 1) {
            return without(
                    difference, Double.POSITIVE_INFINITY, "2 values or more are needed on either side; there is 1");
        }
        double before = previous.variance() / previous.n();
        double after = current.variance() / current.n();
        double variance = before + after;
        if (variance == 0) {
            return without(difference, 0, "All values of either side are equal, so that the interval has no width");
        }
        // In shares of the variance nothing overflows or underflows.
        double shareBefore = before / variance;
        double shareAfter = after / variance;
        double degreesOfFreedom =
                1 / (shareBefore * shareBefore / (previous.n() - 1) + shareAfter * shareAfter / (current.n() - 1));
        return new DifferenceEstimate(difference, Math.sqrt(variance), degreesOfFreedom, "welch", List.of());
    }

    private static DifferenceEstimate without(double difference, double standardError, String warning) {
        return new DifferenceEstimate(difference, standardError, Double.POSITIVE_INFINITY, "welch", List.of(warning));
    }
}
