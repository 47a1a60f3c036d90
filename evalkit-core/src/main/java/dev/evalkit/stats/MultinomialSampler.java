package dev.evalkit.stats;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Resamples counts: n draws with replacement from n samples in cells are multinomial, and a multinomial is a binomial per cell given the cells
 * before it. What is left after the large cells falls on the small ones draw by draw, which is faster where classes are many. The cost is
 * bounded by that of the cells, whatever n is.
 */
final class MultinomialSampler {
    /** Up to this count single draws are faster than a binomial. */
    private static final int SMALL = 16;

    private final long[] counts;
    private final long total;
    /** Every small cell as often as it counts. */
    private final int[] small;

    /** Draws from cells with these counts. */
    MultinomialSampler(long[] counts) {
        this.counts = counts.clone();
        long sum = 0;
        int[] pool = new int[Math.multiplyExact(counts.length, SMALL)];
        int length = 0;
        for (int i = 0; i < counts.length; i++) {
            sum = Math.addExact(sum, counts[i]);
            if (counts[i] <= SMALL) {
                int end = length + (int) counts[i];
                Arrays.fill(pool, length, end, i);
                length = end;
            }
        }
        total = sum;
        small = Arrays.copyOf(pool, length);
    }

    /** Fills the array with the counts of one resample of the same size. */
    void sample(UniformRandomProvider rng, long[] resampled) {
        long draws = total;
        long weight = total;
        for (int i = 0; i < counts.length; i++) {
            resampled[i] = 0;
            if (counts[i] > SMALL) {
                resampled[i] = BinomialSampler.sample(rng, draws, counts[i], weight);
                draws -= resampled[i];
                weight -= counts[i];
            }
        }
        for (; draws > 0; draws--) {
            resampled[small[rng.nextInt(small.length)]]++;
        }
    }
}
