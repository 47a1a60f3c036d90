package dev.evalkit.stats;

/**
 * What paired 0/1 scores say about a difference: how many pairs got worse and how many better. Effective counts of clustered samples
 * are fractional.
 *
 * @param worse pairs that were right before and are wrong now (b), 0 or more
 * @param better pairs that were wrong before and are right now (c), 0 or more
 * @param pairs all pairs (n), more than 0 and at least worse + better
 */
public record PairedCounts(double worse, double better, double pairs) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or not finite, there is no pair, or more pairs changed than there are
     */
    public PairedCounts {
        // Dividing by a design effect rounds each count by itself: b + c may exceed n by a unit in the last place.
        if (!(worse >= 0
                && better >= 0
                && pairs > 0
                && worse + better <= pairs * (1 + 1e-12)
                && pairs < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Paired counts need worse >= 0, better >= 0 and pairs >= worse + better > 0: worse = " + worse
                            + ", better = " + better + ", pairs = " + pairs);
        }
    }

    /**
     * Counts pairs of 0/1 scores.
     *
     * @param previous the earlier scores, each 0 or 1
     * @param current the later scores of the same samples, in the same order
     * @throws IllegalArgumentException if the lengths differ, there is no pair, or a score is neither 0 nor 1
     */
    public static PairedCounts of(double[] previous, double[] current) {
        PairedScores.checkPairs(previous, current);
        long worse = 0;
        long better = 0;
        for (int i = 0; i < previous.length; i++) {
            double p = checkBinary(previous[i], i);
            double c = checkBinary(current[i], i);
            worse += p > c ? 1 : 0;
            better += p < c ? 1 : 0;
        }
        return new PairedCounts(worse, better, previous.length);
    }

    private static double checkBinary(double score, int index) {
        if (score != 0 && score != 1) {
            throw new IllegalArgumentException("Score " + index + " (from 0) must be 0 or 1: " + score);
        }
        return score;
    }

    /** The observed difference of the two proportions, (better − worse)/pairs, in [−1, 1]. */
    public double difference() {
        return (better - worse) / pairs;
    }

    /** How much is discordant: ψ = (b + c + 1)/(n + 2), in (0, 1). Never 0, so that planning from it stays cautious. */
    public double discordance() {
        return (worse + better + 1) / (pairs + 2);
    }

    /**
     * Effective counts of clustered samples: (b, c, n)/deff.
     *
     * @param designEffect 1 or more, finite
     */
    public PairedCounts dividedBy(double designEffect) {
        if (!(designEffect >= 1 && designEffect < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A design effect must be 1 or more, and finite: " + designEffect);
        }
        return new PairedCounts(worse / designEffect, better / designEffect, pairs / designEffect);
    }

    /** The same comparison with the two sides in each other's place. */
    public PairedCounts swapped() {
        return new PairedCounts(better, worse, pairs);
    }
}
