package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;
import java.util.List;

/** Values in their order on the space of a word: a line with gaps, a dot at the last value, a bar where what is measured changed. */
public final class Sparkline {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final double MARGIN = 4;
    private static final double DOT = 2.5;

    private Sparkline() {}

    /**
     * Draws values; the axis is the line's own, from the smallest to the largest of them.
     *
     * @param title what is said to those who point at it or cannot see it
     * @param points in the order of their positions
     */
    public static Element of(String title, List<TrendPoint> points) {
        Element image = Element.of("svg")
                .styled("ek-spark")
                .attribute("width", WIDTH)
                .attribute("height", HEIGHT)
                .attribute("fill", "none")
                .attribute("stroke", "currentColor")
                .attribute("role", "img")
                .add(Element.of("title", title));
        if (points.isEmpty()) {
            return image;
        }
        List<TrendPoint> values = points.stream()
                .map(point -> new TrendPoint(
                        point.position(), "", point.value(), null, point.isBaseline(), point.change(), ""))
                .toList();
        TrendPlane plane = TrendPlane.of(values, 2, MARGIN, WIDTH - MARGIN, MARGIN, HEIGHT - MARGIN)
                .tight();
        StringBuilder line = new StringBuilder();
        StringBuilder lone = new StringBuilder();
        StringBuilder breaks = new StringBuilder();
        int last = -1;
        for (int i = 0; i < values.size(); i++) {
            TrendPoint point = values.get(i);
            if (point.change() != null) {
                breaks.append('M')
                        .append(Coordinates.pixels(plane.before(i)))
                        .append(" 0v")
                        .append(HEIGHT);
            }
            if (point.value() != null) {
                if (isAlone(plane, i)) {
                    lone.append('M').append(at(plane, i)).append("h.01");
                } else {
                    line.append(plane.isJoined(i) ? 'L' : 'M').append(at(plane, i));
                }
                last = i;
            }
        }
        addPath(image, "ek-change", breaks);
        addPath(image, "ek-line", line);
        addPath(image, "ek-lone", lone);
        if (last >= 0) {
            image.add(dot(plane, last));
        }
        return image;
    }

    private static void addPath(Element image, String style, StringBuilder path) {
        if (!path.isEmpty()) {
            image.add(Element.of("path")
                    .styled(style)
                    .attribute("stroke-linecap", "round")
                    .attribute("d", path.toString()));
        }
    }

    private static boolean isAlone(TrendPlane plane, int index) {
        return !plane.isJoined(index) && !(index + 1 < plane.points().size() && plane.isJoined(index + 1));
    }

    private static String at(TrendPlane plane, int index) {
        return Coordinates.pixels(plane.x(index)) + " "
                + Coordinates.pixels(plane.y(plane.points().get(index)));
    }

    private static Element dot(TrendPlane plane, int index) {
        return Element.of("circle")
                .styled("ek-point")
                .attribute("cx", Coordinates.pixels(plane.x(index)))
                .attribute("cy", Coordinates.pixels(plane.y(plane.points().get(index))))
                .attribute("r", Coordinates.pixels(DOT))
                .attribute("fill", "currentColor");
    }
}
