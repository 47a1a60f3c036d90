package dev.evalkit.report.html;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Observation;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.Notes;
import dev.evalkit.report.RowCells;
import dev.evalkit.report.Selection;
import dev.evalkit.report.chart.Axis;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The indicators that gate, in groups by their verdicts, with the notes that explain them. */
final class VerdictSection {
    private static final int MOST_ROWS = 2000;
    private static final String READING =
            "The picture has changes in multiples of the drop that is tolerated, which is shaded. ± reaches to the farther end of a value's interval, the 95 % interval is that of the delta, ~ stands where nothing can be said; p is how likely"
                    + " data as bad would be if no more than is tolerated was lost, adjusted for the number of indicators; n counts samples, or pairs of them.";

    private final Outcome outcome;
    private final Function<DiffRow, Optional<Element>> sparkline;
    private final Notes notes = Notes.without();

    VerdictSection(Outcome outcome, Function<DiffRow, Optional<Element>> sparkline) {
        this.outcome = outcome;
        this.sparkline = sparkline;
    }

    Optional<Element> section() {
        Selection selection = Selection.of(outcome, MOST_ROWS, DiffRow::gating);
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Element>> sparklines =
                selection.rows().stream().map(sparkline).toList();
        boolean hasSparklines = sparklines.stream().anyMatch(Optional::isPresent);
        boolean hasDiscoveries = selection.rows().stream()
                .anyMatch(row -> !new RowCells(row).discovery().isEmpty());
        DataTable table = DataTable.of("verdicts", "Indicators by verdict")
                .column("indicator")
                .number("baseline")
                .number("current")
                .number("delta, 95 % interval");
        Optional<Axis> axis = ForestSection.axis(selection.rows(), outcome.diff());
        axis.ifPresent(each -> table.lane("worse ← change → better", each.ruler()));
        table.number("p");
        if (hasDiscoveries) {
            table.number("q");
        }
        table.number("n").number("threshold");
        if (hasSparklines) {
            table.column("trend");
        }
        table.column("notes");
        int[] next = {0};
        selection.groups().forEach((group, rows) -> {
            boolean fails = rows.stream().anyMatch(outcome::fails);
            table.group(group.heading() + (fails ? " (fails the build)" : ""), RowStyle.of(group));
            rows.forEach(row -> {
                List<Cell> cells = cells(row, hasDiscoveries, axis);
                Optional<Element> spark = sparklines.get(next[0]++);
                if (hasSparklines) {
                    cells.add(spark.map(each -> Cell.of(each)).orElse(Cell.EMPTY));
                }
                cells.add(references(notes.refer(row)));
                table.row(cells);
            });
        });
        Element section = Page.section("indicators", "Indicators").add(table.element());
        if (selection.omitted() > 0) {
            section.add(Element.of("p", "… and " + selection.omitted() + " more in diff.json."));
        }
        return Optional.of(
                section.add(Element.of("p", READING).styled("quiet small")).addAll(notes()));
    }

    private List<Cell> cells(DiffRow row, boolean hasDiscoveries, Optional<Axis> axis) {
        RowCells cells = new RowCells(row);
        TestResult test = row.test();
        List<Cell> shown = new ArrayList<>();
        shown.add(Cell.text(cells.label(outcome.diff())));
        shown.add(value(cells.previous(), cells.previousSpread(), row.previous()));
        shown.add(value(cells.current(), cells.currentSpread(), row.current()));
        shown.add(delta(row, cells));
        axis.ifPresent(each -> shown.add(ForestSection.mark(row, outcome.diff())
                .map(mark -> Cell.of(each.lane(mark)).sortedBy(mark.value()))
                .orElse(Cell.EMPTY)));
        shown.add(Cell.text(cells.p()).sortedBy(test == null ? null : test.pMargin()));
        if (hasDiscoveries) {
            shown.add(Cell.text(cells.discovery()));
        }
        shown.add(Cell.text(test == null ? "" : cells.samples()));
        shown.add(Cell.text((cells.threshold() + " " + cells.flag()).strip())
                .sortedBy(row.change() == null ? null : row.change().threshold()));
        return shown;
    }

    private static Cell value(String value, String spread, @Nullable Observation observation) {
        Double number = observation == null ? null : observation.compared();
        return spread.isEmpty()
                ? Cell.text(value).sortedBy(number)
                : Cell.of(text(value + " "), Element.of("span", spread).styled("quiet"))
                        .sortedBy(number);
    }

    /** In its threshold's size, so that sorting by it makes sense of several units. */
    static Cell delta(DiffRow row, RowCells cells) {
        Change change = row.change();
        String percent = cells.percent();
        String way = cells.way();
        return Cell.of(
                        text(cells.delta() + (way.isEmpty() ? "" : " ")),
                        Element.of("span", way).styled(way),
                        Element.of("span", percent.isEmpty() ? "" : " (" + percent + ")")
                                .styled("quiet"),
                        Element.of("span", " " + cells.interval()).styled("block small quiet"))
                .sortedBy(change == null ? null : Math.copySign(change.thresholds(), change.delta()));
    }

    private static Node text(String text) {
        return new Text(text);
    }

    /** {@code (1) (3)}, each leading to its note. */
    private static Cell references(String references) {
        List<Node> links = new ArrayList<>();
        for (String reference : references.split(" ", -1)) {
            if (!reference.isEmpty()) {
                String number = reference.substring(1, reference.length() - 1);
                links.add(Element.of("a", reference).link("#note-" + number));
                links.add(text(" "));
            }
        }
        return Cell.of(links.toArray(Node[]::new)).styled("references");
    }

    private List<Node> notes() {
        List<String> lines = notes.lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        Element list = Element.of("ul").styled("notes");
        for (String line : lines) {
            Element note = Element.of("li", DiffWords.sentence(line));
            int end = line.indexOf(')');
            if (line.startsWith("(") && end > 0) {
                note.attribute("id", "note-" + line.substring(1, end));
            }
            list.add(note);
        }
        return List.of(Element.of("h3", "Notes"), list);
    }
}
