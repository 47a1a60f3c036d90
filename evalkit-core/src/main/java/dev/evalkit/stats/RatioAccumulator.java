package dev.evalkit.stats;

/** Collects {@link RatioMoments} pair by pair (Welford 1962). One per thread; merge the parts in file order. */
public final class RatioAccumulator {
    private long n;
    private double meanX;
    private double meanW;
    private double squaresX;
    private double squaresW;
    private double products;

    /** Adds a sample with numerator x and denominator w. */
    public void add(double x, double w) {
        n++;
        double deltaX = x - meanX;
        double deltaW = w - meanW;
        meanX += deltaX / n;
        meanW += deltaW / n;
        squaresX += deltaX * (x - meanX);
        squaresW += deltaW * (w - meanW);
        products += deltaX * (w - meanW);
    }

    /** Adds what another accumulator has seen after this one. */
    public void merge(RatioAccumulator that) {
        RatioMoments both = toRatioMoments().merge(that.toRatioMoments());
        n = both.n();
        meanX = both.meanX();
        meanW = both.meanW();
        squaresX = both.squaresX();
        squaresW = both.squaresW();
        products = both.products();
    }

    /**
     * What was seen so far.
     *
     * @throws IllegalArgumentException if a number was not finite, or too large to be squared
     */
    public RatioMoments toRatioMoments() {
        return new RatioMoments(n, meanX, meanW, squaresX, squaresW, products);
    }
}
