package dev.evalkit.stats;

/**
 * Which order statistics a sample quantile is made of: (1 − fraction) · x_(rank) + fraction · x_(rank + 1).
 *
 * @param rank counted from 1
 * @param fraction in [0, 1); 0 where the quantile is one of the values
 */
record OrderPosition(int rank, double fraction) {
    /** The position of the q-quantile of n values by a definition: the quantile of the numbers 1 … n. */
    static OrderPosition of(QuantileDefinition definition, double q, int n) {
        double position = definition.of(n, q, index -> index + 1);
        int rank = (int) position;
        return new OrderPosition(rank, position - rank);
    }

    /** The largest rank that is needed. */
    int lastRank() {
        return fraction > 0 ? rank + 1 : rank;
    }

    /** The quantile from its two order statistics; the upper one counts only where its share is not 0. */
    double between(double lower, double upper) {
        return fraction > 0 ? lower + fraction * (upper - lower) : lower;
    }
}
