package dev.evalkit.report.chart;

import dev.evalkit.model.Direction;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import dev.evalkit.result.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of several indicators with their intervals, side by side.
 *
 * <p>Changes of different units have no common scale but one: multiples of the drop that each row tolerates, turned so that worse is on the left. Rows that
 * tolerate nothing, or of which nobody knows which way is better, follow by unit, as they are.
 */
public final class ForestPlot {
    private static final List<String> CELLS = List.of("change [interval]", "tolerance", "verdict");

    private ForestPlot() {}

    /**
     * Draws changes in their order.
     *
     * @param caption what they are changes of
     * @return tables, one for each scale; no rows, no tables
     */
    public static Element of(String caption, List<ForestRow> rows) {
        List<ForestRow> oriented = new ArrayList<>();
        Map<String, List<ForestRow>> byUnit = new LinkedHashMap<>();
        for (ForestRow row : rows) {
            (row.hasMultiples() ? oriented : byUnit.computeIfAbsent(row.unit(), unit -> new ArrayList<>())).add(row);
        }
        Element plot = Element.of("div").styled("ek-forest");
        if (!oriented.isEmpty()) {
            plot.add(multiples(caption, oriented));
        }
        byUnit.forEach((unit, ofUnit) -> plot.add(raw(caption, unit, ofUnit)));
        return plot;
    }

    private static Element multiples(String caption, List<ForestRow> rows) {
        List<Mark> marks = rows.stream().map(ForestPlot::multiple).toList();
        Axis axis = Axis.ofMultiples(marks);
        String scale = ": ← worse · better →, in multiples of the tolerated drop (shaded: within it)"
                + (axis.isLogarithmic() ? "; the scale is logarithmic beyond ±1" : "");
        return chart(caption + scale, axis, rows, marks);
    }

    private static Element raw(String caption, String unit, List<ForestRow> rows) {
        List<Mark> marks =
                rows.stream().map(row -> mark(row, row.delta(), row.interval())).toList();
        Axis axis = Axis.ofDifferences(marks, unit);
        String shown = axis.quantity().unit();
        String scale = ": current − previous" + (shown.isEmpty() ? "" : " in " + shown)
                + ", where nothing is tolerated or no direction is known";
        return chart(caption + scale, axis, rows, marks);
    }

    private static Element chart(String caption, Axis axis, List<ForestRow> rows, List<Mark> marks) {
        List<ChartRow> drawn = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ForestRow row = rows.get(i);
            drawn.add(new ChartRow(row.label(), row.link(), marks.get(i), cells(row)));
        }
        return new RowChart(caption, "indicator", CELLS).of(axis, drawn);
    }

    private static List<Node> cells(ForestRow row) {
        double size = Math.max(
                Math.abs(row.delta()),
                Mark.ends(row.interval()).map(Math::abs).max().orElse(0));
        Quantity quantity = Quantity.of(row.unit(), size).ofDifferences();
        String change = quantity.signed(row.delta(), row.interval());
        String tolerated = "tolerates " + (row.margin() == 0 ? "nothing" : quantity.text(row.margin()));
        return List.of(new Text(change), new Text(tolerated), new Text(row.verdict()));
    }

    /**
     * A row's change in multiples of what it tolerates, turned so that worse is on the left, for {@link Axis#ofMultiples}.
     *
     * @throws IllegalArgumentException if it has no multiples
     */
    public static Mark multiple(ForestRow row) {
        if (row.direction() == null || !row.hasMultiples()) {
            throw new IllegalArgumentException("Nothing is tolerated of " + row.label() + ", or no direction is known");
        }
        double unit = row.direction().orient(row.margin());
        Interval interval = row.interval();
        if (interval == null) {
            return mark(row, row.delta() / unit, null);
        }
        Double low = scaled(interval.low(), unit);
        Double high = scaled(interval.high(), unit);
        boolean isTurned = row.direction() == Direction.LOWER_IS_BETTER;
        return mark(row, row.delta() / unit, isTurned ? new Interval(high, low) : new Interval(low, high));
    }

    /** An end that is beyond all numbers in multiples of the margin is as good as open. */
    private static @Nullable Double scaled(@Nullable Double end, double unit) {
        return end == null || !Double.isFinite(end / unit) ? null : (Double) (end / unit);
    }

    private static Mark mark(ForestRow row, double value, @Nullable Interval interval) {
        return new Mark(value, interval, List.of(), row.emphasis(), "");
    }
}
