package dev.evalkit.report;

import static dev.evalkit.report.TextColumns.Column.left;
import static dev.evalkit.report.TextColumns.Column.right;

import dev.evalkit.Shown;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diff and its outcome as the console shows them: the rows that changed most, how many there are of each verdict, what the gate says and what to do
 * next.
 */
public final class DiffTable {
    /** How many rows are shown where nobody says otherwise. */
    public static final int DEFAULT_TOP = 20;

    private static final List<TextColumns.Column> COLUMNS = List.of(
            left("indicator", 0),
            right("baseline", 3),
            right("current", 3),
            right("delta", 3),
            left("", 1),
            right("threshold", 3),
            left("", 1),
            left("verdict", 3),
            left("", 1));

    private static final DiffTable DEFAULTS = new DiffTable(DEFAULT_TOP, null);

    private final int top;
    private final @Nullable String acceptingCommand;

    private DiffTable(int top, @Nullable String acceptingCommand) {
        this.top = top;
        this.acceptingCommand = acceptingCommand;
    }

    /** The {@value #DEFAULT_TOP} rows that changed most, and no command to go on with. */
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
        return new DiffTable(rows, acceptingCommand);
    }

    /** Names the command line that accepts the change, for whoever meant it; it stands where the outcome is a failure. */
    public DiffTable withAcceptingCommand(String command) {
        return new DiffTable(top, command);
    }

    /** The lines, without line ends. */
    public List<String> lines(Outcome outcome) {
        DiffResult diff = outcome.diff();
        Notes notes = new Notes();
        List<String> lines = new ArrayList<>();
        lines.add(Shown.text(DiffWords.header(diff)));
        Selection selection = Selection.of(diff, top, row -> row.gating() || !outcome.measured());
        if (!selection.rows().isEmpty()) {
            TextColumns columns = new TextColumns(COLUMNS);
            selection.rows().forEach(row -> columns.add(cells(row, outcome, notes)));
            lines.addAll(columns.lines());
        }
        if (selection.omitted() > 0) {
            lines.add("… and " + selection.omitted() + " more");
        }
        for (String note : notes.lines()) {
            lines.add(Shown.text(note));
        }
        lines.addAll(DiffWords.counts(diff));
        lines.add(Shown.text(DiffWords.outcome(outcome) + next(outcome)));
        return List.copyOf(lines);
    }

    private static List<String> cells(DiffRow row, Outcome outcome, Notes notes) {
        Figures figures = new Figures(row);
        return List.of(
                DiffWords.label(row, outcome.diff()),
                figures.previous(),
                figures.current(),
                figures.delta(),
                figures.percent(),
                figures.threshold(),
                DiffWords.flag(row),
                DiffWords.verdict(row, outcome),
                notes.refer(row));
    }

    private String next(Outcome outcome) {
        return outcome.passed() || acceptingCommand == null ? "" : ". If this is intended: " + acceptingCommand;
    }
}
