package dev.evalkit.validate;

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
import java.util.Set;

/** What people write can be read ({@code EK-DOC-001}) and conforms to its schema ({@code EK-DOC-002}). */
final class DocumentRule implements Rule {
    static final String READABLE = "EK-DOC-001";
    static final String CONFORMS = "EK-DOC-002";

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(
                new RuleDescription(
                        READABLE,
                        Severity.ERROR,
                        "Documents can be read",
                        "A document is JSON in UTF-8, within the limits of reading, without duplicate keys or numbers that are not finite."),
                new RuleDescription(
                        CONFORMS,
                        Severity.ERROR,
                        "Documents conform to their schemas",
                        "A document is what the schema of its kind demands: the repository's own in templates/, else the one that evalkit brings."));
    }

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
            // What its schema says of a document says it better than why no record could be made of it.
            if (!known.contains(problem.location().file())) {
                findings.add(new Finding(READABLE, Severity.ERROR, problem.location(), problem.message()));
            }
        }
        return findings;
    }

    private static void conforms(Catalog<?> catalog, Schemas schemas, DocumentKind kind, List<Finding> findings) {
        if (!catalog.sources().isEmpty()) {
            DocumentSchema schema = schemas.get(kind);
            catalog.sources().forEach(source -> findings.addAll(violations(source.json(), schema)));
        }
    }

    static List<Finding> violations(JsonDocument document, DocumentSchema schema) {
        return schema.validate(document).stream()
                .map(violation -> new Finding(
                        CONFORMS, Severity.ERROR, violation.location(), violation.pointer(), violation.message()))
                .toList();
    }
}
