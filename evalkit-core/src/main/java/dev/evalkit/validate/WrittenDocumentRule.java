package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Problem;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.DocumentSchema;
import dev.evalkit.schema.Schemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documents of runs can be read ({@code EK-DOC-001}) and conform to their schemas ({@code EK-DOC-002}). */
final class WrittenDocumentRule implements Rule {
    private static final Map<String, DocumentKind> KINDS = Map.of(
            StoredRun.MANIFEST, DocumentKind.RUN,
            StoredRun.CURRENT, DocumentKind.RESULTS,
            StoredRun.BASELINE, DocumentKind.RESULTS,
            DiffFile.NAME, DocumentKind.DIFF);

    @Override
    public List<Finding> check(EvaluationRepository repository) {
        Schemas schemas = Schemas.bundled();
        RunStore store = RunStore.of(repository);
        List<Finding> findings = new ArrayList<>();
        for (Problem problem : store.problems()) {
            findings.add(new Finding(DocumentRule.READABLE, Severity.ERROR, problem.location(), problem.message()));
        }
        for (StoredRun run : store.runs()) {
            KINDS.forEach((name, kind) -> check(run.folder().resolve(name), schemas.get(kind), repository, findings));
        }
        return findings;
    }

    private static void check(
            Path file, DocumentSchema schema, EvaluationRepository repository, List<Finding> findings) {
        if (!Files.exists(file)) {
            return;
        }
        String name = repository.nameOf(file);
        try {
            findings.addAll(DocumentRule.violations(JsonDocument.read(file, name), schema));
        } catch (EvalkitException e) {
            findings.add(Finding.of(DocumentRule.READABLE, e, name));
        }
    }
}
