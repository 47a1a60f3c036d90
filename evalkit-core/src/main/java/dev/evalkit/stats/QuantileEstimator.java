package dev.evalkit.stats;

import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Quantiles with order-statistic intervals, by selection in linear time. Immutable; the defaults are {@link QuantileDefinition#HF7}, 95 %
 * and working on a copy.
 */
public final class QuantileEstimator {
    private static final QuantileEstimator DEFAULTS = new QuantileEstimator(QuantileDefinition.HF7, 0.95, true);

    private final QuantileDefinition definition;
    private final double level;
    private final boolean copy;

    private QuantileEstimator(QuantileDefinition definition, double level, boolean copy) {
        this.definition = definition;
        this.level = level;
        this.copy = copy;
    }

    /** Definition 7 at 95 %, on a copy. */
    public static QuantileEstimator withDefaults() {
        return DEFAULTS;
    }

    /** By another definition; the interval does not depend on it. */
    public QuantileEstimator with(QuantileDefinition newDefinition) {
        return new QuantileEstimator(newDefinition, level, copy);
    }

    /**
     * With intervals at another level.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public QuantileEstimator withLevel(double newLevel) {
        return new QuantileEstimator(definition, CriticalValue.checkLevel(newLevel), copy);
    }

    /** Whether to work on a copy, or to reorder the caller's array (for large arrays that are the caller's own). */
    public QuantileEstimator withCopy(boolean newCopy) {
        return new QuantileEstimator(definition, level, newCopy);
    }

    /**
     * The quantile alone.
     *
     * @param values one or more finite values, in any order
     * @param q in (0, 1), e.g. 0.99
     * @throws IllegalArgumentException if there are no values, one is not finite, or q is out of range
     */
    public double value(double[] values, double q) {
        checkValues(values);
        return definition.select(copy ? values.clone() : values, OrderStatisticRanks.checkQuantile(q));
    }

    /**
     * The quantile and its interval, which holds its level for any continuous distribution. An end that the data do not bound is
     * infinite, with a warning that says how many values would do.
     *
     * @throws IllegalArgumentException as {@link #value}
     */
    public QuantileEstimate estimate(double[] values, double q) {
        checkValues(values);
        OrderStatisticRanks ranks = OrderStatisticRanks.of(values.length, q, level);
        double[] work = copy ? values.clone() : values;
        double value = definition.select(work, q);
        double low = ranks.lowIsBounded() ? orderStatistic(work, ranks.low()) : Double.NEGATIVE_INFINITY;
        double high = ranks.highIsBounded() ? orderStatistic(work, ranks.high()) : Double.POSITIVE_INFINITY;
        List<String> warnings = ranks.lowIsBounded() && ranks.highIsBounded()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%d values or more are needed for both ends of the interval of the %s quantile; there are %d",
                        OrderStatisticRanks.minimumSamples(q, level),
                        q,
                        values.length));
        return new QuantileEstimate(value, new ConfidenceInterval(low, high, level, "order_statistics", warnings));
    }

    /** The k-th smallest value, k counted from 1. */
    private static double orderStatistic(double[] values, int k) {
        Selection.select(values, k - 1);
        return values[k - 1];
    }

    private static void checkValues(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A quantile needs values; there are none");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Values must be finite: value " + i + " (from 0) is " + values[i]);
            }
        }
    }
}
