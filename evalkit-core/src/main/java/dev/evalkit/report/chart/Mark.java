package dev.evalkit.report.chart;

import dev.evalkit.result.Interval;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A value with its interval on an axis.
 *
 * @param value the value, finite; null where it is missing, which leaves a gap
 * @param interval its interval, or null
 * @param limits values to compare it with, drawn as lines across, e.g. a minimum
 * @param emphasis what it stands out for
 * @param title what is said when it is pointed at; empty for nothing
 */
public record Mark(
        @Nullable Double value, @Nullable Interval interval, List<Double> limits, Emphasis emphasis, String title) {
    public Mark {
        limits = List.copyOf(limits);
        requireFinite(value);
        limits.forEach(Mark::requireFinite);
    }

    /** A value with nothing else to say. */
    public static Mark of(@Nullable Double value, @Nullable Interval interval) {
        return new Mark(value, interval, List.of(), Emphasis.PLAIN, "");
    }

    /** This with lines across. */
    public Mark withLimits(List<Double> values) {
        return new Mark(value, interval, values, emphasis, title);
    }

    /** This with an emphasis. */
    public Mark with(Emphasis other) {
        return new Mark(value, interval, limits, other, title);
    }

    /** This with a title. */
    public Mark titled(String text) {
        return new Mark(value, interval, limits, emphasis, text);
    }

    /** All that must find a place on the axis. */
    DoubleStream extent() {
        DoubleStream ends = ends(interval);
        DoubleStream all = DoubleStream.concat(ends, limits.stream().mapToDouble(Double::doubleValue));
        return value == null ? all : DoubleStream.concat(DoubleStream.of(value), all);
    }

    static DoubleStream ends(@Nullable Interval interval) {
        DoubleStream.Builder ends = DoubleStream.builder();
        if (interval != null && interval.low() != null) {
            ends.add(interval.low());
        }
        if (interval != null && interval.high() != null) {
            ends.add(interval.high());
        }
        return ends.build();
    }

    static void requireFinite(@Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException("A value that is drawn must be finite: " + value);
        }
    }
}
