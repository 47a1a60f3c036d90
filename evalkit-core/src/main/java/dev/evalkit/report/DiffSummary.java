package dev.evalkit.report;

import static dev.evalkit.report.TextColumns.Column.left;
import static dev.evalkit.report.TextColumns.Column.right;

import dev.evalkit.Shown;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.gate.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A diff and its outcome in Markdown: the {@code summary.md} of a run. It renders, and can be read as it is. */
public final class DiffSummary {
    private static final int MOST_ROWS = 200;
    private static final int MOST_FOR_DISPLAY = 20;
    private static final int MOST_FLIPPED = 20;
    private static final String READING =
            "± reaches to the farther end of a value's interval, the 95 % interval is that of the delta, ~ stands where nothing can be said; p is how likely"
                    + " data as bad would be if no more than is tolerated was lost, adjusted for the number of indicators; n counts samples, or pairs of them.";

    private static final List<TextColumns.Column> COLUMNS = List.of(
            left("indicator", 0),
            right("baseline", 0),
            right("current", 0),
            right("delta", 0),
            left("95 % interval", 0),
            right("p", 0),
            right("q", 0),
            right("n", 0),
            right("threshold", 0),
            left("notes", 0));

    private static final List<TextColumns.Column> DISPLAY = List.of(
            left("for display", 0),
            right("baseline", 0),
            right("current", 0),
            right("delta", 0),
            left("evidence", 0),
            left("verdict", 0));

    private static final List<TextColumns.Column> FLIPS = List.of(
            left("indicator", 0),
            right("worse", 0),
            left("the first by id", 0),
            right("better", 0),
            left("the first by id", 0));

    private final Outcome outcome;
    private final DiffResult diff;
    private final Notes notes = Notes.without();
    private final StringBuilder out = new StringBuilder();

    private DiffSummary(Outcome outcome) {
        this.outcome = outcome;
        this.diff = outcome.diff();
    }

    /** The document, ending with a newline. */
    public static String of(Outcome outcome) {
        return of(outcome, null);
    }

    /**
     * The document with the command line that accepts the current run.
     *
     * @param accepting the command line, or null where there is none
     */
    public static String of(Outcome outcome, @Nullable String accepting) {
        return new DiffSummary(outcome).text(accepting);
    }

    private String text(@Nullable String accepting) {
        String title = DiffWords.title(diff);
        line("# " + (outcome.passed() ? "PASS" : "FAIL") + (title.isEmpty() ? "" : " · " + Markdown.text(title)));
        line("**" + Markdown.text(DiffWords.outcome(outcome)) + "**");
        line("baseline " + Markdown.text(DiffWords.side(diff.previous())) + " → current "
                + Markdown.text(DiffWords.side(diff.current())));
        DiffWords.counts(diff).forEach(this::line);
        if (outcome.measured()) {
            line(DiffWords.promise(outcome));
        }
        next(accepting);
        Selection selection = Selection.of(outcome, MOST_ROWS, DiffRow::gating);
        indicators(selection);
        flips(selection);
        notes();
        display();
        line("## Files");
        file("baseline", diff.previous());
        file("current", diff.current());
        return out.toString();
    }

    private void line(String text) {
        boolean isApart = out.isEmpty() || out.charAt(out.length() - 2) == '\n';
        out.append(isApart ? "" : "\n").append(text).append("\n\n");
    }

    private void next(@Nullable String accepting) {
        outcome.next()
                .forEach(step ->
                        out.append("- Next: ").append(Markdown.text(step)).append('\n'));
        if (accepting != null && !outcome.passed()) {
            line("If this is intended:");
            line("    " + Shown.text(accepting));
        }
    }

    private void indicators(Selection selection) {
        selection.groups().forEach((group, rows) -> {
            boolean fails = rows.stream().anyMatch(outcome::fails);
            line("## " + group.heading() + (fails ? " (fails the build)" : ""));
            MarkdownTable table = new MarkdownTable(COLUMNS);
            rows.forEach(row -> table.add(cells(row)));
            out.append(table.text());
        });
        omitted(selection);
        if (!selection.isEmpty()) {
            line(READING);
        }
    }

    private List<String> cells(DiffRow row) {
        RowCells cells = new RowCells(row);
        return List.of(
                cells.label(diff),
                join(cells.previous(), cells.previousSpread()),
                join(cells.current(), cells.currentSpread()),
                delta(cells),
                cells.interval(),
                cells.p(),
                cells.discovery(),
                row.test() == null ? "" : cells.samples(),
                join(cells.threshold(), cells.flag()),
                notes.refer(row));
    }

    private static String delta(RowCells cells) {
        String percent = cells.percent();
        return join(join(cells.delta(), cells.way()), percent.isEmpty() ? "" : "(" + percent + ")");
    }

    private static String join(String text, String more) {
        return (text + " " + more).strip();
    }

    private void omitted(Selection selection) {
        if (selection.omitted() > 0) {
            line("… and " + selection.omitted() + " more in diff.json");
        }
    }

    private void flips(Selection selection) {
        List<DiffRow> flipped = FlipWords.rows(selection.rows());
        if (flipped.isEmpty()) {
            return;
        }
        line("## Samples that changed");
        MarkdownTable table = new MarkdownTable(FLIPS);
        flipped.stream().limit(MOST_FLIPPED).forEach(row -> {
            FlipWords words = new FlipWords(Objects.requireNonNull(row.flips()), MOST_FLIPPED);
            table.add(List.of(
                    DiffWords.label(row, diff),
                    String.valueOf(row.flips().worse()),
                    words.worse(),
                    String.valueOf(row.flips().better()),
                    words.better()));
        });
        out.append(table.text());
    }

    private void notes() {
        List<String> lines = notes.lines();
        if (!lines.isEmpty()) {
            line("## Notes");
            lines.forEach(note -> out.append("- ").append(Markdown.text(note)).append('\n'));
        }
    }

    /** Slices and secondary numbers, in short. */
    private void display() {
        Selection selection = Selection.of(outcome, MOST_FOR_DISPLAY, row -> !row.gating());
        if (selection.isEmpty()) {
            return;
        }
        line("## For display");
        line("These rows do not gate, and their p-values are not adjusted for their number.");
        MarkdownTable table = new MarkdownTable(DISPLAY);
        selection
                .groups()
                .forEach((group, rows) -> rows.forEach(row -> {
                    RowCells cells = new RowCells(row);
                    table.add(List.of(
                            cells.label(diff),
                            join(cells.previous(), cells.previousSpread()),
                            join(cells.current(), cells.currentSpread()),
                            join(cells.delta(), cells.way()),
                            cells.evidence(),
                            row.verdict().words()));
                }));
        out.append(table.text());
        omitted(selection);
    }

    private void file(String side, Origin origin) {
        out.append("- ").append(side).append(": ");
        out.append(Markdown.text(origin.path() == null ? DiffWords.side(origin) : origin.path()));
        if (origin.sha256() != null) {
            out.append(" (SHA-256 ").append(Markdown.text(origin.sha256())).append(')');
        }
        out.append('\n');
    }
}
