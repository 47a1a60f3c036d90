package dev.evalkit.report.chart;

import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A change in a forest plot.
 *
 * @param label what changed
 * @param link where the label leads, or null
 * @param unit the unit of the numbers; empty where nothing names one
 * @param delta current − previous, finite
 * @param interval the interval of the change, or null
 * @param margin the drop that is tolerated, 0 or more
 * @param direction which way is better, or null where nothing says so
 * @param emphasis what the row stands out for
 * @param verdict what is said of it, in words
 */
public record ForestRow(
        String label,
        @Nullable String link,
        String unit,
        double delta,
        @Nullable Interval interval,
        double margin,
        @Nullable Direction direction,
        Emphasis emphasis,
        String verdict) {
    public ForestRow {
        Mark.requireFinite(delta);
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A margin must be 0 or more: " + margin);
        }
    }

    /** Whether the change can be told in multiples of what is tolerated. */
    public boolean hasMultiples() {
        return direction != null && margin > 0 && Double.isFinite(delta / margin);
    }
}
