package dev.evalkit.result;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One metric's value: the unified shape {@code {metric_id, value, ci, samples_used, meta}}.
 *
 * @param metricId the indicator's id, or {@code <id>.<name>} for a secondary number
 * @param value a finite number in the metric's unit
 * @param ci an interval for it, or null
 * @param samplesUsed how many samples it rests on, or null where that is not known
 * @param meta everything else
 */
public record ResultItem(
        String metricId,
        double value,
        @Nullable Interval ci,
        @Nullable Long samplesUsed,
        Meta meta) {

    /**
     * Checks what the schema demands of the numbers.
     *
     * @throws IllegalArgumentException if the id is empty, the value is not finite or the count is negative
     */
    public ResultItem {
        if (metricId.isEmpty()) {
            throw new IllegalArgumentException("metric_id must not be empty");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value of " + metricId + " must be a finite number: " + value);
        }
        if (samplesUsed != null && samplesUsed < 0) {
            throw new IllegalArgumentException("samples_used of " + metricId + " must be 0 or more: " + samplesUsed);
        }
    }

    /** The interval, if there is one. */
    public Optional<Interval> interval() {
        return Optional.ofNullable(ci);
    }

    /** The number of samples, if it is known. */
    public OptionalLong samples() {
        return samplesUsed == null ? OptionalLong.empty() : OptionalLong.of(samplesUsed);
    }

    /** What identifies this item in its file. */
    public ItemId id() {
        return meta.scope().id(metricId);
    }
}
