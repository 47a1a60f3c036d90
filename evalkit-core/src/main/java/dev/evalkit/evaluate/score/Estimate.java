package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a statistic says of some rows.
 *
 * @param value the value, finite
 * @param interval an interval for it with its method and warnings, or null where there is none
 * @param n how many samples the value rests on: the denominator of a proportion, not the number of all rows
 * @param meta what else is known: std_error, clusters, method, and what belongs to the statistic
 */
public record Estimate(double value, @Nullable ConfidenceInterval interval, long n, Meta meta) {

    /** The interval, if there is one. */
    public Optional<ConfidenceInterval> ci() {
        return Optional.ofNullable(interval);
    }
}
