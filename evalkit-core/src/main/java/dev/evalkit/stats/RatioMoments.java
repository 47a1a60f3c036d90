package dev.evalkit.stats;

/**
 * Count, means and spread of pairs (x, w) whose ratio R = Σx/Σw is asked for: points over their maximum, successful attacks over attempts.
 * A sample with w = 0 counts as a sample but adds nothing to the ratio.
 *
 * @param n how many pairs
 * @param meanX the mean of x
 * @param meanW the mean of w
 * @param squaresX the sum of squared deviations of x from its mean
 * @param squaresW the same of w
 * @param products the sum of products of both deviations
 */
public record RatioMoments(long n, double meanX, double meanW, double squaresX, double squaresW, double products) {
    /** Of no pairs; the neutral element of {@link #merge}. */
    public static final RatioMoments NONE = new RatioMoments(0, 0, 0, 0, 0, 0);

    /**
     * Checks that the numbers can be moments.
     *
     * @throws IllegalArgumentException if n is negative or a number is not finite
     */
    public RatioMoments {
        if (n < 0 || !Double.isFinite(meanX + meanW + squaresX + squaresW + products)) {
            throw new IllegalArgumentException(
                    "Moments of a ratio need n >= 0 and finite numbers: n = " + n + ", means = " + meanX + " and "
                            + meanW + ", squares = " + squaresX + " and " + squaresW + ", products = " + products);
        }
    }

    /** Of these pairs and those (Chan, Golub and LeVeque 1979). */
    public RatioMoments merge(RatioMoments that) {
        if (n == 0) {
            return that;
        }
        if (that.n == 0) {
            return this;
        }
        long both = n + that.n;
        double share = (double) that.n / both;
        double deltaX = that.meanX - meanX;
        double deltaW = that.meanW - meanW;
        double weight = n * share;
        return new RatioMoments(
                both,
                meanX + deltaX * share,
                meanW + deltaW * share,
                squaresX + that.squaresX + deltaX * deltaX * weight,
                squaresW + that.squaresW + deltaW * deltaW * weight,
                products + that.products + deltaX * deltaW * weight);
    }

    /**
     * The ratio R = Σx/Σw.
     *
     * @throws IllegalStateException if Σw is not above 0
     */
    public double ratio() {
        if (!(meanW > 0)) {
            throw new IllegalStateException(
                    "A ratio needs a denominator above 0; its mean over " + n + " samples is " + meanW);
        }
        return meanX / meanW;
    }

    /** R + (x − R·w)/mean(w): the pseudo-value of a sample, the ratio plus the sample's influence on it; they average R. */
    public double pseudoValue(double x, double w) {
        double ratio = ratio();
        return ratio + (x - ratio * w) / meanW;
    }

    /**
     * The moments of the pseudo-values of some of the samples: all of them ({@code this}), or those of one cluster. Their standard
     * error is that of the ratio by the delta method.
     */
    public Moments pseudoValues(RatioMoments samples) {
        double ratio = ratio();
        // Rounding may leave a variance of 0 just below it.
        double squares =
                Math.max(0, samples.squaresX - 2 * ratio * samples.products + ratio * ratio * samples.squaresW);
        return new Moments(samples.n, pseudoValue(samples.meanX, samples.meanW), squares / (meanW * meanW));
    }
}
