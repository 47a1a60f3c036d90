package dev.evalkit.evaluate.runner;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** An evaluation repository of one model in one scenario, written to a temporary folder. */
final class SmallRepository {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final Path root;

    SmallRepository(Path root) {
        this.root = root;
        file("models/m.json", "{\"id\": \"m\"}");
        file("scenarios/s.json", "{\"id\": \"s\"}");
    }

    Path root() {
        return root;
    }

    /** Writes a file. */
    SmallRepository file(String name, String... lines) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an indicator with that {@code run_script_ref}. */
    SmallRepository indicator(String id, String runScriptRef) {
        return file(
                "indicators/" + id + ".json",
                "{\"id\": \"" + id + "\", \"unit\": \"ratio\", \"higher_is_better\": true, \"run_script_ref\": "
                        + runScriptRef + "}");
    }

    /** Writes an indicator that a shell script of that name computes. */
    SmallRepository script(String id, String... lines) {
        return indicator(id, "\"scripts/" + id + ".sh\"").file("scripts/" + id + ".sh", lines);
    }

    static RunSettings settings() {
        return RunSettings.withDefaults("0.1.0").withAllowScripts(true).withClock(NOON);
    }

    StoredRun run() {
        return run(settings(), Progress.SILENT);
    }

    StoredRun run(RunSettings settings, Progress progress) {
        return run("m", settings, progress);
    }

    private StoredRun run(String model, RunSettings settings, Progress progress) {
        EvaluationRepository repository = EvaluationRepository.open(root);
        return new EvaluationRunner(repository, Evaluators.load(), settings, progress)
                .run(model, "s", RunStore.of(repository));
    }

    StoredRun run(String model) {
        return run(model, settings(), Progress.SILENT);
    }

    /** What became of the only indicator. */
    IndicatorRun only() {
        return run().details().orElseThrow().indicators().get(0);
    }
}
