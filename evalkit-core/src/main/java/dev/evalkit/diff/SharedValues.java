package dev.evalkit.diff;

import dev.evalkit.evaluate.score.EstimateSettings;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.result.Interval;
import dev.evalkit.result.ResultItem;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Computes items again on the samples that both sides share. */
final class SharedValues {
    private SharedValues() {}

    /** The item's value on the shared samples, or null where it is not defined there. */
    static @Nullable SharedValue of(Basis.Paired basis, ResultItem item, boolean isPrevious) {
        if (basis.samples().isFull()) {
            return new SharedValue(item.value(), item.ci(), basis.samples().size());
        }
        ScoreView rows =
                isPrevious ? basis.samples().previous() : basis.samples().current();
        OptionalDouble value = basis.statistic().value(rows);
        if (value.isEmpty()) {
            return null;
        }
        // Without draws the interval comes from influence scores where it would come from a bootstrap.
        EstimateSettings settings =
                EstimateSettings.withDefaults(item.id().toString()).withDraws(0);
        Interval ci = basis.statistic()
                .estimate(rows, settings)
                .flatMap(estimate -> estimate.ci())
                .map(interval -> Interval.of(interval.low(), interval.high()))
                .orElse(null);
        return new SharedValue(value.getAsDouble(), ci, basis.samples().size());
    }
}
