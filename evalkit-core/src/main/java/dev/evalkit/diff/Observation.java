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
 * @param shared the same on the samples that both sides share, or null where samples are not paired
 */
public record Observation(
        double value,
        @Nullable Interval ci,
        @Nullable Long samples,
        @Nullable SharedValue shared) {

    static Observation of(ResultItem item) {
        return new Observation(item.value(), item.ci(), item.samplesUsed(), null);
    }

    Observation with(@Nullable SharedValue onShared) {
        return new Observation(value, ci, samples, onShared);
    }

    /** The value that is compared: that on shared samples where there is one. */
    public double compared() {
        return shared == null ? value : shared.value();
    }
}
