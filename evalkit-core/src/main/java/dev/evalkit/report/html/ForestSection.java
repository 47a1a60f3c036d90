package dev.evalkit.report.html;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.RowGroup;
import dev.evalkit.report.Selection;
import dev.evalkit.report.chart.Axis;
import dev.evalkit.report.chart.Emphasis;
import dev.evalkit.report.chart.ForestPlot;
import dev.evalkit.report.chart.ForestRow;
import dev.evalkit.report.chart.Mark;
import dev.evalkit.report.markup.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All changes side by side, with their intervals and with what is tolerated. */
final class ForestSection {
    private static final int MOST_ROWS = 200;

    private ForestSection() {}

    static Optional<Element> of(Outcome outcome) {
        Element section = Page.section("changes", "All changes");
        boolean isAny = add(section, outcome, DiffRow::gating, "Changes of the indicators", null);
        isAny |= add(
                section,
                outcome,
                row -> !row.gating() && !SliceSection.isSlice(row),
                "Changes of numbers for display",
                "Other numbers");
        isAny |=
                add(section, outcome, row -> !row.gating() && SliceSection.isSlice(row), "Changes of slices", "Slices");
        return isAny ? Optional.of(section) : Optional.empty();
    }

    /** @param folded what stands above the rows where they are folded, or null where they are not */
    private static boolean add(
            Element section, Outcome outcome, Predicate<DiffRow> which, String caption, @Nullable String folded) {
        Selection selection = Selection.of(outcome, MOST_ROWS, row -> which.test(row) && row.change() != null);
        List<ForestRow> rows = selection.rows().stream()
                .flatMap(row -> row(row, outcome.diff()).stream())
                .toList();
        if (rows.isEmpty()) {
            return false;
        }
        Element plot = ForestPlot.of(caption, rows);
        if (selection.omitted() > 0) {
            plot.add(Element.of("p", "… and " + selection.omitted() + " more in diff.json."));
        }
        section.add(
                folded == null
                        ? plot
                        : Element.of("details")
                                .add(Element.of("summary", folded + " (" + rows.size() + ")"))
                                .add(plot));
        return true;
    }

    /** An axis on which the changes of these rows have a place; empty where none of them has multiples. */
    static Optional<Axis> axis(List<DiffRow> rows, DiffResult diff) {
        List<Mark> marks =
                rows.stream().flatMap(row -> mark(row, diff).stream()).toList();
        return marks.isEmpty() ? Optional.empty() : Optional.of(Axis.ofMultiples(marks));
    }

    /** The change of a row in multiples of what is tolerated. */
    static Optional<Mark> mark(DiffRow row, DiffResult diff) {
        return row(row, diff).filter(ForestRow::hasMultiples).map(ForestPlot::multiple);
    }

    private static Optional<ForestRow> row(DiffRow row, DiffResult diff) {
        Change change = row.change();
        if (change == null) {
            return Optional.empty();
        }
        return Optional.of(new ForestRow(
                DiffWords.label(row, diff),
                null,
                row.unit(),
                change.delta(),
                row.test() == null ? null : row.test().ci(),
                change.margin(),
                row.direction(),
                emphasis(RowGroup.of(row)),
                row.verdict().words()));
    }

    private static Emphasis emphasis(RowGroup group) {
        return switch (group) {
            case REGRESSED, PROVEN_DROP -> Emphasis.BAD;
            case IMPROVED -> Emphasis.GOOD;
            case NO_WORSE -> Emphasis.PLAIN;
            case INCONCLUSIVE, INCOMPARABLE, NEW, MISSING -> Emphasis.UNSURE;
        };
    }
}
