package dev.evalkit.benchmarks.calibration;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The z test of two proportions with a pooled standard error, which ignores that samples pair. */
final class UnpairedZ {
    private UnpairedZ() {}

    static boolean isWorse(double before, double after, int n, double alpha) {
        double pooled = (before + after) / (2.0 * n);
        double error = Math.sqrt(pooled * (1 - pooled) * 2 / n);
        return error > 0
                && 2 * NormalDistribution.of(0, 1).cumulativeProbability((after - before) / n / error) <= alpha;
    }
}
