package dev.evalkit.benchmarks;

import dev.evalkit.diff.Diff;
import dev.evalkit.diff.DiffRow;
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
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two files of classified samples, whose accuracies are paired by the samples' ids and compared with every test that a build would use: {@code PREVIOUS CURRENT FOLDER}, the
 * folder being for the scores.
 */
public final class PairMain {
    private static final String SCORES = "scores.jsonl.gz";

    private PairMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        Side previous = side(Path.of(args.get(0)), Path.of(args.get(2), "previous"));
        Side current = side(Path.of(args.get(1)), Path.of(args.get(2), "current"));
        Duration evaluated = cpu();
        DiffRow row = Diff.withDefaults()
                .withThreshold(0.001)
                .compare(previous, current)
                .rows()
                .get(0);
        out.printf(
                Locale.ROOT,
                "evaluated in %.2f s of CPU, paired and tested in %.2f s%n",
                evaluated.toMillis() / 1000.0,
                cpu().minus(evaluated).toMillis() / 1000.0);
        out.println(row.verdict() + " " + row.test());
        row.reasons().forEach(reason -> out.println(reason.text()));
    }

    /** What the process used so far, its compiler included. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Side side(Path samples, Path folder) {
        Evaluator accuracy = Evaluators.load().named("accuracy");
        Findings findings = SampleEvaluation.of(accuracy, List.of())
                .run(List.of(samples), EvaluationSettings.withDefaults("accuracy"));
        Path scores = folder(folder).resolve(SCORES);
        findings.scoreRows().orElseThrow().write(scores, "accuracy", accuracy.name(), accuracy.version());
        Meta meta = Meta.of(Map.of(Meta.SCORES_REF, Map.of("path", SCORES, "sha256", Digests.sha256(scores))));
        List<ResultItem> items = findings.measures().stream()
                .map(measure -> measure.toItem("accuracy", meta))
                .toList();
        return Side.of(ResultSet.of(items)).withScores(folder);
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
