package dev.evalkit.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The streams that a sequential simulation draws from, one for each batch, so that going on later gives the same as drawing at once.
 *
 * @param seed the seed that the user gave
 * @param identity what is computed, e.g. the canonical text of an item's identity
 * @param purpose what for, e.g. {@code sign-flip}
 */
public record RandomBatches(long seed, String identity, String purpose) {
    /**
     * A fresh generator for a batch.
     *
     * @param index the batch, counted from 0
     */
    public UniformRandomProvider batch(int index) {
        return RandomStream.of(seed, identity, purpose + "/" + index);
    }
}
