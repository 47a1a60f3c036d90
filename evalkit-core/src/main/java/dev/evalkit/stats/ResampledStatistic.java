package dev.evalkit.stats;

/** A statistic of some samples, named by their indices; an index that was drawn twice stands twice. */
@FunctionalInterface
public interface ResampledStatistic {
    /**
     * The statistic, a finite number.
     *
     * @param indices the samples; the array is longer than needed and used again, so it must not be kept
     * @param length how many of the indices count, from the first on
     */
    double of(int[] indices, int length);
}
