package dev.evalkit.stats;

/**
 * Count, mean and spread of some values: all that intervals of a mean need. Merging is associative up to rounding; results are the same
 * to the last bit when parts are merged in the same order.
 *
 * @param n how many values, 0 or more
 * @param mean their mean, 0 where there are none
 * @param squaredDeviations the sum of squared deviations from the mean (M2)
 */
public record Moments(long n, double mean, double squaredDeviations) {
    /** Of no values; the neutral element of {@link #merge}. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /**
     * Checks that the numbers can be moments.
     *
     * @throws IllegalArgumentException if n is negative, or a number is not finite (a value was not, or is too large to be squared)
     */
    public Moments {
        if (n < 0 || !Double.isFinite(mean) || !Double.isFinite(squaredDeviations) || squaredDeviations < 0) {
            throw new IllegalArgumentException("Moments need n >= 0, a finite mean and a finite sum of squares: n = "
                    + n + ", mean = " + mean + ", squared deviations = " + squaredDeviations);
        }
    }

    /** Of these values, in two passes (Chan, Golub and LeVeque 1983, equation 1.7). */
    public static Moments of(double... values) {
        int n = values.length;
        if (n == 0) {
            return NONE;
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        double rest = 0;
        double squares = 0;
        for (double value : values) {
            double deviation = value - mean;
            rest += deviation;
            squares += deviation * deviation;
        }
        // The rest is what rounding left of 0.
        return new Moments(n, mean + rest / n, Math.max(0, squares - rest * (rest / n)));
    }

    /** Of n values with this mean and sample variance (denominator n − 1). */
    public static Moments ofVariance(long n, double mean, double variance) {
        return new Moments(n, mean, variance * Math.max(0, n - 1));
    }

    /**
     * Of n scores of which so many are 1 and the others 0.
     *
     * @throws IllegalArgumentException unless 0 ≤ ones ≤ n
     */
    public static Moments ofBinary(long ones, long n) {
        if (ones < 0 || ones > n) {
            throw new IllegalArgumentException("Binary scores need 0 <= ones <= n: " + ones + " of " + n);
        }
        double p = n == 0 ? 0 : (double) ones / n;
        return new Moments(n, p, ones * (1 - p));
    }

    /** Of these values and those (Chan, Golub and LeVeque 1979). */
    public Moments merge(Moments that) {
        if (n == 0) {
            return that;
        }
        if (that.n == 0) {
            return this;
        }
        long both = n + that.n;
        double delta = that.mean - mean;
        double share = (double) that.n / both;
        return new Moments(
                both, mean + delta * share, squaredDeviations + that.squaredDeviations + delta * delta * n * share);
    }

    /** The sum of the values. */
    public double sum() {
        return n * mean;
    }

    /**
     * The sample variance, denominator n − 1.
     *
     * @throws IllegalStateException if there are fewer than 2 values
     */
    public double variance() {
        if (n < 2) {
            throw new IllegalStateException("A variance needs 2 values or more; there are " + n);
        }
        return squaredDeviations / (n - 1);
    }

    /**
     * The standard error of the mean of independent values, √(variance/n).
     *
     * @throws IllegalStateException if there are fewer than 2 values
     */
    public double standardError() {
        return Math.sqrt(variance() / n);
    }
}
