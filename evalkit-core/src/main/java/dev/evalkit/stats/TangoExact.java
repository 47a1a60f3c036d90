package dev.evalkit.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Tails of the score statistic of {@link Tango} without the normal approximation: its distribution is summed over all outcomes, with the nuisance
 * probability where the hypothesis and the data put it (the estimated p-value of Lloyd and Moldovan 2008, Statistics in Medicine 27, 3540).
 *
 * <p>Where few pairs are discordant the normal tail is too small: of 100 pairs with 5 % discordant and a true drop of exactly M = 0.02 it rejects
 * 3.5 % at a nominal 2.5 %, this one 1.8 %. Where hundreds are discordant the two agree.
 */
public final class TangoExact {
    /** Outcomes less likely than this are left out. */
    private static final double NEGLIGIBLE = 1e-15;

    /** Scores that agree to this are ties. */
    private static final double TIE = 1e-9;

    private TangoExact() {}

    /**
     * The tails of H0: d = δ.
     *
     * @param counts whole counts, below 2³¹
     * @param hypothesis δ; from −1 downwards nothing can be worse than it, from 1 upwards nothing better
     */
    public static Tails tails(PairedCounts counts, double hypothesis) {
        int n = whole(counts.pairs());
        whole(counts.worse());
        whole(counts.better());
        if (Math.abs(hypothesis) >= 1) {
            return Tango.tails(counts, hypothesis);
        }
        double worse = Math.min(1, Tango.probabilityOfWorse(counts, hypothesis));
        double better = Math.min(1, Math.max(0, worse + hypothesis));
        double score = Tango.score(counts, hypothesis);
        return new Tails(
                atMost(n, worse, better, hypothesis, score + TIE), atMost(n, better, worse, -hypothesis, -score + TIE));
    }

    /** The probability of a score at most this, where a pair is worse or better with these probabilities. */
    private static double atMost(int n, double worse, double better, double hypothesis, double score) {
        BinomialDistribution numberWorse = BinomialDistribution.of(n, worse);
        int least = numberWorse.inverseCumulativeProbability(NEGLIGIBLE);
        int most = numberWorse.inverseSurvivalProbability(NEGLIGIBLE);
        double betterOfOthers = worse < 1 ? Math.min(1, better / (1 - worse)) : 0;
        double sum = 0;
        // The more pairs are worse, the more may be better before the score is passed.
        int c = -1;
        for (int b = least; b <= most; b++) {
            while (c < n - b && Tango.score(new PairedCounts(b, c + 1.0, n), hypothesis) <= score) {
                c++;
            }
            if (c >= 0) {
                int others = Math.min(c, n - b);
                sum += numberWorse.probability(b)
                        * BinomialDistribution.of(n - b, betterOfOthers).cumulativeProbability(others);
            }
        }
        return Math.min(1, sum);
    }

    private static int whole(double count) {
        if (count != Math.rint(count) || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Exact tails need whole counts below 2^31: " + count);
        }
        return (int) count;
    }
}
