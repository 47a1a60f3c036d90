package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a chart that is a table.
 *
 * @param label what the row is about
 * @param link where the label leads, or null
 * @param mark what is drawn
 * @param cells what stands beside it; the numbers that are drawn must be among them
 */
public record ChartRow(String label, @Nullable String link, Mark mark, List<Node> cells) {
    public ChartRow {
        cells = List.copyOf(cells);
    }
}
