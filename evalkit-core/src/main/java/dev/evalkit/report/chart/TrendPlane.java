package dev.evalkit.report.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Where points are on an area: across by position, up by value. */
record TrendPlane(List<TrendPoint> points, Scale scale, double left, double right, double top, double bottom) {

    static TrendPlane of(List<TrendPoint> points, int ticks, double left, double right, double top, double bottom) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).position() < points.get(i - 1).position()) {
                throw new IllegalArgumentException("Points must be in the order of their positions: " + i);
            }
        }
        return new TrendPlane(List.copyOf(points), Scale.of(extent(points), ticks), left, right, top, bottom);
    }

    static DoubleStream extent(List<TrendPoint> points) {
        return points.stream()
                .flatMapToDouble(
                        point -> new Mark(point.value(), point.interval(), List.of(), Emphasis.PLAIN, "").extent());
    }

    /** The same on an axis that begins and ends at the outermost values. */
    TrendPlane tight() {
        double[] sorted = extent(points).sorted().toArray();
        return sorted.length == 0 || sorted[0] == sorted[sorted.length - 1] || !(scale instanceof Scale.Linear)
                ? this
                : new TrendPlane(
                        points,
                        new Scale.Linear(new Ticks(sorted[0], sorted[sorted.length - 1], List.of())),
                        left,
                        right,
                        top,
                        bottom);
    }

    double x(int index) {
        double first = points.get(0).position();
        double range = points.get(points.size() - 1).position() - first;
        double share = range > 0 ? (points.get(index).position() - first) / range : 0.5;
        return left + (right - left) * share;
    }

    double y(double value) {
        return bottom - (bottom - top) * scale.share(value);
    }

    double y(TrendPoint point) {
        return y(Objects.requireNonNull(point.value()));
    }

    /** Whether a line leads from the point before to that one: both are there and comparable. */
    boolean isJoined(int index) {
        return index > 0
                && points.get(index).value() != null
                && points.get(index - 1).value() != null
                && points.get(index).change() == null;
    }

    /** Between a point and the one before it. */
    double before(int index) {
        return index == 0 ? x(0) : (x(index - 1) + x(index)) / 2;
    }
}
