package dev.evalkit.diff;

import dev.evalkit.result.Interval;
import dev.evalkit.result.ResultItem;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a diff observed of an item.
 *
 * @param value the value in the item's unit
 * @param ci its interval as the result file has it, or null
 * @param samples how many samples it rests on, or null where that is not known
 */
public record Observation(
        double value, @Nullable Interval ci, @Nullable Long samples) {

    static Observation of(ResultItem item) {
        return new Observation(item.value(), item.ci(), item.samplesUsed());
    }
}
