package dev.evalkit.stats;

/** The textbook's z test of two unpaired rates with pooled variance. Approximate: verdicts use {@link FisherExact} and {@link Newcombe}. */
public final class PooledZ {
    private PooledZ() {}

    /**
     * The statistic z = (p_c − p_p)/√(p̄(1 − p̄)(1/n_p + 1/n_c)), p̄ the rate of both sides together; 0 where all samples agree.
     *
     * @param counts the two rates
     */
    public static double statistic(UnpairedCounts counts) {
        double previous = counts.previousTrials();
        double current = counts.currentTrials();
        double pooled = (counts.previous() + counts.current()) / (previous + current);
        double variance = pooled * (1 - pooled) * (1 / previous + 1 / current);
        return variance > 0 ? counts.difference() / Math.sqrt(variance) : 0;
    }

    /** The tails of H0: the two rates are equal. */
    public static Tails tails(UnpairedCounts counts) {
        return Tails.ofNormal(statistic(counts));
    }
}
