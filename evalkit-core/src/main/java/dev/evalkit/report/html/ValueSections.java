package dev.evalkit.report.html;

import dev.evalkit.report.DiffWords;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.result.Interval;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a run with their intervals, where there is nothing to compare them with. */
final class ValueSections {
    private static final int MOST_ROWS = 2000;
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double LARGE = 1e15;
    private static final double SMALL = 1e-6;

    private ValueSections() {}

    static List<Node> of(ResultSet results) {
        List<Node> sections = new ArrayList<>();
        add(sections, results, false);
        add(sections, results, true);
        return sections;
    }

    private static void add(List<Node> sections, ResultSet results, boolean isSlices) {
        String id = isSlices ? "slices" : "indicators";
        DataTable table = DataTable.of(id + "-values", isSlices ? "Values by slice" : "Values")
                .column(isSlices ? "metric and slice" : "metric")
                .number("value")
                .number("95 % interval")
                .number("n")
                .column("method");
        int rows = 0;
        for (ResultItem item : results.items()) {
            boolean isSlice = !item.meta().slice().isEmpty();
            if (isSlice == isSlices && rows++ < MOST_ROWS) {
                table.row(cells(item));
            }
        }
        if (table.isEmpty()) {
            return;
        }
        Element section = Page.section(id, isSlices ? "Slices" : "Indicators").add(table.element());
        if (rows > MOST_ROWS) {
            section.add(Element.of("p", "… and " + (rows - MOST_ROWS) + " more in current.json."));
        }
        sections.add(section);
    }

    private static List<Cell> cells(ResultItem item) {
        return List.of(
                Cell.text(label(item)),
                Cell.text(number(item.value())).sortedBy(item.value()),
                Cell.text(interval(item.ci())),
                Cell.text(item.samplesUsed() == null ? "" : String.valueOf(item.samplesUsed())),
                Cell.text(item.meta().text(Meta.CI_METHOD).orElse("").replace('_', ' ')));
    }

    private static String label(ResultItem item) {
        ItemId id = item.id();
        StringBuilder label = new StringBuilder(id.metricId());
        item.meta().text(Meta.UNIT).ifPresent(unit -> label.append(DiffWords.unit(unit)));
        if (id.dataset() != null) {
            label.append(" · ").append(id.dataset());
        }
        id.slice()
                .forEach((column, value) ->
                        label.append(" · ").append(column).append('=').append(value));
        return label.toString();
    }

    private static String interval(@Nullable Interval ci) {
        return ci == null ? "" : end(ci.low(), "-∞") + " to " + end(ci.high(), "∞");
    }

    private static String end(@Nullable Double end, String unbounded) {
        return end == null ? unbounded : number(end);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return size >= LARGE || (size != 0 && size < SMALL)
                ? rounded.stripTrailingZeros().toString()
                : rounded.toPlainString();
    }
}
