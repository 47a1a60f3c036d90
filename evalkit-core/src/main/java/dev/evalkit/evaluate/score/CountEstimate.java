package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.ClassTallies;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.CountMetric;
import dev.evalkit.stats.MeanInterval;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interval of a count metric: accuracy as a proportion; else the multinomial bootstrap over the cells, or, with clusters, on request, or where
 * the bootstrap would cost too much, influence scores.
 */
final class CountEstimate {
    /** A confusion matrix of more classes is not told. */
    private static final int MOST_CONFUSED = 50;

    private final Counts counts;
    private final CountMetric metric;
    private final CountCells cells;
    private final ClassTallies tallies;
    private final ScoreView rows;
    private final EstimateSettings settings;
    private final double value;

    CountEstimate(Counts counts, CountMetric metric, CountCells cells, ScoreView rows, EstimateSettings settings) {
        this.counts = counts;
        this.metric = metric;
        this.cells = cells;
        this.tallies = cells.tallies();
        this.rows = rows;
        this.settings = settings;
        this.value = metric.value(tallies);
    }

    Estimate estimate() {
        Estimate estimate = choose();
        long n = metric instanceof CountMetric.OfClass ofClass ? tallies.labelled(ofClass.index()) : tallies.samples();
        Meta meta = counts.score() == CountScore.ACCURACY
                        && rows.size() == rows.table().size()
                ? withConfusion(estimate.meta())
                : estimate.meta();
        List<String> warnings = new ArrayList<>(meta.texts(Meta.WARNINGS));
        warnings.addAll(metric.warnings(tallies));
        return new Estimate(
                value,
                estimate.interval(),
                n,
                warnings.isEmpty() ? meta : meta.with(Meta.WARNINGS, List.copyOf(warnings)));
    }

    private Estimate choose() {
        boolean isAccuracy = counts.score() == CountScore.ACCURACY;
        boolean isAtBoundary = !isAccuracy && isAtBoundary();
        if (isAtBoundary && denominator() == 0) {
            return new Estimate(value, null, 0, Meta.EMPTY);
        }
        if (rows.table().clusters().isPresent() || (isAccuracy && settings.method() == CiMethod.T)) {
            double[] scores = counts.scores(rows);
            return new SmoothEstimate(settings)
                    .of(value, scores, Positions.all(scores.length), rows, isAccuracy || isAtBoundary);
        }
        SmoothEstimate estimate = new SmoothEstimate(settings);
        if (isAccuracy) {
            return estimate.counted(value, tallies.correct(), tallies.samples());
        }
        if (isAtBoundary) {
            return atBoundary();
        }
        CountBootstrap bootstrap = new CountBootstrap(rows, cells, counts, settings);
        boolean isCheap = bootstrap.draws() <= settings.draws();
        return settings.method() == CiMethod.T || (settings.method() != CiMethod.BOOTSTRAP && !isCheap)
                ? byInfluence()
                : bootstrap.estimate(counts);
    }

    /** Adds the confusion matrix of all rows: a row for each label, a column for each prediction. */
    private Meta withConfusion(Meta meta) {
        int classes = cells.classes().size();
        if (classes > MOST_CONFUSED) {
            return meta;
        }
        long[][] table = new long[classes][classes + 1];
        cells.matrix().cells().forEach(cell -> table[cell.label()][cell.prediction()] = cell.count());
        List<List<Long>> confusion = new ArrayList<>();
        for (long[] row : table) {
            confusion.add(Arrays.stream(row).limit(classes).boxed().toList());
        }
        Meta told = meta.with("classes", cells.classes()).with("confusion", confusion);
        long without = tallies.predicted(classes);
        return without == 0 ? told : told.with("without_prediction", without);
    }

    /** Where nothing can vary in a resample: all samples of the class, or all samples, are right, or none. */
    private boolean isAtBoundary() {
        return (value == 0 || value == 1)
                && metric.influence(tallies).pseudoValues(cells.matrix()).squaredDeviations() == 0;
    }

    /** Wilson's interval, or the exact one on request, since the bootstrap and t would have no width. */
    private Estimate atBoundary() {
        double n = denominator();
        ProportionInterval.Method method = settings.method() == CiMethod.CLOPPER_PEARSON
                ? ProportionInterval.Method.CLOPPER_PEARSON
                : ProportionInterval.Method.WILSON;
        ConfidenceInterval interval = ProportionInterval.withDefaults()
                .with(method)
                .withLevel(settings.level())
                .of(value * n, n);
        return new Estimate(value, interval, 0, Meta.EMPTY);
    }

    private Estimate byInfluence() {
        Moments scores = metric.influence(tallies).pseudoValues(cells.matrix());
        ConfidenceInterval t =
                MeanInterval.withDefaults().withLevel(settings.level()).of(scores);
        Map<String, @Nullable Object> meta = scores.n() > 1 ? Map.of(Meta.STD_ERROR, scores.standardError()) : Map.of();
        return new Estimate(
                value,
                new ConfidenceInterval(t.low(), t.high(), t.level(), "influence_t", t.warnings()),
                0,
                Meta.of(meta));
    }

    /** How many samples the value rests on. */
    private long denominator() {
        if (!(metric instanceof CountMetric.OfClass ofClass)) {
            return tallies.samples();
        }
        int k = ofClass.index();
        return switch (ofClass.score()) {
            case PRECISION -> tallies.predicted(k);
            case RECALL -> tallies.labelled(k);
            case F1 -> tallies.labelled(k) + tallies.predicted(k) - tallies.hits(k);
        };
    }
}
