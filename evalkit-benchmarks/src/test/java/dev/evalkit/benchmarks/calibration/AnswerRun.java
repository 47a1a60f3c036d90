package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.Side;
import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.SampleEvaluation;
import dev.evalkit.io.Digests;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run of several accuracy indicators, evaluated from files of right and wrong answers, with its scores. */
final class AnswerRun {
    private final Path folder;
    private final List<ResultItem> items = new ArrayList<>();

    AnswerRun(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("scores"));
    }

    void add(String indicator, boolean[] right) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < right.length; i++) {
            lines.add("{\"id\": \"q" + (10_000 + i) + "\", \"correct\": " + right[i] + "}");
        }
        Path samples = Files.write(folder.resolve(indicator + ".jsonl"), lines);
        Evaluator accuracy = Evaluators.load().named("accuracy");
        Findings findings = SampleEvaluation.of(accuracy, List.of("--correct", "correct"))
                .run(List.of(samples), EvaluationSettings.withDefaults(indicator));
        String name = "scores/" + indicator + ".jsonl.gz";
        Path scores = folder.resolve(name);
        findings.scoreRows().orElseThrow().write(scores, indicator, accuracy.name(), accuracy.version());
        Meta meta = Meta.of(Map.of(Meta.SCORES_REF, Map.of("path", name, "sha256", Digests.sha256(scores))));
        findings.measures().forEach(measure -> items.add(measure.toItem(indicator, meta)));
    }

    Side side() {
        return Side.of(ResultSet.of(items)).withScores(folder);
    }
}
