package dev.evalkit.benchmarks;

import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.FusedEvaluation;
import dev.evalkit.evaluate.Keep;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.SampleEvaluation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Accuracy, precision, recall and F1 with bootstrap intervals, and quantiles of latency with theirs, in one scan of a file: {@code FILE
 * [numbers|digest|scores] [RESAMPLES]}. What is kept beside the numbers is nothing, unless said otherwise.
 */
public final class EvaluateMain {
    private EvaluateMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        Keep keep = args.size() < 2 ? Keep.NUMBERS : Keep.valueOf(args.get(1).toUpperCase(Locale.ROOT));
        String resamples = args.size() < 3 ? "10000" : args.get(2);
        Evaluators evaluators = Evaluators.load();
        List<SampleEvaluation> evaluations = List.of(
                SampleEvaluation.of(evaluators.named("classification"), List.of("--resamples", resamples)),
                SampleEvaluation.of(evaluators.named("latency"), List.of()));
        List<Findings> findings = FusedEvaluation.of(evaluations)
                .keeping(keep)
                .run(
                        List.of(Path.of(args.get(0))),
                        List.of(EvaluationSettings.withDefaults("f1"), EvaluationSettings.withDefaults("p99")));
        for (Findings found : findings) {
            for (Measure measure : found.measures()) {
                if (measure.slice().isEmpty()) {
                    out.println((measure.name().isEmpty() ? "primary" : measure.name()) + " " + measure.value() + " "
                            + measure.ci());
                }
            }
        }
    }
}
