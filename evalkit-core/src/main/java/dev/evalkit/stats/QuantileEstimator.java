package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Quantiles with order-statistic intervals, by selection in linear time. Immutable; the defaults are {@link QuantileDefinition#HF7} and 95 %. */
public final class QuantileEstimator {
    private static final QuantileEstimator DEFAULTS = new QuantileEstimator(QuantileDefinition.HF7, 0.95);

    private final QuantileDefinition definition;
    private final double level;

    private QuantileEstimator(QuantileDefinition definition, double level) {
        this.definition = definition;
        this.level = level;
    }

    /** Definition 7 at 95 %. */
    public static QuantileEstimator withDefaults() {
        return DEFAULTS;
    }

    /** By another definition; the interval does not depend on it. */
    public QuantileEstimator with(QuantileDefinition newDefinition) {
        return new QuantileEstimator(newDefinition, level);
    }

    /**
     * With intervals at another level.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public QuantileEstimator withLevel(double newLevel) {
        return new QuantileEstimator(definition, CriticalValue.checkLevel(newLevel));
    }

    /**
     * The quantile alone.
     *
     * @param values one or more finite values, in any order
     * @param q in (0, 1), e.g. 0.99
     * @throws IllegalArgumentException if there are no values, one is not finite, or q is out of range
     */
    public double value(double[] values, double q) {
        return values(values, q)[0];
    }

    /** Several quantiles alone, as {@link #value}. */
    double[] values(double[] values, double... quantiles) {
        checkValues(values);
        int n = values.length;
        List<Integer> indices = new ArrayList<>();
        for (double q : quantiles) {
            note(indices, n, OrderStatisticRanks.checkQuantile(q));
        }
        OrderStatistics statistics = OrderStatistics.of(values, indices);
        double[] found = new double[quantiles.length];
        Arrays.setAll(found, i -> definition.of(n, quantiles[i], statistics::at));
        return found;
    }

    /**
     * The quantile and its interval, which holds its level for any continuous distribution. An end that the data do not bound is
     * infinite, with a warning that says how many values would do.
     *
     * @throws IllegalArgumentException as {@link #value}
     */
    public QuantileEstimate estimate(double[] values, double q) {
        return estimates(values, q).get(0);
    }

    /**
     * Several quantiles with their intervals, at little more than the cost of one.
     *
     * @return an estimate for each q, in their order
     * @throws IllegalArgumentException as {@link #value}
     */
    public List<QuantileEstimate> estimates(double[] values, double... quantiles) {
        checkValues(values);
        int n = values.length;
        List<Integer> indices = new ArrayList<>();
        List<OrderStatisticRanks> ends = new ArrayList<>();
        for (double q : quantiles) {
            OrderStatisticRanks ranks = OrderStatisticRanks.of(n, q, level);
            ends.add(ranks);
            note(indices, n, q);
            if (ranks.lowIsBounded()) {
                indices.add(ranks.low() - 1);
            }
            if (ranks.highIsBounded()) {
                indices.add(ranks.high() - 1);
            }
        }
        OrderStatistics statistics = OrderStatistics.of(values, indices);
        List<QuantileEstimate> estimates = new ArrayList<>();
        for (int i = 0; i < quantiles.length; i++) {
            double value = definition.of(n, quantiles[i], statistics::at);
            estimates.add(new QuantileEstimate(value, interval(n, quantiles[i], ends.get(i), statistics)));
        }
        return List.copyOf(estimates);
    }

    /** Notes which order statistics the quantile is made of. */
    private void note(List<Integer> indices, int n, double q) {
        definition.of(n, q, index -> {
            indices.add(index);
            return index;
        });
    }

    private ConfidenceInterval interval(int n, double q, OrderStatisticRanks ranks, OrderStatistics statistics) {
        double low = ranks.lowIsBounded() ? statistics.at(ranks.low() - 1) : Double.NEGATIVE_INFINITY;
        double high = ranks.highIsBounded() ? statistics.at(ranks.high() - 1) : Double.POSITIVE_INFINITY;
        List<String> warnings = ranks.lowIsBounded() && ranks.highIsBounded()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%d values or more are needed for both ends of the interval of the %s quantile; there are %d",
                        OrderStatisticRanks.minimumSamples(q, level),
                        q,
                        n));
        return new ConfidenceInterval(low, high, level, "order_statistics", warnings);
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
