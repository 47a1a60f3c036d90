package dev.evalkit.report;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Observation;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Diffs as comma-separated values: a line for each row, numbers in full precision. */
final class DiffCsv {
    private static final List<String> HEADER = List.of(
            "metric_id",
            "model",
            "scenario",
            "dataset",
            "slice",
            "unit",
            "higher_is_better",
            "gating",
            "verdict",
            "fails_build",
            "prev_value",
            "prev_ci_low",
            "prev_ci_high",
            "prev_n",
            "curr_value",
            "curr_ci_low",
            "curr_ci_high",
            "curr_n",
            "delta",
            "delta_pct",
            "delta_ci_low",
            "delta_ci_high",
            "threshold",
            "margin",
            "over_threshold",
            "test",
            "p_zero",
            "p_margin",
            "p_zero_adjusted",
            "p_margin_adjusted",
            "n_paired",
            "clusters",
            "needed_samples",
            "flips_worse",
            "flips_better",
            "reasons");

    private final Csv csv;

    private DiffCsv(Csv csv) {
        this.csv = csv;
    }

    static DiffCsv begin(OutputStream out) throws IOException {
        return new DiffCsv(Csv.begin(out, HEADER));
    }

    /** Adds the rows; model and scenario are those of the current side where a row does not say them. */
    void add(Outcome outcome) throws IOException {
        for (DiffRow row : outcome.diff().rows()) {
            add(row, outcome);
        }
    }

    private void add(DiffRow row, Outcome outcome) throws IOException {
        csv.text(row.id().metricId())
                .text(or(row.id().model(), outcome.diff().current().model()))
                .text(or(row.id().scenario(), outcome.diff().current().scenario()))
                .text(row.id().dataset())
                .text(row.id().slice().entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining(" ")))
                .text(row.unit())
                .text(row.direction() == null ? "" : truth(row.direction() == Direction.HIGHER_IS_BETTER))
                .text(truth(row.gating()))
                .text(row.verdict().id())
                .text(truth(outcome.fails(row)));
        observation(row.previous());
        observation(row.current());
        change(row.change(), row.test());
        test(row.test());
        Flips flips = row.flips();
        csv.whole(flips == null ? null : (Long) flips.worse())
                .whole(flips == null ? null : (Long) flips.better())
                .text(row.reasons().stream().map(Reason::text).collect(Collectors.joining("; ")))
                .end();
    }

    private void observation(@Nullable Observation side) {
        csv.number(side == null ? null : (Double) side.value());
        ends(side == null ? null : side.ci());
        csv.whole(side == null ? null : side.samples());
    }

    private void ends(@Nullable Interval ci) {
        csv.number(ci == null ? null : ci.low()).number(ci == null ? null : ci.high());
    }

    private void change(@Nullable Change change, @Nullable TestResult test) {
        csv.number(change == null ? null : (Double) change.delta())
                .number(change == null ? null : change.deltaPercent());
        ends(test == null ? null : test.ci());
        csv.number(change == null ? null : (Double) change.threshold())
                .number(change == null ? null : (Double) change.margin())
                .text(change == null ? "" : truth(change.overThreshold()));
    }

    private void test(@Nullable TestResult test) {
        csv.text(test == null ? "" : test.name())
                .number(test == null ? null : (Double) test.pZero())
                .number(test == null ? null : (Double) test.pMargin())
                .number(test == null ? null : test.pZeroAdjusted())
                .number(test == null ? null : test.pMarginAdjusted())
                .whole(test == null ? null : test.paired())
                .whole(test == null || test.clusters() == null ? null : Long.valueOf(test.clusters()))
                .whole(test == null ? null : test.neededSamples());
    }

    private static @Nullable String or(@Nullable String text, @Nullable String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String truth(boolean value) {
        return value ? "true" : "false";
    }
}
