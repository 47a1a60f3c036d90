package dev.evalkit.report;

import dev.evalkit.Shown;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.junit.TestCase;
import dev.evalkit.report.junit.TestCase.Failed;
import dev.evalkit.report.junit.TestCase.Passed;
import dev.evalkit.report.junit.TestCase.Result;
import dev.evalkit.report.junit.TestCase.Skipped;
import dev.evalkit.report.junit.TestSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A diff as a test suite: each indicator that gates is a test case. What fails the build by the policy fails; else what regressed or cannot be told is skipped, with
 * its reason.
 */
final class DiffJUnit {
    private static final int MOST_FLIPPED = 10;

    private final Outcome outcome;
    private final DiffResult diff;
    private final @Nullable String accepting;

    DiffJUnit(Outcome outcome, @Nullable String accepting) {
        this.outcome = outcome;
        this.diff = outcome.diff();
        this.accepting = accepting;
    }

    TestSuite suite() {
        String title = DiffWords.title(diff);
        String name = "evalkit" + (title.isEmpty() ? "" : " " + Shown.text(title));
        List<TestCase> cases = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (DiffRow row : diff.gating()) {
            String label = Shown.text(DiffWords.label(row, diff));
            int number = names.merge(label, 1, Integer::sum);
            cases.add(new TestCase(group(), number == 1 ? label : label + " (" + number + ")", result(row)));
        }
        if (cases.isEmpty()) {
            String words = DiffWords.outcome(outcome);
            cases.add(new TestCase(group(), "something is compared", new Failed("nothing", words, words)));
        }
        return new TestSuite(name, cases);
    }

    /** Build servers take what stands before the last full stop for a package. */
    private String group() {
        String scenario = diff.current().scenario();
        return "evalkit." + (scenario == null ? "diff" : Shown.text(scenario).replace('.', '_'));
    }

    private Result result(DiffRow row) {
        String message = Shown.text(row.verdict().words()
                + row.reasons().stream()
                        .findFirst()
                        .map(reason -> ": " + reason.text())
                        .orElse(""));
        if (outcome.fails(row)) {
            return new Failed(row.verdict().id(), message, details(row));
        }
        return switch (row.verdict()) {
            case IMPROVED, NO_WORSE, NEW -> new Passed(details(row));
            case REGRESSED, INCONCLUSIVE, INCOMPARABLE, MISSING -> new Skipped(message);
        };
    }

    private String details(DiffRow row) {
        RowCells cells = new RowCells(row);
        List<String> lines = new ArrayList<>();
        lines.add(List.of(
                        cells.previous(),
                        cells.previousSpread(),
                        cells.arrow(),
                        cells.current(),
                        cells.currentSpread(),
                        cells.delta(),
                        cells.way(),
                        cells.evidence())
                .stream()
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" ")));
        if (!cells.threshold().isEmpty()) {
            lines.add("threshold " + cells.threshold());
        }
        row.reasons().stream().map(Reason::text).forEach(lines::add);
        if (row.flips() != null && row.flips().worse() + row.flips().better() > 0) {
            lines.add(new FlipWords(row.flips(), MOST_FLIPPED).sentence());
        }
        if (outcome.fails(row) && accepting != null) {
            lines.add("If this is intended: " + accepting);
        }
        return lines.stream().map(Shown::text).map(PlainText::line).collect(Collectors.joining("\n"));
    }
}
