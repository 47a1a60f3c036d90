package dev.evalkit.report.chart;

import dev.evalkit.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One of several values in an order.
 *
 * @param position where it stands, e.g. its number or its day; not before the point before it
 * @param label a short label of the position, e.g. a date
 * @param value the value, finite; null where it is missing, which leaves a gap
 * @param interval its interval, or null
 * @param isBaseline whether others were compared with it
 * @param change what makes this and later points incomparable with those before, or null where nothing does
 * @param title all about it, e.g. date, commit and value, or why it is missing
 */
public record TrendPoint(
        double position,
        String label,
        @Nullable Double value,
        @Nullable Interval interval,
        boolean isBaseline,
        @Nullable String change,
        String title) {
    public TrendPoint {
        Mark.requireFinite(position);
        Mark.requireFinite(value);
    }
}
