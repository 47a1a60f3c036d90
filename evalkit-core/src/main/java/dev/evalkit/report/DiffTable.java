package dev.evalkit.report;

import static dev.evalkit.report.TextColumns.Column.left;
import static dev.evalkit.report.TextColumns.Column.right;

import dev.evalkit.Shown;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.gate.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A diff and its outcome as the console shows them: the rows that changed most in groups by their verdicts, notes, which samples changed, how many rows there are of
 * each verdict, what the policy promises, what the gate says and what to do next.
 */
public final class DiffTable {
    /** How many rows are shown where nobody says otherwise. */
    public static final int DEFAULT_TOP = 20;

    /** How many rows tell which of their samples changed, and how many samples they name. */
    private static final int MOST_FLIPPED = 5;

    private static final String INDENT = "  ";

    private static final List<TextColumns.Column> COLUMNS = List.of(
            left("indicator", 0),
            right("baseline", 5),
            left("", 1),
            left("", 1),
            right("current", 1),
            left("", 1),
            right("delta", 3),
            left("", 1),
            left("", 1),
            right("threshold", 5),
            left("", 1),
            left("", 2));

    private static final DiffTable DEFAULTS = new DiffTable(DEFAULT_TOP, List.of(), null);

    private final int top;
    private final List<String> slices;
    private final @Nullable String acceptingCommand;

    private DiffTable(int top, Collection<String> slices, @Nullable String acceptingCommand) {
        this.top = top;
        this.slices = List.copyOf(slices);
        this.acceptingCommand = acceptingCommand;
    }

    /** The {@value #DEFAULT_TOP} rows that changed most, no slices but those that gate, and no command to go on with. */
    public static DiffTable withDefaults() {
        return DEFAULTS;
    }

    /**
     * Shows another number of rows.
     *
     * @param rows how many, 0 or more
     */
    public DiffTable withTop(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("The number of rows must be 0 or more: " + rows);
        }
        return new DiffTable(rows, slices, acceptingCommand);
    }

    /**
     * Also shows the slices by these columns that are for display.
     *
     * @param columns slice columns, e.g. {@code subject}
     */
    public DiffTable withSlices(Collection<String> columns) {
        return new DiffTable(top, columns, acceptingCommand);
    }

    /** Names the command line that accepts the change, for whoever meant it; it stands where the outcome is a failure. */
    public DiffTable withAcceptingCommand(String command) {
        return new DiffTable(top, slices, command);
    }

    /** The lines, without line ends. */
    public List<String> lines(Outcome outcome) {
        DiffResult diff = outcome.diff();
        Notes notes = Notes.without(Reason.Code.SLOW_CREEP);
        List<String> lines = new ArrayList<>();
        lines.add(DiffWords.header(diff));
        Selection selection = Selection.of(outcome, top, row -> row.gating() || !outcome.measured());
        lines.addAll(table(selection, outcome, notes));
        lines.addAll(notes.lines());
        lines.addAll(flips(selection.rows(), diff));
        lines.addAll(slices(outcome));
        lines.addAll(DiffWords.counts(diff));
        if (outcome.measured()) {
            lines.add(DiffWords.promise(outcome));
        }
        outcome.next().forEach(step -> lines.add("Next: " + step));
        lines.add(DiffWords.outcome(outcome) + accepting(outcome));
        return lines.stream().map(Shown::text).toList();
    }

    /** What should be said with more emphasis than the lines: rows that got worse little by little since the first accepted run. */
    public List<String> warnings(Outcome outcome) {
        return outcome.diff().rows().stream()
                .flatMap(row -> row.reasons().stream()
                        .filter(reason -> reason.code() == Reason.Code.SLOW_CREEP)
                        .map(reason -> DiffWords.label(row, outcome.diff()) + ": " + reason.text()))
                .map(Shown::text)
                .toList();
    }

    private static List<String> table(Selection selection, Outcome outcome, Notes notes) {
        List<String> lines = new ArrayList<>();
        if (!selection.isEmpty()) {
            TextColumns columns = new TextColumns(COLUMNS);
            selection.groups().forEach((group, rows) -> {
                columns.addHeading(group.title(rows.stream().anyMatch(outcome::fails)));
                rows.forEach(row -> columns.add(cells(row, outcome, notes)));
            });
            lines.addAll(columns.lines());
        }
        if (selection.omitted() > 0) {
            lines.add("… and " + selection.omitted() + " more in diff.json");
        }
        return lines;
    }

    private static List<String> cells(DiffRow row, Outcome outcome, Notes notes) {
        RowCells cells = new RowCells(row);
        return List.of(
                INDENT + cells.label(outcome.diff()),
                cells.previous(),
                cells.previousSpread(),
                cells.arrow(),
                cells.current(),
                cells.currentSpread(),
                cells.delta(),
                cells.way(),
                cells.evidence(),
                cells.threshold(),
                cells.flag(),
                row.gating() ? notes.refer(row) : "");
    }

    private static List<String> flips(List<DiffRow> shown, DiffResult diff) {
        return FlipWords.rows(shown).stream()
                .limit(MOST_FLIPPED)
                .map(row -> DiffWords.label(row, diff) + ": "
                        + new FlipWords(Objects.requireNonNull(row.flips()), MOST_FLIPPED).sentence())
                .toList();
    }

    /** The slices that were asked for and do not gate. */
    private List<String> slices(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        for (String column : slices) {
            Predicate<DiffRow> isBy = row -> row.id().slice().containsKey(column);
            if (outcome.diff().rows().stream().noneMatch(isBy)) {
                lines.add("There are no slices by " + column);
            }
        }
        Selection selection = Selection.of(
                outcome,
                top,
                row -> !row.gating()
                        && outcome.measured()
                        && row.id().slice().keySet().stream().anyMatch(slices::contains));
        if (!selection.isEmpty() || selection.omitted() > 0) {
            lines.add(
                    "Slices by " + String.join(", ", slices) + ", for display: they do not gate, and are not adjusted");
            lines.addAll(table(selection, outcome, Notes.without()));
        }
        return lines;
    }

    private String accepting(Outcome outcome) {
        return outcome.passed() || acceptingCommand == null ? "" : ". If this is intended: " + acceptingCommand;
    }
}
