package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * What a bootstrap says of a statistic.
 *
 * @param value the statistic of the samples themselves
 * @param standardError the standard deviation of the statistic over the resamples
 * @param interval from percentiles of the statistic over the resamples
 * @param resamples how many resamples were drawn
 */
public record BootstrapEstimate(double value, double standardError, ConfidenceInterval interval, int resamples) {
    /** The estimate from the statistics of all resamples. */
    static BootstrapEstimate ofReplicates(
            double value, double[] replicates, double level, String method, List<String> warnings) {
        checkFinite(replicates);
        double standardError = Math.sqrt(Moments.of(replicates).variance());
        double tail = (1 - level) / 2;
        double[] ends = QuantileEstimator.withDefaults().values(replicates, tail, 1 - tail);
        List<String> all = new ArrayList<>(warnings);
        if (ends[0] == ends[1]) {
            all.add("Nearly all resamples gave the same value, so that the interval has no width and says too little");
        }
        ConfidenceInterval interval = new ConfidenceInterval(ends[0], ends[1], level, method, all);
        return new BootstrapEstimate(value, standardError, interval, replicates.length);
    }

    private static void checkFinite(double[] replicates) {
        for (int b = 0; b < replicates.length; b++) {
            if (!Double.isFinite(replicates[b])) {
                throw new IllegalArgumentException("The statistic of every resample must be finite; that of resample "
                        + b + " is " + replicates[b]);
            }
        }
    }
}
