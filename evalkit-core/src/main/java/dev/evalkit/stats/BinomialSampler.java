package dev.evalkit.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Exact binomial draws whose cost does not grow with n: inversion where few successes are expected, else rejection (Hörmann 1993, The
 * generation of binomial random variates, algorithm BTRS). Neither loop can run forever: a draw that is not accepted in {@value
 * #MAX_ATTEMPTS} attempts, which needs a broken generator (an attempt is accepted with probability 0.7 or more), gives the mean.
 */
final class BinomialSampler {
    private static final int MAX_ATTEMPTS = 1000;
    /** Below this many expected successes inversion is the faster, and BTRS is not valid. */
    private static final double INVERSION_BELOW = 10;
    /** P(X > 110) is below 1e-70 where fewer than 10 are expected. */
    private static final int INVERSION_LIMIT = 110;

    /** The correction of Stirling's formula for 0! to 9!, from 40-digit arithmetic. */
    private static final double[] STIRLING = {
        0.08106146679532726,
        0.0413406959554093,
        0.02767792568499834,
        0.020790672103765093,
        0.016644691189821193,
        0.013876128823070748,
        0.01189670994589177,
        0.010411265261972096,
        0.009255462182712733,
        0.00833056343336287
    };

    private BinomialSampler() {}

    /**
     * Successes among n draws that succeed with probability weight/total.
     *
     * @param n 0 … 2⁵³
     * @param weight 0 … total
     * @param total 1 … 2⁵³
     */
    static long sample(UniformRandomProvider rng, long n, long weight, long total) {
        if (n == 0 || weight == 0) {
            return 0;
        }
        if (weight > total - weight) {
            return n - sample(rng, n, total - weight, total);
        }
        double p = (double) weight / total;
        return n * p < INVERSION_BELOW ? invert(rng, n, p) : reject(rng, n, p);
    }

    private static long invert(UniformRandomProvider rng, long n, double p) {
        double none = Math.exp(n * Math.log1p(-p));
        double odds = p / (1 - p);
        long limit = Math.min(n, INVERSION_LIMIT);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            double u = rng.nextDouble();
            double probability = none;
            for (long k = 0; k <= limit; k++) {
                if (u < probability) {
                    return k;
                }
                u -= probability;
                probability *= odds * (n - k) / (k + 1);
            }
            // The probabilities up to the limit fall short of u by rounding, about once in 1e15 draws: draw again.
        }
        return Math.round(n * p);
    }

    private static long reject(UniformRandomProvider rng, long n, double p) {
        double odds = p / (1 - p);
        double deviation = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double alpha = (2.83 + 5.1 / b) * deviation;
        double quick = 0.92 - 4.2 / b;
        double mode = Math.floor((n + 1) * p);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            double u = rng.nextDouble() - 0.5;
            double v = rng.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= quick) {
                return (long) k;
            }
            // The negation also holds for the NaN and the infinities of us = 0.
            if (!(k >= 0 && k <= n)) {
                continue;
            }
            double bound = logRatio((double) n, mode, k, odds);
            if (Math.log(v * alpha / (a / (us * us) + b)) <= bound) {
                return (long) k;
            }
        }
        return Math.round(n * p);
    }

    /** ln(P(k)/P(mode)), by Stirling's formula with its correction terms. */
    private static double logRatio(double n, double mode, double k, double odds) {
        return (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
                + (n + 1) * Math.log1p((k - mode) / (n - k + 1))
                + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
                + stirling(mode)
                + stirling(n - mode)
                - stirling(k)
                - stirling(n - k);
    }

    /** ln k! − ((k + 1/2) ln(k + 1) − (k + 1) + ln(2π)/2): a table, then Stirling's series in 1/(k + 1), to within 1e-10. */
    private static double stirling(double k) {
        if (k < STIRLING.length) {
            return STIRLING[(int) k];
        }
        double x = k + 1;
        double square = x * x;
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / x;
    }
}
