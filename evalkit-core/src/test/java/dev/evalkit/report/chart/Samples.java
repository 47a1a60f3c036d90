package dev.evalkit.report.chart;

import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up charts with everything that charts can show. */
final class Samples {
    private Samples() {}

    static List<TrendPoint> trend() {
        List<TrendPoint> points = new ArrayList<>();
        double[] values = {0.842, 0.851, 0.848, Double.NaN, 0.862, 0.871, 0.869, 0.902, 0.899, 0.912, 0.884, 0.907};
        for (int i = 0; i < values.length; i++) {
            String date = "2026-10-" + (i < 9 ? "0" : "") + (i + 1);
            Double value = Double.isNaN(values[i]) ? null : (Double) values[i];
            Interval interval = value == null
                    ? null
                    : i == 9 ? new Interval(value - 0.03, null) : new Interval(value - 0.02, value + 0.018);
            String change = i == 7 ? "evaluator.version differs: 1 → 2" : null;
            String title =
                    date + " · commit 1a2b3c" + i + ": " + (value == null ? "failed: no data" : value.toString());
            points.add(new TrendPoint(i, date, value, interval, i == 1 || i == 7, change, title));
        }
        return points;
    }

    static List<ForestRow> changes() {
        return List.of(
                change("accuracy", "ratio", -0.041, interval(-0.06, -0.022), 0.02, true, Emphasis.BAD, "regressed"),
                change(
                        "accuracy · subject=law",
                        "ratio",
                        0.012,
                        interval(-0.03, 0.05),
                        0.02,
                        true,
                        Emphasis.UNSURE,
                        "inconclusive"),
                change("latency_p99", "ms", -120, interval(-180.0, null), 100, false, Emphasis.UNSURE, "inconclusive"),
                change("latency_p50", "ms", -150, interval(-170.0, -121.0), 100, false, Emphasis.GOOD, "improved"),
                change(
                        "toxicity_rate",
                        "ratio",
                        0.0,
                        interval(-0.004, 0.004),
                        0.008,
                        false,
                        Emphasis.PLAIN,
                        "no worse"),
                change("exact_match", "ratio", -0.01, interval(-0.02, 0.0), 0.0, true, Emphasis.UNSURE, "inconclusive"),
                change("answer_words", "words", 14, null, 20, null, Emphasis.PLAIN, "no worse"));
    }

    static Interval interval(@Nullable Double low, @Nullable Double high) {
        return new Interval(low, high);
    }

    private static ForestRow change(
            String label,
            String unit,
            double delta,
            @Nullable Interval interval,
            double margin,
            @Nullable Boolean higher,
            Emphasis emphasis,
            String verdict) {
        Direction direction = higher == null ? null : Direction.ofHigherIsBetter(higher);
        return new ForestRow(label, null, unit, delta, interval, margin, direction, emphasis, verdict);
    }
}
