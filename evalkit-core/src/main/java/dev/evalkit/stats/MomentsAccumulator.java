package dev.evalkit.stats;

/**
 * Collects {@link Moments} value by value (Welford 1962), stable for values far from zero. One per thread; merge the parts in file
 * order. A value that is not finite is found by {@link #toMoments}, at no cost per value.
 */
public final class MomentsAccumulator {
    private long n;
    private double mean;
    private double squaredDeviations;

    /** Adds a value. */
    public void add(double value) {
        n++;
        double delta = value - mean;
        mean += delta / n;
        squaredDeviations += delta * (value - mean);
    }

    /** Adds what another accumulator has seen after this one. */
    public void merge(MomentsAccumulator that) {
        Moments both = toMoments().merge(that.toMoments());
        n = both.n();
        mean = both.mean();
        squaredDeviations = both.squaredDeviations();
    }

    /**
     * What was seen so far.
     *
     * @throws IllegalArgumentException if a value was not finite, or too large to be squared
     */
    public Moments toMoments() {
        return new Moments(n, mean, squaredDeviations);
    }
}
