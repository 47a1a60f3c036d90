package dev.evalkit.report.finding;

import dev.evalkit.Location;
import dev.evalkit.validate.Severity;
import java.util.List;

/** Findings of a made-up repository: the example of the golden files. */
final class Findings {
    private static final List<ReportedRule> RULES = List.of(
            new ReportedRule("EK-DOC-001", Severity.ERROR, "Documents can be read", "JSON of the strict kind."),
            new ReportedRule(
                    "EK-DOC-002",
                    Severity.ERROR,
                    "Documents conform to their schemas",
                    "Each document is what the schema of its kind demands."),
            new ReportedRule(
                    "EK-REF-004", Severity.WARNING, "Names are those of ids", "A name that is no id is guessed at."),
            new ReportedRule("EK-REF-009", Severity.NOTE, "Nothing is spare", "What nothing names may go."),
            new ReportedRule("EK-REF-010", Severity.ERROR, "Nothing breaks this one", "It passes."));

    private Findings() {}

    static FindingReport sample() {
        return new FindingReport(
                "validate",
                RULES,
                List.of(
                        new ReportedFinding(
                                "EK-DOC-002",
                                Severity.ERROR,
                                new Location("indicators/accuracy.json", 6, 11),
                                "/unit",
                                "\"unit\" must be a string or null, found the number 7",
                                "a1".repeat(16),
                                null),
                        new ReportedFinding(
                                "EK-DOC-002",
                                Severity.ERROR,
                                new Location("indicators/accuracy.json", 12, 30),
                                "/thresholds/absolute",
                                "\"absolute\" must be at least 0, found the number -1",
                                "b2".repeat(16),
                                "a test of the gate"),
                        new ReportedFinding(
                                "EK-REF-004",
                                Severity.WARNING,
                                new Location("models/größe a.json", 3, 4),
                                "/benchmarks/0",
                                "\"MMLU pro\" is no id; the nearest one is \"mmlu-pro\"",
                                "c3".repeat(16),
                                null),
                        new ReportedFinding(
                                "EK-DOC-001",
                                Severity.ERROR,
                                Location.of("scenarios/empty.json"),
                                "",
                                "the file is empty, expected a JSON object",
                                "d4".repeat(16),
                                null),
                        new ReportedFinding(
                                "EK-REF-009",
                                Severity.NOTE,
                                Location.of("scenarios/spare.json"),
                                "",
                                "nothing names it",
                                "e5".repeat(16),
                                null)),
                List.of("Accepted, but not found any more: models/old.json: found a comma (EK-DOC-001)"),
                "the repository's documents");
    }

    /** One finding, all of whose words are the given text. */
    static FindingReport of(String text) {
        return new FindingReport(
                "validate",
                List.of(new ReportedRule(text, Severity.ERROR, text, text)),
                List.of(
                        new ReportedFinding(text, Severity.ERROR, new Location(text, 3, 4), text, text, "f1", null),
                        new ReportedFinding(text, Severity.WARNING, new Location(text, 5, 0), text, text, "f2", text)),
                List.of(text),
                "the repository's documents");
    }
}
