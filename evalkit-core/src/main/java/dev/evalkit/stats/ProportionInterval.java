package dev.evalkit.stats;

import java.util.List;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** Confidence intervals of one proportion. Immutable; the defaults are Wilson at 95 %. */
public final class ProportionInterval {
    private static final ProportionInterval DEFAULTS = new ProportionInterval(Method.WILSON, 0.95);

    private final Method method;
    private final double level;

    private ProportionInterval(Method method, double level) {
        this.method = method;
        this.level = level;
    }

    /** How the ends are found. */
    public enum Method {
        /** The score interval (Wilson 1927), without continuity correction; takes fractional counts. */
        WILSON,
        /** The exact interval (Clopper and Pearson 1934): never below its level, often well above it; whole counts only. */
        CLOPPER_PEARSON
    }

    /** Wilson at 95 %. */
    public static ProportionInterval withDefaults() {
        return DEFAULTS;
    }

    /** The same level by another method. */
    public ProportionInterval with(Method newMethod) {
        return new ProportionInterval(newMethod, level);
    }

    /**
     * The same method at another level.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public ProportionInterval withLevel(double newLevel) {
        return new ProportionInterval(method, CriticalValue.checkLevel(newLevel));
    }

    /**
     * The interval of x successes in n trials, inside [0, 1].
     *
     * @param x successes, 0 ≤ x ≤ n
     * @param n trials, more than 0; both may be fractional (effective counts) for Wilson
     * @throws IllegalArgumentException if the counts are out of range, or not whole (or above 2³¹ − 1) for Clopper-Pearson
     */
    public ConfidenceInterval of(double x, double n) {
        checkCounts(x, n);
        return method == Method.WILSON ? wilson(x, n, "wilson", List.of()) : clopperPearson(x, n);
    }

    /**
     * The interval of a clustered proportion: Wilson on (x, n) / deff, so that the effective sample size stands for n.
     *
     * @param scores 0/1 scores in their clusters
     * @return from 0 to 1, with a warning, where there is one cluster only
     * @throws IllegalArgumentException if the mean is not in [0, 1], or the method is not Wilson
     */
    public ConfidenceInterval of(ClusteredMean scores) {
        if (method != Method.WILSON) {
            throw new IllegalArgumentException("Clustered proportions have the method WILSON, not " + method);
        }
        checkCounts(scores.mean(), 1);
        double deff = scores.designEffect(level);
        if (Double.isInfinite(deff)) {
            return new ConfidenceInterval(0, 1, level, "wilson_deff", scores.warnings());
        }
        double n = scores.n() / deff;
        return wilson(scores.mean() * n, n, "wilson_deff", scores.warnings());
    }

    /** The standard error √(p(1 − p)/n) of a proportion, p = x/n. */
    public static double standardError(double x, double n) {
        checkCounts(x, n);
        double p = x / n;
        return Math.sqrt(p * (1 - p) / n);
    }

    /** Wilson 1927; in the form of Newcombe 1998 (Statistics in Medicine 17, 857), method 3. */
    private ConfidenceInterval wilson(double x, double n, String name, List<String> warnings) {
        double z = CriticalValue.normal(level);
        double z2 = z * z;
        double centre = 2 * x + z2;
        double half = z * Math.sqrt(z2 + 4 * x * ((n - x) / n));
        double scale = 2 * (n + z2);
        // At the boundary the end is the boundary itself; rounding must not move it.
        double low = x <= 0 ? 0 : Math.max(0, (centre - half) / scale);
        double high = x >= n ? 1 : Math.min(1, (centre + half) / scale);
        return new ConfidenceInterval(low, high, level, name, warnings);
    }

    private ConfidenceInterval clopperPearson(double x, double n) {
        if (x != Math.rint(x) || n != Math.rint(n) || n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Clopper-Pearson needs whole counts up to " + Integer.MAX_VALUE + ": " + x + " of " + n);
        }
        Interval ends = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate((int) n, (int) x, 1 - level);
        return ConfidenceInterval.of(ends.getLowerBound(), ends.getUpperBound(), level, "clopper_pearson");
    }

    private static void checkCounts(double x, double n) {
        if (!(n > 0 && x >= 0 && x <= n && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A proportion needs 0 <= x <= n and n > 0: " + x + " of " + n);
        }
    }
}
