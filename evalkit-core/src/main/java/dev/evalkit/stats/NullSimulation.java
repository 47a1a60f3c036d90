package dev.evalkit.stats;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws data again and again as a hypothesis of no difference has them, and counts how often they are as extreme as those observed. */
public interface NullSimulation {
    /**
     * Draws.
     *
     * @param random where the draws come from; the same state gives the same counts
     * @param resamples how many, 1 or more
     */
    TailCounts draw(UniformRandomProvider random, int resamples);
}
