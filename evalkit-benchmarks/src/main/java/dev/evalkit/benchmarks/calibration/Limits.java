package dev.evalkit.benchmarks.calibration;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** What is promised, with room for the error of the simulation itself. */
final class Limits {
    /** The promise of the gate: half of α. */
    static final double ERROR = 0.025;

    /** What intervals of level 95 % must cover. */
    static final double COVERAGE = 0.93;

    /** A minimum detectable effect is found in 80 % of runs, give or take three points. */
    static final double POWER = 0.77;

    private Limits() {}

    /** The largest share of errors that chance explains in 99 % of tables with so many cells. */
    static double error(int cells, long rounds) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.01 / cells);
        return ERROR + z * Math.sqrt(ERROR * (1 - ERROR) / rounds);
    }
}
