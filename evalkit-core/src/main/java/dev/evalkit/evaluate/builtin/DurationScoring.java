package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.Deviation;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.Quantile;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.evaluate.score.Total;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.stats.QuantileDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores a request by its duration and whether it failed. */
record DurationScoring(
        List<Column> columns,
        boolean fromTimes,
        RequestOptions requests,
        TimeUnit unit,
        TimeUnit to,
        double quantile,
        List<Double> percentiles,
        QuantileDefinition definition)
        implements Scoring {
    private static final String DURATION = "duration";
    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";

    DurationScoring {
        columns = List.copyOf(columns);
        percentiles = List.copyOf(percentiles);
    }

    @Override
    public List<Column> referenceColumns() {
        return List.of();
    }

    @Override
    public Pairing pairing() {
        return Pairing.UNPAIRED;
    }

    @Override
    public List<ScoreColumn> scoreColumns() {
        List<ScoreColumn> scores = new ArrayList<>(List.of(ScoreColumn.number(DURATION)));
        if (requests.knowsFailures()) {
            scores.add(ScoreColumn.number(COMPLETED));
            scores.add(ScoreColumn.number(FAILED));
        }
        return scores;
    }

    @Override
    public void score(Sample sample, ScoreRow row) {
        boolean failed = requests.failed(sample, columns.size() - 1);
        if (requests.knowsFailures()) {
            row.set(1, failed ? 0 : 1);
            row.set(2, failed ? 1 : 0);
        }
        if (!failed || !requests.drops()) {
            row.set(0, duration(sample) * (to.perSecond() / unit.perSecond()));
        }
    }

    private double duration(Sample sample) {
        double duration = fromTimes
                ? Times.between(sample, 0, 1, unit.perSecond())
                : Reading.requiredNumber(sample, 0, "a duration");
        if (duration < 0 && fromTimes) {
            throw new BadSampleException(
                    1, "an end " + Reading.shown(-duration) + " before the start", "an end not before its start");
        }
        if (duration < 0) {
            throw new BadSampleException(0, Reading.shown(duration), "a duration of 0 or more");
        }
        return duration;
    }

    @Override
    public List<Output> outputs(ScoreTable table) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(duration("", new Quantile(DURATION, quantile, definition)).saying("quantile", quantile));
        outputs.add(duration("mean", new Mean(DURATION, false)));
        outputs.add(duration("stddev", new Deviation(DURATION)));
        for (double q : percentiles) {
            if (q != quantile) {
                outputs.add(duration(name(q), new Quantile(DURATION, q, definition)));
            }
        }
        if (requests.knowsFailures()) {
            outputs.add(Output.positive("completed", new Total(COMPLETED), "requests", true));
            outputs.add(Output.ratio("error_rate", new Mean(FAILED), false));
        }
        return outputs;
    }

    private Output duration(String name, Statistic statistic) {
        Output output = Output.positive(name, statistic, to.name().toLowerCase(Locale.ROOT), false);
        return requests.knowsFailures() ? output.saying("failures", requests.drops() ? "drop" : "count") : output;
    }

    /** {@code p99}, {@code p99_9}. */
    private static String name(double q) {
        BigDecimal percent = BigDecimal.valueOf(q).movePointRight(2).stripTrailingZeros();
        return "p" + percent.toPlainString().replace('.', '_');
    }
}
