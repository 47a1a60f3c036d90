package dev.evalkit.stats;

/**
 * How often data drawn under a hypothesis came out as extreme as those observed.
 *
 * @param worse draws at least as far on the side of "worse"
 * @param better draws at least as far on the side of "better"
 * @param resamples all draws (B)
 */
public record TailCounts(long worse, long better, long resamples) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or above the number of draws
     */
    public TailCounts {
        if (worse < 0 || better < 0 || Math.max(worse, better) > resamples) {
            throw new IllegalArgumentException(
                    "Tail counts must be in [0, " + resamples + "]: " + worse + " worse, " + better + " better");
        }
    }

    /** These draws and those. */
    public TailCounts plus(TailCounts that) {
        return new TailCounts(worse + that.worse, better + that.better, resamples + that.resamples);
    }

    /** The same draws with the two sides in each other's place. */
    public TailCounts swapped() {
        return new TailCounts(better, worse, resamples);
    }

    /** p = (r + 1)/(B + 1) on either side: the data themselves are one of the draws, so that no p is 0. */
    public Tails tails() {
        return new Tails((worse + 1.0) / (resamples + 1.0), (better + 1.0) / (resamples + 1.0));
    }
}
