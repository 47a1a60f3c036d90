package dev.evalkit.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The percentile bootstrap of a difference between two samples that do not pair (Efron and Tibshirani 1993, An Introduction to the Bootstrap,
 * chapter 13): each side is drawn anew from itself. Immutable; the defaults are 10,000 rounds at 95 %.
 */
public final class TwoSampleBootstrap {
    private static final TwoSampleBootstrap DEFAULTS = new TwoSampleBootstrap(10_000, 0.95);

    private final int resamples;
    private final double level;

    private TwoSampleBootstrap(int resamples, double level) {
        this.resamples = resamples;
        this.level = level;
    }

    /** With 10,000 rounds at 95 %. */
    public static TwoSampleBootstrap withDefaults() {
        return DEFAULTS;
    }

    /** With another number of rounds, 100 or more. */
    public TwoSampleBootstrap withResamples(int newResamples) {
        if (newResamples < 100) {
            throw new IllegalArgumentException("A bootstrap interval needs 100 resamples or more: " + newResamples);
        }
        return new TwoSampleBootstrap(newResamples, level);
    }

    /** At another level, in (0, 1). */
    public TwoSampleBootstrap withLevel(double newLevel) {
        return new TwoSampleBootstrap(resamples, CriticalValue.checkLevel(newLevel));
    }

    /**
     * The interval of statistic(current) − statistic(previous).
     *
     * @param previous the earlier values, 1 or more
     * @param current the later values, 1 or more
     * @param statistic of values in ascending order, which it must not keep or change; finite
     * @param random where the draws come from
     */
    public BootstrapEstimate difference(
            double[] previous, double[] current, ToDoubleFunction<double[]> statistic, UniformRandomProvider random) {
        if (previous.length == 0 || current.length == 0) {
            throw new IllegalArgumentException(
                    "A bootstrap needs values on both sides: " + previous.length + " and " + current.length);
        }
        SortedResampler before = new SortedResampler(previous);
        SortedResampler after = new SortedResampler(current);
        double[] replicates = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            replicates[i] = statistic.applyAsDouble(after.draw(random)) - statistic.applyAsDouble(before.draw(random));
        }
        double value = statistic.applyAsDouble(after.sorted.clone()) - statistic.applyAsDouble(before.sorted.clone());
        return BootstrapEstimate.ofReplicates(value, replicates, level, "bootstrap_percentile", List.of());
    }

    /** Draws with replacement and hands the values out in order, without sorting: it counts how often each comes. */
    private static final class SortedResampler {
        private final double[] sorted;
        private final double[] drawn;
        private final int[] times;

        SortedResampler(double[] values) {
            sorted = values.clone();
            Arrays.sort(sorted);
            drawn = new double[sorted.length];
            times = new int[sorted.length];
        }

        double[] draw(UniformRandomProvider random) {
            Arrays.fill(times, 0);
            for (int i = 0; i < sorted.length; i++) {
                times[random.nextInt(sorted.length)]++;
            }
            int next = 0;
            for (int i = 0; i < sorted.length; i++) {
                Arrays.fill(drawn, next, next + times[i], sorted[i]);
                next += times[i];
            }
            return drawn;
        }
    }
}
