package dev.evalkit.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The two one-sided p-values of a test whether a difference d = current − previous (larger is better) equals a hypothesised one.
 *
 * @param worse the probability, under the hypothesis, of data at least as far on the side of "worse" as those seen; in [0, 1]
 * @param better the same for the side of "better"; the two add up to 1, or more where the data are discrete
 */
public record Tails(double worse, double better) {
    /** Of data that say nothing. */
    public static final Tails NO_EVIDENCE = new Tails(1, 1);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Checks the probabilities.
     *
     * @throws IllegalArgumentException if one is not in [0, 1]
     */
    public Tails {
        if (!(worse >= 0 && worse <= 1 && better >= 0 && better <= 1)) {
            throw new IllegalArgumentException("Tail probabilities must be in [0, 1]: " + worse + ", " + better);
        }
    }

    /** Of a statistic that is standard normal under the hypothesis, and the smaller the worse. */
    public static Tails ofNormal(double z) {
        return new Tails(NORMAL.cumulativeProbability(z), NORMAL.survivalProbability(z));
    }

    /**
     * Of a statistic that follows Student's t under the hypothesis, and the smaller the worse.
     *
     * @param degreesOfFreedom more than 0, may be fractional; infinite for the normal distribution
     */
    public static Tails ofStudent(double t, double degreesOfFreedom) {
        if (Double.isInfinite(degreesOfFreedom)) {
            return ofNormal(t);
        }
        TDistribution student = TDistribution.of(degreesOfFreedom);
        return new Tails(student.cumulativeProbability(t), student.survivalProbability(t));
    }

    /** The p-value that verdicts use: twice the tail of "worse", at most 1, so that p ≤ α agrees with a two-sided interval. */
    public double doubledWorse() {
        return Math.min(1, 2 * worse);
    }

    /** The textbook's two-sided p-value: twice the smaller tail, at most 1. */
    public double twoSided() {
        return Math.min(1, 2 * Math.min(worse, better));
    }

    /** The tails of the same comparison with the two sides in each other's place. */
    public Tails swapped() {
        return new Tails(better, worse);
    }
}
