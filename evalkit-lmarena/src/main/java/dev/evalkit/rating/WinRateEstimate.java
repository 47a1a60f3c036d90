package dev.evalkit.rating;

import dev.evalkit.stats.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * A win rate.
 *
 * @param value the rate, in [0, 1]
 * @param battles how many battles count
 * @param opponents how many opponents they were against
 * @param standardError the standard error of the rate; null where too few battles tell of no spread
 * @param interval the confidence interval of the rate, inside [0, 1] and, with a warning, all of it where there is no
 *     standard error
 */
public record WinRateEstimate(
        double value, long battles, int opponents, @Nullable Double standardError, ConfidenceInterval interval) {}
