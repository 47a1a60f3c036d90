package dev.evalkit.stats;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Two scores of every sample, summarised: what paired t and z methods need, and what pairing gains.
 *
 * @param previous moments of the earlier scores
 * @param current moments of the later scores
 * @param differences moments of current − previous, sample by sample
 * @param codeviations Σ (previous − mean)(current − mean)
 */
public record PairedScores(Moments previous, Moments current, Moments differences, double codeviations) {
    /**
     * Summarises pairs.
     *
     * @param previous the earlier scores, larger is better (negate where smaller is); finite
     * @param current the later scores of the same samples, in the same order
     * @throws IllegalArgumentException if the lengths differ or there is no pair
     */
    public static PairedScores of(double[] previous, double[] current) {
        Moments before = Moments.of(previous);
        Moments after = Moments.of(current);
        double[] differences = differences(previous, current);
        double codeviations = 0;
        for (int i = 0; i < previous.length; i++) {
            codeviations += (previous[i] - before.mean()) * (current[i] - after.mean());
        }
        return new PairedScores(before, after, Moments.of(differences), codeviations);
    }

    /**
     * The differences current − previous, sample by sample.
     *
     * @throws IllegalArgumentException if the lengths differ or there is no pair
     */
    public static double[] differences(double[] previous, double[] current) {
        checkPairs(previous, current);
        double[] differences = new double[previous.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = current[i] - previous[i];
        }
        return differences;
    }

    /** Student's t of the differences, with n − 1 degrees of freedom: the method for scores. No standard error for a single pair. */
    public DifferenceEstimate t() {
        return estimate(differences.n() - 1.0, "paired_t");
    }

    /** The same standard error with the normal distribution: what many tools report; too narrow where pairs are few. */
    public DifferenceEstimate z() {
        return estimate(Double.POSITIVE_INFINITY, "paired_z");
    }

    private DifferenceEstimate estimate(double degreesOfFreedom, String method) {
        if (differences.n() < 2) {
            List<String> warnings =
                    List.of("2 pairs or more are needed for an interval of a mean difference; there is 1");
            return new DifferenceEstimate(
                    differences.mean(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, method, warnings);
        }
        double error = differences.standardError();
        List<String> warnings = error > 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "All %d differences are equal, so that the interval has no width",
                        differences.n()));
        return new DifferenceEstimate(differences.mean(), error, degreesOfFreedom, method, warnings);
    }

    /** Pearson's correlation of the two scores, in [−1, 1]; empty where a side does not vary. */
    public OptionalDouble pearson() {
        double scale = Math.sqrt(previous.squaredDeviations()) * Math.sqrt(current.squaredDeviations());
        return scale > 0 ? OptionalDouble.of(Math.max(-1, Math.min(1, codeviations / scale))) : OptionalDouble.empty();
    }

    /**
     * The standard error that the same scores would give without pairing, √(s²/n + s²/n); beside the paired one it shows what pairing
     * gains.
     *
     * @throws IllegalStateException if there are fewer than 2 pairs
     */
    public double standardErrorIfUnpaired() {
        return Math.hypot(previous.standardError(), current.standardError());
    }

    static void checkPairs(double[] previous, double[] current) {
        if (previous.length != current.length || previous.length == 0) {
            throw new IllegalArgumentException(
                    "Pairs need two lists of one length, 1 or more: " + previous.length + " and " + current.length);
        }
    }
}
