package dev.evalkit.benchmarks;

import dev.evalkit.sample.Column;
import dev.evalkit.sample.SampleReader;
import dev.evalkit.stats.Averaging;
import dev.evalkit.stats.Bootstrap;
import dev.evalkit.stats.BootstrapEstimate;
import dev.evalkit.stats.ClassScore;
import dev.evalkit.stats.ConfusionMatrix;
import dev.evalkit.stats.CountMetric;
import dev.evalkit.stats.QuantileDefinition;
import dev.evalkit.stats.QuantileEstimator;
import dev.evalkit.stats.RandomStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The counts of labels and predictions, accuracy, macro F1 with an interval, and the exact 0.99 quantile of latency, by a program that embeds the
 * library and asks for nothing else: {@code FILE [RESAMPLES]}, none where that is 0.
 */
public final class ClassifyMain {
    private static final List<Column> COLUMNS =
            List.of(Column.required("label"), Column.required("prediction"), Column.required("latency_ms"));

    private ClassifyMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        int resamples = args.size() < 2 ? 10_000 : Integer.parseInt(args.get(1));
        Tallies tallies = SampleReader.withDefaults()
                .fold(Path.of(args.get(0)), COLUMNS, new Tallies.Fold())
                .value();
        ConfusionMatrix matrix = tallies.matrix();
        matrix.cells().forEach(cell -> out.println(cell.label() + " " + cell.prediction() + " " + cell.count()));
        out.println("accuracy " + new CountMetric.Accuracy().value(matrix));
        CountMetric f1 = new CountMetric.Averaged(ClassScore.F1, Averaging.MACRO);
        out.println("macro_f1 " + f1.value(matrix));
        if (resamples > 0) {
            BootstrapEstimate estimate = Bootstrap.withDefaults()
                    .withResamples(resamples)
                    .ofCounts(matrix, f1, RandomStream.of(0, "macro_f1", "bootstrap"));
            out.println("interval " + estimate.interval().low() + " "
                    + estimate.interval().high());
        }
        out.println("p99 "
                + QuantileEstimator.withDefaults()
                        .with(QuantileDefinition.NEAREST_RANK)
                        .value(tallies.latencies(), 0.99));
    }
}
