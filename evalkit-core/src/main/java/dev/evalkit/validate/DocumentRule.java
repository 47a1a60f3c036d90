package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.repository.Catalog;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Problem;
import dev.evalkit.repository.Source;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.DocumentSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What people write can be read and conforms to its schema. */
final class DocumentRule implements Rule {
    static final RuleDescription READABLE = new RuleDescription(
            "EK-DOC-001",
            Severity.ERROR,
            "Documents can be read",
            "A document is JSON in UTF-8, within the limits of reading, without duplicate keys or numbers that are not finite, and says what evalkit needs in a way that it can use.",
            """
            models/m1.json
            {"id": "m1", "id": "m2"}""",
            """
            models/m1.json
            {"id": "m1"}""");
    static final RuleDescription CONFORMS = new RuleDescription(
            "EK-DOC-002",
            Severity.ERROR,
            "Documents conform to their schemas",
            "A document is what the schema of its kind demands: the repository's own in templates/ (model.schema.json or model_schema.json and so on), else the one that evalkit brings along. What evalkit itself writes is always held against evalkit's own.",
            """
            indicators/f1.json
            {"id": "f1", "higher_is_better": "yes"}""",
            """
            indicators/f1.json
            {"id": "f1", "higher_is_better": true}""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(READABLE, CONFORMS);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        check(repository.indicators(), DocumentKind.INDICATOR, inspection, report);
        check(repository.models(), DocumentKind.MODEL, inspection, report);
        check(repository.scenarios(), DocumentKind.SCENARIO, inspection, report);
        check(repository.benchmarks(), DocumentKind.BENCHMARK, inspection, report);
        Set<String> known = new HashSet<>();
        report.findings().forEach(finding -> known.add(finding.location().file()));
        for (Problem problem : repository.problems()) {
            // What its schema says of a document says it better than why no record could be made of it.
            if (problem.kind() != Problem.Kind.AMBIGUOUS
                    && !known.contains(problem.location().file())) {
                report.add(READABLE, problem.location(), problem.message());
            }
        }
    }

    private static void check(Catalog<?> catalog, DocumentKind kind, Inspection inspection, Report report) {
        List<JsonDocument> documents =
                new ArrayList<>(catalog.sources().stream().map(Source::json).toList());
        List<JsonDocument> aliases = catalog.aliases().document().stream().toList();
        check(documents, kind, inspection, report);
        check(aliases, DocumentKind.ALIASES, inspection, report);
    }

    private static void check(List<JsonDocument> documents, DocumentKind kind, Inspection inspection, Report report) {
        if (documents.isEmpty()) {
            return;
        }
        DocumentSchema schema;
        try {
            schema = inspection.schemas().get(kind);
        } catch (EvalkitException e) {
            report.add(READABLE, e, "templates/" + kind.schemaFile());
            return;
        }
        // A schema that cannot be used on one document is told of once: the first in order, whatever threads met first.
        AtomicInteger unusable = new AtomicInteger(Integer.MAX_VALUE);
        List<Outcome> outcomes = IntStream.range(0, documents.size())
                .parallel()
                .mapToObj(i -> i > unusable.get() ? Outcome.NONE : outcome(documents.get(i), schema, i, unusable))
                .toList();
        for (Outcome outcome : outcomes) {
            report.findings().addAll(outcome.findings());
            if (outcome.failure() != null) {
                report.add(READABLE, outcome.failure(), schema.name());
                return;
            }
        }
    }

    private record Outcome(List<Finding> findings, @Nullable EvalkitException failure) {
        static final Outcome NONE = new Outcome(List.of(), null);
    }

    private static Outcome outcome(JsonDocument document, DocumentSchema schema, int index, AtomicInteger unusable) {
        try {
            List<Finding> findings = violations(document, schema);
            return findings.isEmpty() ? Outcome.NONE : new Outcome(findings, null);
        } catch (EvalkitException e) {
            unusable.accumulateAndGet(index, Math::min);
            return new Outcome(List.of(), e);
        }
    }

    static List<Finding> violations(JsonDocument document, DocumentSchema schema) {
        return schema.validate(document).stream()
                .map(violation -> new Finding(
                        CONFORMS.id(),
                        CONFORMS.severity(),
                        violation.location(),
                        violation.pointer(),
                        violation.message()))
                .toList();
    }
}
