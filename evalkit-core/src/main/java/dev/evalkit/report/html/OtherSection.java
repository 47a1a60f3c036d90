package dev.evalkit.report.html;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.RowCells;
import dev.evalkit.report.Selection;
import dev.evalkit.report.markup.Element;
import java.util.List;
import java.util.Optional;

/** Secondary numbers of indicators, which do not gate. */
final class OtherSection {
    private static final int MOST_ROWS = 500;

    private OtherSection() {}

    static Optional<Element> of(Outcome outcome) {
        Selection selection = Selection.of(outcome, MOST_ROWS, row -> !row.gating() && !SliceSection.isSlice(row));
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of("other-numbers", "Numbers for display")
                .column("number")
                .number("baseline")
                .number("current")
                .number("delta")
                .column("verdict");
        for (DiffRow row : selection.rows()) {
            RowCells cells = new RowCells(row);
            table.row(List.of(
                    Cell.text(cells.label(outcome.diff())),
                    Cell.text((cells.previous() + " " + cells.previousSpread()).strip()),
                    Cell.text((cells.current() + " " + cells.currentSpread()).strip()),
                    VerdictSection.delta(row, cells),
                    Cell.text(row.verdict().words()).styled(RowStyle.of(row))));
        }
        Element section = Page.section("others", "Other numbers")
                .add(Element.of("p", "These do not gate, and their verdicts are not adjusted for their number.")
                        .styled("quiet small"))
                .add(table.element());
        return Optional.of(
                selection.omitted() == 0
                        ? section
                        : section.add(Element.of("p", "… and " + selection.omitted() + " more in diff.json.")));
    }
}
