package dev.evalkit.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided critical values, and the check of a level that every method with a level shares. */
public final class CriticalValue {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private CriticalValue() {}

    /** The level itself, where it is in (0, 1). */
    static double checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Confidence level must be in (0, 1): " + level);
        }
        return level;
    }

    /** The z with P(|Z| ≤ z) = level. */
    public static double normal(double level) {
        return NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }

    /** The t with P(|T| ≤ t) = level for Student's T. */
    public static double student(double level, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }
}
