package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;

/** The few shapes that all charts are made of. */
final class Shapes {
    private static final double RADIUS = 4;
    private static final double ARROW = 5;

    private Shapes() {}

    /** An image of the full width whose lines are in the colour of the text. */
    static Element image(int height, String style) {
        return Element.of("svg")
                .styled(style)
                .attribute("width", "100%")
                .attribute("height", height)
                .attribute("fill", "none")
                .attribute("stroke", "currentColor");
    }

    static Element line(double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .attribute("x1", Coordinates.percent(x1))
                .attribute("y1", Coordinates.pixels(y1))
                .attribute("x2", Coordinates.percent(x2))
                .attribute("y2", Coordinates.pixels(y2));
    }

    static Element circle(double x, double y, double radius) {
        return Element.of("circle")
                .attribute("cx", Coordinates.percent(x))
                .attribute("cy", Coordinates.pixels(y))
                .attribute("r", Coordinates.pixels(radius));
    }

    /** The mark of a value. */
    static Element point(double x, double y, Emphasis emphasis) {
        return switch (emphasis) {
            case PLAIN, GOOD ->
                circle(x, y, RADIUS).styled("ek-point " + emphasis.style()).attribute("fill", "currentColor");
            case UNSURE -> circle(x, y, RADIUS).styled("ek-open " + emphasis.style());
            case BAD ->
                Element.of("rect")
                        .attribute("x", Coordinates.percent(x))
                        .attribute("y", Coordinates.pixels(y - RADIUS))
                        .attribute("width", "8")
                        .attribute("height", "8")
                        .attribute("transform", "translate(-4)")
                        .styled("ek-point " + emphasis.style())
                        .attribute("fill", "currentColor");
        };
    }

    /** The tip of an arrow that leads to the left (−1, 0), the right (1, 0), up (0, −1) or down (0, 1). */
    static Element arrow(double x, double y, int right, int down) {
        double backX = -right * ARROW;
        double backY = -down * ARROW;
        double asideX = down * ARROW * 0.7;
        double asideY = right * ARROW * 0.7;
        String path = "M" + Coordinates.pixels(backX + asideX) + " " + Coordinates.pixels(backY + asideY) + "L0 0L"
                + Coordinates.pixels(backX - asideX) + " " + Coordinates.pixels(backY - asideY);
        return Element.of("svg")
                .attribute("x", Coordinates.percent(x))
                .attribute("y", Coordinates.pixels(y))
                .attribute("overflow", "visible")
                .add(Element.of("path").styled("ek-arrow").attribute("d", path));
    }
}
