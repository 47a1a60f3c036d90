package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;
import dev.evalkit.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Values in their order, each with its interval: dots, joined where they are comparable and nothing is missing between them. Baselines have a ring, regimes are
 * separated by numbered lines, what is missing is a cross below a gap.
 */
public final class TrendChart {
    /** The smallest width for which labels are laid out, in pixels. */
    private static final double SMALLEST = 280;

    private static final int HEIGHT = 180;
    private static final double TOP = 22;
    private static final double BOTTOM = 148;
    private static final double MISSING = 157;
    private static final double DATES = 176;
    /** The letters of the values stand on the left of the points. */
    private static final double LEFT = 0.16;

    private static final double RIGHT = 0.97;
    private static final int TICKS = 4;
    private static final int MANY = 60;
    private static final int DATES_SHOWN = 4;

    private final TrendPlane plane;
    private final Quantity quantity;

    private TrendChart(TrendPlane plane, Quantity quantity) {
        this.plane = plane;
        this.quantity = quantity;
    }

    /**
     * A figure of the chart and the changes of regime in it.
     *
     * @param name what the values are
     * @param unit their unit; empty where nothing names one
     * @param points in the order of their positions, at least one
     */
    public static Element of(String name, String unit, List<TrendPoint> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A trend needs a point: " + name);
        }
        double largest = TrendPlane.extent(points).map(Math::abs).max().orElse(0);
        TrendChart chart =
                new TrendChart(TrendPlane.of(points, TICKS, LEFT, RIGHT, TOP, BOTTOM), Quantity.of(unit, largest));
        Element figure = Element.of("figure")
                .styled("ek-trend")
                .add(Element.of("figcaption", chart.caption(name)), chart.image(name));
        return chart.addChanges(figure);
    }

    private String caption(String name) {
        String shown = quantity.unit();
        return name
                + (shown.isEmpty() ? "" : " (" + shown + ")")
                + (plane.scale() instanceof Scale.Linear ? "" : ", logarithmic");
    }

    private Element image(String name) {
        Element image = Shapes.image(HEIGHT, "ek-chart")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("role", "img")
                .add(Element.of("title", name), Element.of("desc", description()));
        addGrid(image);
        addBreaks(image);
        addIntervals(image);
        addLines(image);
        addPoints(image);
        return image.add(dates());
    }

    private String description() {
        List<TrendPoint> points = plane.points();
        List<TrendPoint> there =
                points.stream().filter(point -> point.value() != null).toList();
        StringBuilder text = new StringBuilder();
        text.append(points.size())
                .append(points.size() == 1 ? " point" : " points")
                .append(", ");
        text.append(points.get(0).label())
                .append(" to ")
                .append(points.get(points.size() - 1).label());
        if (!there.isEmpty()) {
            double least = there.stream().mapToDouble(TrendChart::value).min().orElseThrow();
            double most = there.stream().mapToDouble(TrendChart::value).max().orElseThrow();
            text.append("; first ").append(quantity.text(value(there.get(0))));
            text.append(", last ").append(quantity.text(value(there.get(there.size() - 1))));
            text.append(", from ").append(quantity.text(least)).append(" to ").append(quantity.text(most));
        }
        int missing = points.size() - there.size();
        if (missing > 0) {
            text.append("; ").append(missing).append(" missing");
        }
        long changes = points.stream().filter(point -> point.change() != null).count();
        if (changes > 0) {
            text.append("; what is measured changed ").append(changes == 1 ? "once" : changes + " times");
        }
        return text.append('.').toString();
    }

    private static double value(TrendPoint point) {
        return Objects.requireNonNull(point.value());
    }

    private void addGrid(Element image) {
        List<Double> ticks = plane.scale().ticks();
        int decimals = quantity.decimalsFor(ticks);
        Element lines = Element.of("g").styled("ek-grid").attribute("stroke-opacity", "0.25");
        Element numbers = Element.of("g")
                .styled("ek-labels")
                .attribute("fill", "currentColor")
                .attribute("stroke", "none");
        for (double tick : ticks) {
            lines.add(Shapes.line(0, plane.y(tick), 1, plane.y(tick)));
            numbers.add(Element.of("text", quantity.tick(tick, decimals))
                    .attribute("y", Coordinates.pixels(plane.y(tick) - 3)));
        }
        image.add(lines, numbers);
    }

    /** Lines between regimes; their numbers are left out where they would touch, the line's title stays. */
    private void addBreaks(Element image) {
        Labels numbers = new Labels(SMALLEST);
        Element lines = Element.of("g").styled("ek-change").attribute("stroke-dasharray", "4 3");
        int number = 0;
        for (int i = 0; i < plane.points().size(); i++) {
            String change = plane.points().get(i).change();
            if (change != null) {
                number++;
                double x = plane.before(i);
                lines.add(Shapes.line(x, TOP - 6, x, BOTTOM).add(Element.of("title", number + ": " + change)));
                numbers.add(x, Integer.toString(number));
            }
        }
        if (number > 0) {
            image.add(lines, numbers.drawn(TOP - 9));
        }
    }

    private void addIntervals(Element image) {
        Element group = Element.of("g").styled("ek-ci").attribute("stroke-opacity", "0.5");
        for (int i = 0; i < plane.points().size(); i++) {
            TrendPoint point = plane.points().get(i);
            Interval interval = point.interval();
            if (point.value() == null || interval == null) {
                continue;
            }
            double x = plane.x(i);
            double low = interval.low() == null ? BOTTOM : plane.y(interval.low());
            double high = interval.high() == null ? TOP : plane.y(interval.high());
            group.add(Shapes.line(x, low, x, high));
            if (interval.low() == null) {
                group.add(Shapes.arrow(x, low, 0, 1));
            }
            if (interval.high() == null) {
                group.add(Shapes.arrow(x, high, 0, -1));
            }
        }
        image.add(group);
    }

    private void addLines(Element image) {
        Element group = Element.of("g").styled("ek-line");
        for (int i = 1; i < plane.points().size(); i++) {
            if (plane.isJoined(i)) {
                group.add(Shapes.line(
                        plane.x(i - 1),
                        plane.y(plane.points().get(i - 1)),
                        plane.x(i),
                        plane.y(plane.points().get(i))));
            }
        }
        image.add(group);
    }

    private void addPoints(Element image) {
        double radius = plane.points().size() > MANY ? 2.5 : 3.5;
        Element group = Element.of("g").styled("ek-points").attribute("fill", "currentColor");
        for (int i = 0; i < plane.points().size(); i++) {
            TrendPoint point = plane.points().get(i);
            Element title = Element.of("title", point.title());
            if (point.value() == null) {
                group.add(cross(plane.x(i)).add(title));
                continue;
            }
            double y = plane.y(point);
            if (point.isBaseline()) {
                group.add(Shapes.circle(plane.x(i), y, radius + 3)
                        .styled("ek-baseline")
                        .attribute("fill", "none"));
            }
            group.add(Shapes.circle(plane.x(i), y, radius).add(title));
        }
        image.add(group);
    }

    private static Element cross(double x) {
        return Element.of("svg")
                .attribute("x", Coordinates.percent(x))
                .attribute("y", Coordinates.pixels(MISSING))
                .attribute("overflow", "visible")
                .add(Element.of("path").styled("ek-missing").attribute("d", "M-3-3 3 3M3-3-3 3"));
    }

    private Element dates() {
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int last = plane.points().size() - 1;
        int next = 0;
        for (int i = 0; i <= last; i++) {
            double wanted = LEFT + (RIGHT - LEFT) * next / (DATES_SHOWN - 1);
            if (i == last || plane.x(i) >= wanted - 1e-9) {
                shares.add(plane.x(i));
                texts.add(plane.points().get(i).label());
                next++;
            }
        }
        return Labels.along(SMALLEST, shares, texts).drawn(DATES);
    }

    private Element addChanges(Element figure) {
        List<Element> changes = plane.points().stream()
                .filter(point -> point.change() != null)
                .map(point -> Element.of("li", point.label() + ": " + point.change()))
                .toList();
        return changes.isEmpty()
                ? figure
                : figure.add(Element.of("ol").styled("ek-changes").addAll(changes));
    }
}
