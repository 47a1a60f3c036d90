package dev.evalkit.browser;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.Progress;
import dev.evalkit.evaluate.runner.RunSettings;
import dev.evalkit.report.html.RunReport;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** A repository in which a second model is worse than the accepted first one, and the page of its run. */
final class ExamplePage {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int QUESTIONS = 120;

    private ExamplePage() {}

    static Path write(Path root) throws IOException {
        indicator(root, "accuracy", "builtin:accuracy", "\"--slice\", \"topic\"", "ratio", true);
        indicator(root, "latency_p50", "builtin:latency", "\"--value\", \"ms\", \"--quantile\", \"0.5\"", "ms", false);
        indicator(root, "rude", "builtin:rate", "\"--flag\", \"rude\"", "ratio", false);
        write(root, "scenarios/trivia.json", """
                {"id": "trivia", "priority_indicators": ["accuracy", "latency_p50", "rude"]}""");
        StoredRun first = run(root, "m1", 7, NOON);
        RunStore store = RunStore.of(EvaluationRepository.open(root));
        Gate gate = Gate.of(EvaluationRepository.open(root), store);
        gate.accept(first, "the first", clock(NOON.plusSeconds(60)));
        StoredRun second = run(root, "m2", 3, NOON.plusSeconds(120));
        EvaluationRepository repository = EvaluationRepository.open(root);
        Baseline baseline =
                RunStore.of(repository).baseline(new RunKey("m1", "trivia")).orElseThrow();
        Outcome outcome = Gate.of(repository, RunStore.of(repository)).judge(second, baseline);
        String page = RunReport.of(repository)
                .withAcceptingCommand("mvn evalkit:baseline -Devalkit.run=" + second.name())
                .judged(outcome, second, baseline)
                .document();
        return write(root, "report.html", page);
    }

    private static void indicator(Path root, String id, String script, String args, String unit, boolean isHigherBetter)
            throws IOException {
        write(root, "indicators/" + id + ".json", """
                {"id": "%s", "name": "%s", "definition": "An example.", "category": "quality", "unit": "%s", "higher_is_better": %s,
                 "run_script_ref": {"script": "%s", "args": [%s], "inputs": [{"path": "outputs/{model}.jsonl", "role": "output"}]},
                 "thresholds": {"absolute": %s}}""".formatted(
                        id, id, unit, isHigherBetter, script, args, unit.equals("ms") ? "50" : "0.05"));
    }

    /** Every so manieth question is answered wrong. */
    private static StoredRun run(Path root, String model, int everyWrong, Instant when) throws IOException {
        write(root, "models/" + model + ".json", "{\"id\": \"" + model + "\"}");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < QUESTIONS; i++) {
            boolean isWrong = i % everyWrong == 0 || (model.equals("m2") && i % 20 > 17);
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"id\": \"q%03d\", \"topic\": \"topic %d\", \"question\": \"Is %d a number that can be divided by one?\", \"label\": \"yes\","
                            + " \"prediction\": \"%s\", \"answer\": \"%s\", \"ms\": %d, \"rude\": %s}%n",
                    i,
                    i % 20,
                    i,
                    isWrong ? "no" : "yes",
                    isWrong ? "No, it cannot be divided by one at all." : "Yes, it can be divided by one.",
                    100 + i + (model.equals("m2") ? 20 : 0),
                    i % 40 == 39));
        }
        write(root, "outputs/" + model + ".jsonl", lines.toString());
        EvaluationRepository repository = EvaluationRepository.open(root);
        RunSettings settings = RunSettings.withDefaults("0.1.0").withClock(clock(when));
        return new EvaluationRunner(repository, Evaluators.load(), settings, Progress.SILENT)
                .run(model, "trivia", RunStore.of(repository));
    }

    private static Clock clock(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private static Path write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
