package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.repository.Catalog;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Problem;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.DocumentSchema;
import dev.evalkit.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people write can be read ({@code EK-DOC-001}) and conforms to its schema ({@code EK-DOC-002}). */
final class DocumentRule implements Rule {
    static final String READABLE = "EK-DOC-001";
    static final String CONFORMS = "EK-DOC-002";

    private static final Map<String, DocumentKind> KINDS = Map.of(
            "indicators", DocumentKind.INDICATOR,
            "models", DocumentKind.MODEL,
            "scenarios", DocumentKind.SCENARIO,
            "benchmarks", DocumentKind.BENCHMARK);

    @Override
    public List<Finding> check(EvaluationRepository repository) {
        Schemas schemas = Schemas.of(repository.root());
        List<Finding> findings = new ArrayList<>();
        conforms(repository.indicators(), schemas, DocumentKind.INDICATOR, findings);
        conforms(repository.models(), schemas, DocumentKind.MODEL, findings);
        conforms(repository.scenarios(), schemas, DocumentKind.SCENARIO, findings);
        conforms(repository.benchmarks(), schemas, DocumentKind.BENCHMARK, findings);
        Set<String> known = new HashSet<>();
        findings.forEach(finding -> known.add(finding.location().file()));
        for (Problem problem : repository.problems()) {
            if (!known.contains(problem.location().file())) {
                findings.addAll(explain(problem, repository, schemas));
            }
        }
        return findings;
    }

    private static void conforms(Catalog<?> catalog, Schemas schemas, DocumentKind kind, List<Finding> findings) {
        if (!catalog.documents().isEmpty()) {
            DocumentSchema schema = schemas.get(kind);
            catalog.documents().forEach(document -> findings.addAll(violations(document.source(), schema)));
        }
    }

    /** A document of which no record could be made: its schema says it best, if it says anything. */
    private static List<Finding> explain(Problem problem, EvaluationRepository repository, Schemas schemas) {
        String file = problem.location().file();
        Finding asItIs = new Finding(READABLE, Severity.ERROR, problem.location(), problem.message());
        DocumentKind kind = KINDS.get(file.contains("/") ? file.substring(0, file.indexOf('/')) : file);
        if (kind == null || !file.endsWith(".json") || file.endsWith("/aliases.json")) {
            return List.of(asItIs);
        }
        try {
            JsonDocument document = JsonDocument.read(repository.resolve(file), file);
            List<Finding> violations = violations(document, schemas.get(kind));
            return violations.isEmpty() ? List.of(asItIs) : violations;
        } catch (EvalkitException e) {
            return List.of(asItIs);
        }
    }

    static List<Finding> violations(JsonDocument document, DocumentSchema schema) {
        return schema.validate(document).stream()
                .map(violation -> new Finding(
                        CONFORMS,
                        Severity.ERROR,
                        violation.location(),
                        violation.message()
                                + (violation.pointer().isEmpty() ? "" : " (at " + violation.pointer() + ")")))
                .toList();
    }
}
