package dev.evalkit.report;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.github.Annotation;
import dev.evalkit.validate.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What GitHub shows of a diff with the step: what fails the build, and what should be looked at. Rows belong to no line of a file. */
final class DiffAnnotations {
    private final Outcome outcome;

    DiffAnnotations(Outcome outcome) {
        this.outcome = outcome;
    }

    List<Annotation> all() {
        List<Annotation> all = new ArrayList<>();
        outcome.failing().forEach(row -> all.add(annotation(Severity.ERROR, row)));
        outcome.warned().forEach(row -> all.add(annotation(Severity.WARNING, row)));
        if (!outcome.measured()) {
            all.add(new Annotation(Severity.ERROR, null, title(""), DiffWords.outcome(outcome)));
        }
        return all;
    }

    private Annotation annotation(Severity severity, DiffRow row) {
        RowCells cells = new RowCells(row);
        String change = Stream.of(cells.previous(), cells.arrow(), cells.current(), cells.delta(), cells.way())
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
        String reasons =
                row.reasons().stream().map(reason -> "; " + reason.text()).collect(Collectors.joining());
        String label = DiffWords.label(row, outcome.diff());
        return new Annotation(severity, null, title(label + " " + row.verdict().words()), change + reasons);
    }

    private String title(String what) {
        return (DiffWords.title(outcome.diff()) + " " + what).strip();
    }
}
