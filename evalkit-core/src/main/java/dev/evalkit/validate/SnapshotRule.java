package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.SchemaVersion;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.DocumentSchema;
import dev.evalkit.schema.Schemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Snapshots of leaderboards can be read and conform to their schema. Those of other tools and older repositories, which state no version of a schema, need
 * only be JSON.
 */
final class SnapshotRule implements Rule {
    static final String FOLDER = "benchmarks/snapshots";

    @Override
    public List<RuleDescription> descriptions() {
        return List.of();
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        DocumentSchema schema = Schemas.bundled().get(DocumentKind.SNAPSHOT);
        for (Path file : RepositoryFiles.below(repository, FOLDER, 2, ".json")) {
            String name = repository.nameOf(file);
            try {
                JsonDocument document = JsonDocument.readInside(repository.root(), name);
                if (isSnapshot(document)) {
                    report.findings().addAll(DocumentRule.violations(document, schema));
                }
            } catch (EvalkitException e) {
                report.add(DocumentRule.READABLE, e, name);
            }
        }
    }

    private static boolean isSnapshot(JsonDocument document) {
        return document.isObject()
                && document.object().has(SchemaVersion.KEY)
                && document.object().asMap().get("meta") instanceof Map;
    }
}
