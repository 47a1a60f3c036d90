package dev.evalkit.stats;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Fisher's exact test of two unpaired rates (Fisher 1935, The Logic of Inductive Inference), given how many succeeded in all. */
public final class FisherExact {
    private FisherExact() {}

    /**
     * The tails of H0: the two rates are equal.
     *
     * @param counts whole counts, below 2³¹ in all
     * @throws IllegalArgumentException if a count is not whole, or they are too many
     */
    public static Tails tails(UnpairedCounts counts) {
        int previous = whole(counts.previous());
        int current = whole(counts.current());
        int previousTrials = whole(counts.previousTrials());
        int currentTrials = whole(counts.currentTrials());
        int all = whole(counts.previousTrials() + counts.currentTrials());
        int successes = previous + current;
        if (successes == 0 || successes == all) {
            return Tails.NO_EVIDENCE;
        }
        // Asking for the lower tail of either side keeps small tails exact, and swaps them with the sides.
        return new Tails(
                atMost(current, currentTrials, successes, all), atMost(previous, previousTrials, successes, all));
    }

    private static double atMost(int x, int trials, int successes, int all) {
        return Math.min(1, HypergeometricDistribution.of(all, successes, trials).cumulativeProbability(x));
    }

    private static int whole(double count) {
        if (count != Math.rint(count) || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Fisher's test needs whole counts below 2^31 in all: " + count);
        }
        return (int) count;
    }
}
