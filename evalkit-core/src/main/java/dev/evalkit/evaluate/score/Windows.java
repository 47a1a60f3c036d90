package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.MeanInterval;
import dev.evalkit.stats.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The windows of a throughput, one for each run, and the requests in them. */
final class Windows {
    /** Enough batches for t, few enough for batches to be nearly independent (Schmeiser 1982, Operations Research 30, 556). */
    private static final int BATCHES = 20;

    private static final int LEAST_BATCHES = 5;

    private final double[] ends;
    private final boolean[] counted;
    private final List<Window> runs;

    private Windows(double[] ends, boolean[] counted, List<Window> runs) {
        this.ends = ends;
        this.counted = counted;
        this.runs = runs;
    }

    /** The window of a run, and how many requests count in it. */
    private static final class Window {
        final double unitsPerSecond;
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        long requests;

        Window(double unitsPerSecond) {
            this.unitsPerSecond = unitsPerSecond;
        }

        /** In seconds; times since an epoch are large, so they are converted only after subtracting. */
        double length() {
            return (to - from) / unitsPerSecond;
        }
    }

    static Windows of(Throughput throughput, ScoreView rows) {
        double[] starts = rows.numbers(throughput.start());
        double[] ends = rows.numbers(throughput.end());
        boolean[] counted = new boolean[ends.length];
        double[] counts = throughput.counted().isEmpty() ? new double[0] : rows.numbers(throughput.counted());
        TextColumn clusters = rows.table().clusters().orElse(null);
        Map<Integer, Window> runs = new LinkedHashMap<>();
        for (int i = 0; i < ends.length; i++) {
            counted[i] = counts.length == 0 || counts[i] == 1;
            Window run = runs.computeIfAbsent(
                    clusters == null ? 0 : clusters.code(rows.row(i)), code -> new Window(throughput.unitsPerSecond()));
            run.from = Math.min(run.from, starts[i]);
            run.to = Math.max(run.to, ends[i]);
            run.requests += counted[i] ? 1 : 0;
        }
        return new Windows(ends, counted, List.copyOf(runs.values()));
    }

    /** Requests per second; empty where no window has a length. */
    OptionalDouble rate() {
        double length = 0;
        long requests = 0;
        for (Window run : runs) {
            length += run.length();
            requests += run.requests;
        }
        return length > 0 ? OptionalDouble.of(requests / length) : OptionalDouble.empty();
    }

    /** By runs: Σn/Σw as a ratio over clusters, with t(G − 1). */
    Estimate overRuns(double rate, EstimateSettings settings) {
        double mean = 0;
        for (Window run : runs) {
            mean += run.length() / runs.size();
        }
        List<Moments> scores = new ArrayList<>();
        for (Window run : runs) {
            scores.add(Moments.of(rate + (run.requests - rate * run.length()) / mean));
        }
        ClusteredMean runsMean = ClusteredMean.of(scores);
        ConfidenceInterval interval =
                MeanInterval.withDefaults().withLevel(settings.level()).of(runsMean);
        Meta meta = meta().with(Meta.CLUSTERS, runs.size());
        return new Estimate(
                rate,
                interval,
                ends.length,
                Double.isFinite(runsMean.cr1()) ? meta.with(Meta.STD_ERROR, runsMean.cr1()) : meta);
    }

    /**
     * By batch means: the window in equal parts, the rate at which requests ended in each, t over the parts (Law 2015, Simulation Modeling and
     * Analysis, section 9.5.3). Says what this run varied within, not how runs differ.
     */
    Estimate overBatches(double rate, EstimateSettings settings) {
        Window window = runs.get(0);
        int batches = (int) Math.min(BATCHES, window.requests / 2);
        if (batches < LEAST_BATCHES) {
            String warning = LEAST_BATCHES * 2 + " requests or more are needed for an interval of a rate; there are "
                    + window.requests;
            return new Estimate(rate, null, ends.length, meta().with(Meta.WARNINGS, List.of(warning)));
        }
        double[] rates = new double[batches];
        for (int i = 0; i < ends.length; i++) {
            if (counted[i]) {
                int batch = (int) ((ends[i] - window.from) / (window.to - window.from) * batches);
                rates[Math.min(batch, batches - 1)] += batches / window.length();
            }
        }
        Moments moments = Moments.of(rates);
        ConfidenceInterval t =
                MeanInterval.withDefaults().withLevel(settings.level()).of(moments);
        return new Estimate(
                rate,
                new ConfidenceInterval(t.low(), t.high(), t.level(), "batch_means", t.warnings()),
                ends.length,
                meta().with(Meta.STD_ERROR, moments.standardError()).with("batches", batches));
    }

    private Meta meta() {
        double seconds = 0;
        for (Window run : runs) {
            seconds += run.length();
        }
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("window_s", seconds);
        return Meta.of(meta);
    }
}
