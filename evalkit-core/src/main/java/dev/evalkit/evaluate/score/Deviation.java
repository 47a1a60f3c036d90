package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.Moments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The standard deviation s of a column (denominator n − 1), over the rows that have a number; needs two of them. The influence of a row
 * is ((x − mean)² − s²)/(2s), that of the variance by the delta method.
 *
 * @param column the score column
 */
public record Deviation(String column) implements SmoothStatistic {
    private static final double ROUNDING = 1e-9;

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        double[] values = rows.present(column);
        return values.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(Moments.of(values).variance()));
    }

    @Override
    public double[] scores(ScoreView rows) {
        return scores(rows, Positions.all(rows.size()));
    }

    @Override
    public String need() {
        return "2 samples that have a " + column;
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        double[] present = rows.present(column);
        if (present.length < 2) {
            return Optional.empty();
        }
        Moments moments = Moments.of(present);
        double deviation = Math.sqrt(moments.variance());
        if (deviation > 0 && !anyInfluence(present, moments)) {
            // As with two values, or as many of one as of another: s is as large as their mean lets it be.
            Meta warned = Meta.of(
                    Map.of(
                            Meta.WARNINGS,
                            List.of(
                                    "These " + present.length
                                            + " values lie equally far from their mean, so that they do not tell how sure their standard deviation is")));
            return Optional.of(new Estimate(deviation, null, present.length, warned));
        }
        SmoothEstimate estimate = new SmoothEstimate(settings);
        if (rows.table().clusters().isEmpty()) {
            return Optional.of(estimate.independent(deviation, momentsOfScores(present, moments), false, 0));
        }
        double[] values = rows.numbers(column);
        int[] counted = Positions.where(values.length, i -> !Double.isNaN(values[i]));
        return Optional.of(estimate.of(deviation, scores(rows, counted), counted, rows, false));
    }

    /** Whether the score of any value is another number than the deviation, but for rounding. */
    private static boolean anyInfluence(double[] values, Moments moments) {
        double centre = moments.squaredDeviations() / values.length;
        double least = 2 * ROUNDING * moments.variance();
        for (double value : values) {
            if (Math.abs((value - moments.mean()) * (value - moments.mean()) - centre) > least) {
                return true;
            }
        }
        return false;
    }

    /** The moments of {@link #scores} where no row lacks a number, without making them. */
    private static Moments momentsOfScores(double[] values, Moments moments) {
        double deviation = Math.sqrt(moments.variance());
        double centre = moments.squaredDeviations() / values.length;
        if (deviation == 0) {
            return new Moments(values.length, 0, 0);
        }
        double squares = 0;
        for (double value : values) {
            double square = (value - moments.mean()) * (value - moments.mean());
            // Divided before it is squared: fourth powers are too large long before the values are.
            double influence = (square - centre) / (2 * deviation);
            squares += influence * influence;
        }
        return new Moments(values.length, deviation, squares);
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("deviation", "column", column);
    }

    private double[] scores(ScoreView rows, int[] positions) {
        double[] present = rows.present(column);
        if (present.length < 2) {
            throw new IllegalArgumentException(
                    "A standard deviation needs 2 values of " + column + ", not " + present.length);
        }
        Moments moments = Moments.of(present);
        double deviation = Math.sqrt(moments.variance());
        // The mean of (x − mean)² is a little less than s², so it is taken instead for influences to average 0.
        double centre = moments.squaredDeviations() / present.length;
        double stretch = (double) positions.length / present.length;
        double[] values = Positions.pick(rows.numbers(column), positions);
        for (int i = 0; i < values.length; i++) {
            double square = (values[i] - moments.mean()) * (values[i] - moments.mean());
            boolean hasInfluence = !Double.isNaN(values[i]) && deviation > 0;
            values[i] = hasInfluence ? deviation + stretch * (square - centre) / (2 * deviation) : deviation;
        }
        return values;
    }
}
