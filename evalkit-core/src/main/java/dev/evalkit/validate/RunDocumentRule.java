package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.SchemaVersion;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.sample.SampleReader;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The documents of runs can be read and conform to their schemas. A diff of an older layout, which states no version of a schema, need only be JSON.
 */
final class RunDocumentRule implements RunRule {
    private static final Map<String, DocumentKind> KINDS = Map.of(
            StoredRun.MANIFEST,
            DocumentKind.RUN,
            StoredRun.CURRENT,
            DocumentKind.RESULTS,
            StoredRun.BASELINE,
            DocumentKind.RESULTS,
            DiffFile.NAME,
            DocumentKind.DIFF,
            "drift.json",
            DocumentKind.DRIFT);

    private final Schemas schemas = Schemas.bundled();

    @Override
    public List<RuleDescription> descriptions() {
        return List.of();
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        KINDS.forEach((file, kind) -> {
            run.document(file)
                    .filter(document ->
                            kind == DocumentKind.RESULTS || run.run().manifest() != null || hasVersion(document))
                    .ifPresent(
                            document -> report.findings().addAll(DocumentRule.violations(document, schemas.get(kind))));
            run.failure(file).ifPresent(e -> report.add(DocumentRule.READABLE, e, run.nameOf(file)));
        });
        boolean isSound = report.findings().stream()
                .noneMatch(each -> each.location().file().equals(run.nameOf(StoredRun.CURRENT)));
        if (isSound && run.items().isEmpty()) {
            // Its schema has nothing to say of what no single item shows, e.g. that two have one identity.
            run.failure(StoredRun.CURRENT)
                    .ifPresent(e -> report.add(DocumentRule.READABLE, e, run.nameOf(StoredRun.CURRENT)));
        }
        for (Path scores :
                RepositoryFiles.below(inspection.repository(), run.nameOf(StoredRun.SCORES), 1, ".jsonl.gz")) {
            checkHeader(scores, inspection.repository().nameOf(scores), report);
        }
    }

    private void checkHeader(Path file, String name, Report report) {
        try {
            JsonDocument header =
                    JsonDocument.parse(name, SampleReader.withDefaults().firstLine(file));
            report.findings().addAll(DocumentRule.violations(header, schemas.get(DocumentKind.SCORES_HEADER)));
        } catch (EvalkitException e) {
            report.add(DocumentRule.READABLE, e, name);
        }
    }

    private static boolean hasVersion(JsonDocument document) {
        return document.isObject() && document.object().has(SchemaVersion.KEY);
    }
}
