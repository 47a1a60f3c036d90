package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;
import java.util.List;

/**
 * A chart that is a table: a label, a lane on a common axis, and the numbers. Whoever cannot see it reads the table; on a phone the lane takes a line of its own.
 *
 * @param caption what the chart shows
 * @param labels the heading of the labels
 * @param cells the headings of the cells
 */
public record RowChart(String caption, String labels, List<String> cells) {
    public RowChart {
        cells = List.copyOf(cells);
    }

    /** Draws rows, in their order. */
    public Element of(Axis axis, List<ChartRow> rows) {
        Element head = Element.of("tr").add(heading(labels));
        head.add(Element.of("th")
                .attribute("scope", "col")
                .styled("ek-plot")
                .add(axis.ruler())
                .add(hidden()));
        cells.forEach(cell -> head.add(heading(cell)));
        Element body = Element.of("tbody");
        rows.forEach(row -> body.add(row(axis, row)));
        return Element.of("table")
                .styled("ek-rows")
                .add(Element.of("caption", caption), Element.of("thead").add(head), body);
    }

    private static Element heading(String text) {
        return Element.of("th", text).attribute("scope", "col");
    }

    private static Element hidden() {
        return Element.of("span", "drawn").styled("ek-hidden");
    }

    private static Element row(Axis axis, ChartRow row) {
        Element label = Element.of("th").attribute("scope", "row");
        if (row.link() == null) {
            label.text(row.label());
        } else {
            label.add(Element.of("a", row.label()).link(row.link()));
        }
        Element element =
                Element.of("tr").add(label, Element.of("td").styled("ek-plot").add(axis.lane(row.mark())));
        row.cells().forEach(cell -> element.add(Element.of("td").add(cell)));
        return element;
    }
}
