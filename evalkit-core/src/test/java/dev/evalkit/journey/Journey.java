package dev.evalkit.journey;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.Progress;
import dev.evalkit.evaluate.runner.RunSettings;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** An evaluation repository in a temporary folder, and what its users do with it. */
final class Journey {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Path root;

    Journey(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    Journey file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Journey model(String id) {
        return file("models/" + id + ".json", "{\"id\": \"" + id + "\"}");
    }

    /** A scenario in which the named indicators gate. */
    Journey scenario(String id, String... indicators) {
        return file(
                "scenarios/" + id + ".json",
                "{\"id\": \"" + id + "\", \"priority_indicators\": [\"" + String.join("\", \"", indicators) + "\"]}");
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

    StoredRun evaluate(String model, String scenario, Instant when) {
        return evaluate(model, scenario, settings(when));
    }

    StoredRun evaluate(String model, String scenario, RunSettings settings) {
        return new EvaluationRunner(repository(), Evaluators.load(), settings, Progress.SILENT)
                .run(model, scenario, store());
    }

    static RunSettings settings(Instant when) {
        return RunSettings.withDefaults("0.1.0").withAllowScripts(true).withClock(at(when));
    }
}
