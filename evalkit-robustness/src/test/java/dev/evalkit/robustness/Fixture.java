package dev.evalkit.robustness;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Gate;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.Progress;
import dev.evalkit.evaluate.runner.RunSettings;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A small and sound evaluation repository with a baseline, a run and what a diff of them left behind. */
final class Fixture {
    static final RunKey KEY = new RunKey("m1", "trivia");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Path root;

    Fixture(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** The repository's documents and samples, as people write them. */
    Fixture write() {
        file("models/m1.json", "{\"id\": \"m1\", \"name\": \"Model one\", \"indicators\": [\"accuracy\"]}\n");
        file("models/aliases.json", "{\"m1\": [\"model-1\", \"Modèle 1\"]}\n");
        file(
                "scenarios/trivia.json",
                "{\"id\": \"trivia\", \"priority_indicators\": [{\"indicator\": \"accuracy\", \"priority\": \"P0\"}]}\n");
        file("indicators/accuracy.json", indicator("builtin:accuracy", "outputs/{model}.jsonl"));
        file("benchmarks/exam.json", "{\"id\": \"exam\", \"name\": \"Exam\", \"tags\": [\"é\", \"日本\"]}\n");
        file("benchmarks/snapshots/lmarena/20261123T120000Z.json", SNAPSHOT);
        file(
                ".evalkit-scan.json",
                "{\"salt\": \"" + "0123456789abcdef".repeat(4)
                        + "\", \"accepted\": [{\"rule\": \"r\", \"file\": \"f\", \"fingerprint\": \"x\", \"reason\": \"an example\"}]}\n");
        file("outputs/m1.jsonl", samples(90));
        return this;
    }

    /** Two runs, the first of them the baseline, and the diff beside the second. */
    Fixture evaluate() {
        StoredRun first = run(NOON);
        gate().accept(first, "first", at(NOON));
        file("outputs/m1.jsonl", samples(88));
        StoredRun second = run(NOON.plusSeconds(60));
        DiffFile.write(
                second.folder().resolve(DiffFile.NAME),
                gate().judge(second, store().baseline(KEY).orElseThrow()));
        return this;
    }

    static String indicator(String script, String input) {
        return "{\"id\": \"accuracy\", \"name\": \"Accuracy\", \"definition\": \"How often it is right.\", \"higher_is_better\": true,"
                + " \"run_script_ref\": {\"script\": \"" + script + "\", \"inputs\": [{\"path\": \"" + input
                + "\", \"role\": \"output\"}]}, \"thresholds\": {\"absolute\": 0.05}}\n";
    }

    static String samples(int right) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("{\"id\": \"q").append(i).append("\", \"label\": \"yes\", \"prediction\": \"");
            lines.append(i < right ? "yes" : "no").append("\"}\n");
        }
        return lines.toString();
    }

    StoredRun run(Instant when) {
        RunSettings settings =
                RunSettings.withDefaults("0.1.0").withAllowScripts(true).withClock(at(when));
        return new EvaluationRunner(repository(), Evaluators.load(), settings, Progress.SILENT)
                .run(KEY.model(), KEY.scenario(), store());
    }

    EvaluationRepository repository() {
        return EvaluationRepository.open(root);
    }

    RunStore store() {
        return RunStore.of(repository());
    }

    Gate gate() {
        return Gate.of(repository(), store());
    }

    static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    Fixture file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String SNAPSHOT = """
            {"schema_version": 1, "needs_evalkit": "0.1.0",
             "meta": {"source": "lmarena", "endpoint": "https://example.org/b.json", "dataset": null, "config": "text", "split": null,
              "revision": null, "etag": null, "publish_date": null, "retrieved_at": "2026-11-23T12:00:00Z", "rows": 1,
              "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "license": null, "attribution": "LMArena",
              "rating_method": null, "ci_kind": "bootstrap_percentile", "ci_level": 0.95, "anchor": null, "style_control": false,
              "models": [], "categories": [], "unmatched_models": [], "duplicates_removed": 0, "unknown_fields": [], "missing_fields": [],
              "warnings": []},
             "rows": [{"category": "full", "model": "heron", "model_id": null, "organization": null, "license": null, "rating": 1200.5,
              "interval": [1190.0, 1212.0], "variance": null, "votes": 12, "rank": 1}]}
            """;
}
