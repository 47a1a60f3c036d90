package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.SchemaVersion;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.DocumentSchema;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Snapshots of leaderboards can be read ({@code EK-DOC-001}) and conform to their schema ({@code EK-DOC-002}). Those of other tools and older repositories,
 * which state no version of a schema, are let be.
 */
final class SnapshotRule implements Rule {
    private static final String FOLDER = "benchmarks/snapshots";

    @Override
    public List<Finding> check(EvaluationRepository repository) {
        DocumentSchema schema = Schemas.bundled().get(DocumentKind.SNAPSHOT);
        List<Finding> findings = new ArrayList<>();
        for (Path file : files(repository)) {
            String name = repository.nameOf(file);
            try {
                JsonDocument document = JsonDocument.read(file, name);
                if (isSnapshot(document)) {
                    findings.addAll(DocumentRule.violations(document, schema));
                }
            } catch (EvalkitException e) {
                findings.add(Finding.of(DocumentRule.READABLE, e, name));
            }
        }
        return findings;
    }

    private static boolean isSnapshot(JsonDocument document) {
        return document.isObject()
                && document.object().has(SchemaVersion.KEY)
                && document.object().asMap().get("meta") instanceof Map;
    }

    private static List<Path> files(EvaluationRepository repository) {
        Path folder = repository.root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalkitException(Location.of(FOLDER), "the folder cannot be listed: " + e.getMessage(), e);
        }
    }
}
