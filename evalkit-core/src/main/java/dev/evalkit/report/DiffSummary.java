package dev.evalkit.report;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.gate.Outcome;
import java.util.List;
import java.util.function.Predicate;

/** A diff and its outcome in Markdown: the {@code summary.md} of a run. */
public final class DiffSummary {
    private static final int MOST_ROWS = 1000;
    private static final String TITLES = "| indicator | baseline | current | delta | threshold | verdict |\n";
    private static final String ALIGNMENT = "| :-- | --: | --: | --: | --: | :-- |\n";

    private DiffSummary() {}

    /** The document, ending with a newline. */
    public static String of(Outcome outcome) {
        DiffResult diff = outcome.diff();
        Notes notes = new Notes();
        StringBuilder out = new StringBuilder();
        String title = DiffWords.title(diff);
        out.append("# ").append(outcome.passed() ? "PASS" : "FAIL");
        out.append(title.isEmpty() ? "" : " · " + Markdown.text(title)).append("\n\n");
        out.append("baseline ").append(Markdown.text(DiffWords.side(diff.previous())));
        out.append(" → current ")
                .append(Markdown.text(DiffWords.side(diff.current())))
                .append("\n\n");
        DiffWords.counts(diff).forEach(line -> out.append(line).append("\n\n"));
        out.append("**").append(Markdown.text(DiffWords.outcome(outcome))).append("**\n");
        table(out, "Indicators", outcome, DiffRow::gating, notes);
        table(out, "For display", outcome, row -> !row.gating(), notes);
        List<String> lines = notes.lines();
        if (!lines.isEmpty()) {
            out.append("\n## Notes\n\n");
            lines.forEach(note -> out.append("- ").append(Markdown.text(note)).append('\n'));
        }
        out.append("\n## Files\n\n");
        file(out, "baseline", diff.previous());
        file(out, "current", diff.current());
        return out.toString();
    }

    private static void table(
            StringBuilder out, String heading, Outcome outcome, Predicate<DiffRow> which, Notes notes) {
        Selection selection = Selection.of(outcome.diff(), MOST_ROWS, which);
        if (selection.rows().isEmpty()) {
            return;
        }
        out.append("\n## ").append(heading).append("\n\n").append(TITLES).append(ALIGNMENT);
        selection.rows().forEach(row -> row(out, row, outcome, notes));
        if (selection.omitted() > 0) {
            out.append("\n… and ").append(selection.omitted()).append(" more in diff.json\n");
        }
    }

    private static void row(StringBuilder out, DiffRow row, Outcome outcome, Notes notes) {
        Figures figures = new Figures(row);
        String verdict = DiffWords.verdict(row, outcome);
        cell(out, DiffWords.label(row, outcome.diff()));
        cell(out, figures.previous());
        cell(out, figures.current());
        cell(out, (figures.delta() + " " + figures.percent()).strip());
        cell(out, (figures.threshold() + " " + DiffWords.flag(row)).strip());
        cell(out, (verdict + " " + notes.refer(row)).strip());
        out.append("|\n");
    }

    private static void cell(StringBuilder out, String text) {
        out.append("| ").append(Markdown.text(text)).append(text.isEmpty() ? "" : " ");
    }

    private static void file(StringBuilder out, String side, Origin origin) {
        out.append("- ").append(side).append(": ");
        out.append(Markdown.text(origin.path() == null ? DiffWords.side(origin) : origin.path()));
        if (origin.sha256() != null) {
            out.append(" (SHA-256 ").append(Markdown.text(origin.sha256())).append(')');
        }
        out.append('\n');
    }
}
