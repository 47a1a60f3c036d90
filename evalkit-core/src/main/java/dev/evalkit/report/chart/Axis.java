package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;
import dev.evalkit.result.Interval;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A common scale for values in the rows of a table: {@link #lane} draws one row's, {@link #ruler} the numbers for all of them.
 *
 * <p>Nothing that is given lies off the axis. Immutable.
 */
public final class Axis {
    /** The smallest width of a lane for which labels are laid out, in pixels. */
    static final double SMALLEST = 150;

    private static final int TICKS = 4;
    private static final int HEIGHT = 18;
    private static final double MIDDLE = HEIGHT / 2.0;
    /** Room for arrows beside the scale, as a share of the width. */
    private static final double INSET = 0.05;

    private static final double TIP = 0.01;

    private final Scale scale;
    private final Quantity quantity;
    private final boolean isZeroShown;
    private final @Nullable Interval band;

    private Axis(Scale scale, Quantity quantity, boolean isZeroShown, @Nullable Interval band) {
        this.scale = scale;
        this.quantity = quantity;
        this.isZeroShown = isZeroShown;
        this.band = band;
    }

    /**
     * An axis on which all of these have a place; logarithmic where they are positive and the largest is a hundred times the smallest.
     *
     * @param unit the unit of the values
     */
    public static Axis of(Collection<Mark> marks, String unit) {
        return new Axis(
                Scale.of(extent(marks), TICKS),
                Quantity.of(unit, extent(marks).map(Math::abs).max().orElse(0)),
                false,
                null);
    }

    /** An axis of differences, with a line at zero. */
    static Axis ofDifferences(Collection<Mark> marks, String unit) {
        return new Axis(
                Scale.of(DoubleStream.concat(DoubleStream.of(0), extent(marks)), TICKS),
                Quantity.of(unit, extent(marks).map(Math::abs).max().orElse(0)).ofDifferences(),
                true,
                null);
    }

    /** An axis of changes in multiples of what is tolerated: a line at zero, a band from −1 to 1, and logarithmic outside it where there is a lot. */
    public static Axis ofMultiples(Collection<Mark> marks) {
        return new Axis(Scale.aroundZero(extent(marks), TICKS + 1), new Quantity(1, ""), true, new Interval(-1.0, 1.0));
    }

    private static DoubleStream extent(Collection<Mark> marks) {
        return marks.stream().flatMapToDouble(Mark::extent);
    }

    /** How its numbers are shown. */
    public Quantity quantity() {
        return quantity;
    }

    /** Whether equal ratios have equal lengths, which a reader must be told. */
    public boolean isLogarithmic() {
        return !(scale instanceof Scale.Linear);
    }

    /** A row's value with its interval. Decoration for whoever hears the page unless the mark has a title: the numbers must stand beside it. */
    public Element lane(Mark mark) {
        Element lane = Shapes.image(HEIGHT, "ek-lane");
        if (mark.title().isEmpty()) {
            lane.attribute("aria-hidden", "true");
        } else {
            lane.attribute("role", "img").add(Element.of("title", mark.title()));
        }
        if (band != null) {
            lane.add(band(band));
        }
        if (isZeroShown) {
            lane.add(Shapes.line(x(0), 0, x(0), HEIGHT).styled("ek-zero"));
        }
        mark.limits()
                .forEach(limit ->
                        lane.add(Shapes.line(x(limit), 1, x(limit), HEIGHT - 1).styled("ek-limit")));
        if (mark.interval() != null) {
            addInterval(lane, mark.interval());
        }
        return mark.value() == null ? lane : lane.add(Shapes.point(x(mark.value()), MIDDLE, mark.emphasis()));
    }

    private Element band(Interval ends) {
        double from = ends.low() == null ? 0 : x(ends.low());
        double to = ends.high() == null ? 1 : x(ends.high());
        return Element.of("rect")
                .styled("ek-band")
                .attribute("x", Coordinates.percent(from))
                .attribute("width", Coordinates.percent(to - from))
                .attribute("height", "100%")
                .attribute("stroke", "none")
                .attribute("fill", "currentColor")
                .attribute("fill-opacity", "0.1");
    }

    private void addInterval(Element lane, Interval interval) {
        double from = interval.low() == null ? TIP : x(interval.low());
        double to = interval.high() == null ? 1 - TIP : x(interval.high());
        lane.add(Shapes.line(from, MIDDLE, to, MIDDLE).styled("ek-ci"));
        if (interval.low() == null) {
            lane.add(Shapes.arrow(from, MIDDLE, -1, 0));
        }
        if (interval.high() == null) {
            lane.add(Shapes.arrow(to, MIDDLE, 1, 0));
        }
    }

    /** The numbers along the lanes, for the head of their column. */
    public Element ruler() {
        List<Double> ticks = scale.ticks();
        int decimals = quantity.decimalsFor(ticks);
        Element ruler = Shapes.image(HEIGHT + 2, "ek-ruler").attribute("aria-hidden", "true");
        ticks.forEach(tick -> ruler.add(Shapes.line(x(tick), HEIGHT - 2, x(tick), HEIGHT + 2)));
        Labels labels = Labels.along(
                SMALLEST,
                ticks.stream().map(this::x).toList(),
                ticks.stream().map(tick -> quantity.tick(tick, decimals)).toList());
        return ruler.add(labels.drawn(HEIGHT - 5));
    }

    private double x(double value) {
        return INSET + (1 - 2 * INSET) * scale.share(value);
    }
}
