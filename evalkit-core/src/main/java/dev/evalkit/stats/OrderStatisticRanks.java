package dev.evalkit.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The ranks of the two order statistics that hold a quantile of any continuous distribution with the level asked for, at least: how many
 * of n values lie below the q-quantile is binomial (n, q) (David and Nagaraja 2003, Order Statistics, section 7.1).
 *
 * @param low the rank of the lower end, counted from 1: the α/2 quantile of that binomial; 0 where the lower end is unbounded
 * @param high the rank of the upper end: its 1 − α/2 quantile, plus 1; n + 1 where the upper end is unbounded
 * @param n the number of values
 */
public record OrderStatisticRanks(int low, int high, int n) {
    /**
     * The ranks for n values.
     *
     * @param n how many values there are, 1 or more
     * @param q the quantile, in (0, 1)
     * @param level the confidence level, in (0, 1)
     */
    public static OrderStatisticRanks of(int n, double q, double level) {
        CriticalValue.checkLevel(level);
        checkQuantile(q);
        if (n < 1) {
            throw new IllegalArgumentException("An interval of a quantile needs values; there are " + n);
        }
        BinomialDistribution below = BinomialDistribution.of(n, q);
        double tail = (1 - level) / 2;
        return new OrderStatisticRanks(
                below.inverseCumulativeProbability(tail), below.inverseSurvivalProbability(tail) + 1, n);
    }

    /** Whether the data bound the quantile from below. */
    public boolean lowIsBounded() {
        return low >= 1;
    }

    /** Whether the data bound the quantile from above. */
    public boolean highIsBounded() {
        return high <= n;
    }

    /**
     * The least number of values for which both ends are finite: 368 for the 0.99 quantile at level 0.95, 72 for the 0.95 quantile. It
     * is the least n with (1 − q)ⁿ < α/2 and qⁿ ≤ α/2.
     */
    public static long minimumSamples(double q, double level) {
        CriticalValue.checkLevel(level);
        checkQuantile(q);
        double tail = Math.log((1 - level) / 2);
        double forHigh = Math.ceil(tail / Math.log(q));
        double forLow = Math.floor(tail / Math.log1p(-q)) + 1;
        return (long) Math.max(forHigh, forLow);
    }

    static double checkQuantile(double q) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("A quantile must be in (0, 1): " + q);
        }
        return q;
    }
}
