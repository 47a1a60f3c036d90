package dev.evalkit.benchmarks;

import dev.evalkit.rating.Battle;
import dev.evalkit.rating.BootstrapRatings;
import dev.evalkit.rating.BradleyTerry;
import dev.evalkit.rating.Outcome;
import dev.evalkit.rating.PairAccumulator;
import dev.evalkit.rating.PairCounts;
import dev.evalkit.rating.RatingBootstrap;
import dev.evalkit.rating.RatingFit;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import dev.evalkit.sample.SampleReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Battles become ratings: {@code FILE [ROUNDS]} with {@code model_a}, {@code model_b} and {@code winner}; loads, fits with the sandwich covariance, resamples, and tells
 * how long each took and the best five.
 */
public final class RateMain {
    private static final double LEVEL = 0.95;
    private static final double MILLION = 1e6;

    private RateMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        int rounds = args.size() < 2 ? 100 : Integer.parseInt(args.get(1));
        long start = System.nanoTime();
        List<Column> columns =
                List.of(Column.required("model_a"), Column.required("model_b"), Column.required("winner"));
        PairCounts counts = SampleReader.withDefaults()
                .fold(Path.of(args.get(0)), columns, new Battles())
                .value()
                .finish();
        long loaded = System.nanoTime();
        RatingFit fit = BradleyTerry.withDefaults().fit(counts);
        long fitted = System.nanoTime();
        out.printf(Locale.ROOT, "load %.0f ms%n", (loaded - start) / MILLION);
        out.printf(Locale.ROOT, "fit with sandwich %.0f ms%n", (fitted - loaded) / MILLION);
        BootstrapRatings drawn = rounds == 0 ? null : new RatingBootstrap(rounds, 0, "battles").resample(fit);
        if (drawn != null) {
            out.printf(Locale.ROOT, "bootstrap %.0f ms%n", (System.nanoTime() - fitted) / MILLION);
        }
        fit.standings(LEVEL).stream().limit(5).forEach(best -> {
            String model = best.model();
            out.println(model + " " + fit.rating(model) + " " + fit.interval(model, LEVEL)
                    + (drawn == null ? "" : " " + drawn.interval(model, LEVEL)));
        });
    }

    /** Sums the battles per pair. */
    private static final class Battles implements SampleFold<PairAccumulator> {
        @Override
        public PairAccumulator create() {
            return new PairAccumulator();
        }

        @Override
        public void add(PairAccumulator sums, Sample sample) {
            Optional<Outcome> outcome = Outcome.ofLabel(sample.text(2));
            if (outcome.isPresent()) {
                sums.add(Battle.of(sample.text(0), sample.text(1), outcome.get()));
            } else {
                sums.dropUnknownLabel();
            }
        }

        @Override
        public PairAccumulator merge(PairAccumulator earlier, PairAccumulator later) {
            earlier.merge(later);
            return earlier;
        }
    }
}
