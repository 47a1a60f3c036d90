package dev.evalkit.report.html;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.RowCells;
import dev.evalkit.report.RowGroup;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slices as tables whose cells are coloured by their verdicts: a table for each way of slicing, a row for each slice, a column for each metric. */
final class SliceSection {
    private static final int MOST_SLICES = 500;
    private static final int MOST_METRICS = 12;

    private final DiffResult diff;

    private SliceSection(DiffResult diff) {
        this.diff = diff;
    }

    static Optional<Element> of(DiffResult diff) {
        return new SliceSection(diff).section();
    }

    /** Whether a row is of a slice. */
    static boolean isSlice(DiffRow row) {
        return !row.id().slice().isEmpty();
    }

    private Optional<Element> section() {
        Map<Set<String>, List<DiffRow>> byColumns = new LinkedHashMap<>();
        diff.rows().stream()
                .filter(SliceSection::isSlice)
                .forEach(row -> byColumns
                        .computeIfAbsent(new LinkedHashSet<>(row.id().slice().keySet()), columns -> new ArrayList<>())
                        .add(row));
        if (byColumns.isEmpty()) {
            return Optional.empty();
        }
        Element section = Page.section("slices", "Slices");
        section.add(
                Element.of("p")
                        .styled("quiet small")
                        .text(
                                "Each cell has the current value, how it changed, and the verdict. Slices are for display unless the scenario lists them, and their"
                                        + " verdicts are not adjusted for their number: among many, some look worse by chance."));
        int[] number = {0};
        byColumns.forEach((columns, rows) ->
                section.add(table("slices-" + ++number[0], columns, rows)).addAll(omitted(rows)));
        return Optional.of(section);
    }

    private Element table(String id, Set<String> columns, List<DiffRow> rows) {
        List<String> metrics = shown(rows.stream().map(this::metric).distinct().toList(), MOST_METRICS);
        Map<String, Map<String, DiffRow>> slices = new LinkedHashMap<>();
        rows.forEach(row -> slices.computeIfAbsent(slice(row), slice -> new LinkedHashMap<>())
                .put(metric(row), row));
        String title = String.join(", ", columns);
        DataTable table = DataTable.of(id, "By " + title).column(title);
        metrics.forEach(table::number);
        shown(List.copyOf(slices.keySet()), MOST_SLICES).forEach(slice -> {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(slice));
            Map<String, DiffRow> ofSlice = slices.getOrDefault(slice, Map.of());
            metrics.forEach(metric -> cells.add(cell(ofSlice.get(metric))));
            table.row(cells);
        });
        return table.element();
    }

    private List<Element> omitted(List<DiffRow> rows) {
        long slices = rows.stream().map(SliceSection::slice).distinct().count();
        long metrics = rows.stream().map(this::metric).distinct().count();
        if (slices <= MOST_SLICES && metrics <= MOST_METRICS) {
            return List.of();
        }
        return List.of(Element.of(
                "p",
                "Shown: " + Math.min(slices, MOST_SLICES) + " of " + slices + " slices, "
                        + Math.min(metrics, MOST_METRICS) + " of " + metrics
                        + " metrics; diff.json has all of them."));
    }

    private static List<String> shown(List<String> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private static String slice(DiffRow row) {
        return String.join(" · ", row.id().slice().values());
    }

    /** What the row is about, its slice aside. */
    private String metric(DiffRow row) {
        String label = DiffWords.label(row, diff);
        StringBuilder slice = new StringBuilder();
        row.id()
                .slice()
                .forEach((column, value) ->
                        slice.append(" · ").append(column).append('=').append(value));
        return label.endsWith(slice.toString()) ? label.substring(0, label.length() - slice.length()) : label;
    }

    private static String words(DiffRow row) {
        return RowGroup.of(row) == RowGroup.PROVEN_DROP
                ? "drop proven"
                : row.verdict().words();
    }

    private static Cell cell(@Nullable DiffRow row) {
        if (row == null) {
            return Cell.EMPTY;
        }
        RowCells cells = new RowCells(row);
        String value = row.current() == null ? cells.previous() : cells.current();
        return Cell.of(
                        new Text(value + " "),
                        Element.of("span", cells.delta()).styled("block small"),
                        new Text(" "),
                        Element.of("span", words(row)).styled("block small"))
                .sortedBy(row.change() == null ? null : row.change().delta())
                .styled("heat " + RowStyle.of(row));
    }
}
