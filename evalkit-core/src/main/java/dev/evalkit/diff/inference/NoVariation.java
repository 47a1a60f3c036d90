package dev.evalkit.diff.inference;

import dev.evalkit.stats.Moments;
import java.util.Arrays;

/**
 * Scores that do not vary at all. An interval from their standard error would have no width, however few they are; so fewer of them than the signs of which could
 * reject anything allow no verdict.
 */
final class NoVariation {
    /** What differs by less than this share of the largest score is equal but for rounding. */
    private static final double ROUNDING = 1e-9;

    /** As for clusters: the signs of five cannot reject, 2 · 2⁻⁵ > 0.05. */
    static final int LEAST_SAMPLES = Levels.LEAST_CLUSTERS;

    private NoVariation() {}

    /** Whether these are too few and all the same. */
    static boolean isInTooFew(Moments scores, double largest) {
        return scores.n() < LEAST_SAMPLES && Math.sqrt(scores.variance()) <= ROUNDING * largest;
    }

    static double largest(double[]... scores) {
        return Arrays.stream(scores)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
