package dev.evalkit.lmarena.drift;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.report.Markdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed between two boards, for people: lines for a console, and a page. */
public final class DriftReport {
    private static final Comparator<DriftRow> LARGEST_FIRST = Comparator.comparingDouble(DriftRow::size)
            .reversed()
            .thenComparing(DriftRow::category)
            .thenComparing(DriftRow::model);

    private final DriftResult drift;
    private final int top;

    private DriftReport(DriftResult drift, int top) {
        this.drift = drift;
        this.top = top;
    }

    /**
     * A report.
     *
     * @param top how many rows of each kind are shown, 0 or more
     */
    public static DriftReport of(DriftResult drift, int top) {
        if (top < 0) {
            throw new IllegalArgumentException("The number of rows must be 0 or more: " + top);
        }
        return new DriftReport(drift, top);
    }

    /** Lines for a console. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        regimes(lines, Shown::text);
        List<DriftRow> changes = shown();
        for (DriftRow row : changes) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s in %s: %s → %s, %+.1f points beyond the common shift, adjusted p %.2g: %s",
                    Shown.text(row.model()),
                    Shown.text(row.category()),
                    rating(row.previous()),
                    rating(row.current()),
                    row.change() == null ? 0.0 : row.change(),
                    adjusted(row),
                    row.verdict().text()));
        }
        int more = drift.changes().size() - changes.size();
        if (more > 0) {
            lines.add("and " + more + " more in " + DriftFile.NAME);
        }
        lines.add(counts());
        lines.add(caution());
        return List.copyOf(lines);
    }

    private void regimes(List<String> lines, UnaryOperator<String> safe) {
        List<RegimeChange> changes = drift.regimeChanges();
        changes.stream().limit(top).forEach(change -> lines.add("Change of regime, " + safe.apply(change.toString())));
        if (changes.size() > top) {
            lines.add("and " + (changes.size() - top) + " more changes of regime in " + DriftFile.NAME);
        }
    }

    private List<DriftRow> shown() {
        return drift.changes().stream().sorted(LARGEST_FIRST).limit(top).toList();
    }

    private String counts() {
        return drift.rows().size() + " rows: "
                + drift.counts().entrySet().stream()
                        .map(each ->
                                each.getValue() + " " + each.getKey().text().replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private String caution() {
        int moved =
                drift.categories().stream().mapToInt(CategoryDrift::ranksMoved).sum();
        return String.format(
                Locale.ROOT,
                "A change counts from %s points on. The z test is conservative, since both boards share votes: \"no change\" proves nothing. Ranks never count (%d moved).",
                Double.toString(drift.settings().minimumEffect()).replaceAll("\\.0$", ""),
                moved);
    }

    /** A page in Markdown. */
    public String markdown() {
        StringBuilder page = new StringBuilder("# Drift of a leaderboard\n\n");
        page.append(Markdown.text(drift.previous().path()))
                .append(" → ")
                .append(Markdown.text(drift.current().path()))
                .append("\n\n");
        List<String> regimes = new ArrayList<>();
        regimes(regimes, Markdown::text);
        regimes.forEach(line -> page.append("- ").append(line).append('\n'));
        page.append(regimes.isEmpty() ? "No change of regime was found.\n\n" : "\n");
        page.append(counts()).append("\n\n").append(caution()).append("\n\n");
        List<DriftRow> changes = shown();
        if (!changes.isEmpty()) {
            page.append("| category | model | previous | current | change | adjusted p | verdict |\n")
                    .append("| --- | --- | --- | --- | --- | --- | --- |\n");
            changes.forEach(row -> page.append(line(row)));
            page.append('\n');
        }
        return page.append(Markdown.text(drift.current().origin().attribution()))
                .append('\n')
                .toString();
    }

    private static String line(DriftRow row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %+.1f | %.2g | %s |\n",
                Markdown.text(row.category()),
                Markdown.text(row.model()),
                rating(row.previous()),
                rating(row.current()),
                row.change() == null ? 0.0 : row.change(),
                adjusted(row),
                row.verdict().text());
    }

    private static double adjusted(DriftRow row) {
        return row.test() == null ? 1 : row.test().adjusted();
    }

    private static String rating(@Nullable BoardRow row) {
        return row == null ? "" : String.format(Locale.ROOT, "%.1f", row.rating());
    }
}
