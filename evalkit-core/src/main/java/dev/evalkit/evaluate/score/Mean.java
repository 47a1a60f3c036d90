package dev.evalkit.evaluate.score;

import dev.evalkit.stats.Moments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mean of a column of numbers, over the rows that have one.
 *
 * @param column the score column
 * @param isShare whether it is a proportion where all numbers are 0 or 1; a duration is not
 */
public record Mean(String column, boolean isShare) implements SmoothStatistic {

    /** The mean of scores, a proportion where all are 0 or 1. */
    public Mean(String column) {
        this(column, true);
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        NumberColumn numbers = rows.table().numbers(column);
        double sum = 0;
        int n = 0;
        for (int i = 0; i < rows.size(); i++) {
            double value = numbers.get(rows.row(i));
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
    }

    @Override
    public double[] scores(ScoreView rows) {
        double[] values = rows.numbers(column);
        int[] present = Positions.where(values.length, i -> !Double.isNaN(values[i]));
        if (present.length == values.length) {
            return values;
        }
        // The mean of some rows is the ratio of their sum to their count: rows without a number have no influence.
        double mean = value(rows).orElseThrow(() -> new IllegalArgumentException("No row has a " + column));
        double share = (double) present.length / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? mean : mean + (values[i] - mean) / share;
        }
        return values;
    }

    @Override
    public String need() {
        return "a sample that has a " + column;
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        OptionalDouble mean = value(rows);
        if (mean.isEmpty()) {
            return Optional.empty();
        }
        SmoothEstimate estimate = new SmoothEstimate(settings);
        if (rows.table().clusters().isPresent()) {
            double[] values = rows.numbers(column);
            int[] present = Positions.where(values.length, i -> !Double.isNaN(values[i]));
            return Optional.of(
                    estimate.of(mean.getAsDouble(), Positions.pick(values, present), present, rows, isShare));
        }
        return Optional.of(independent(mean.getAsDouble(), rows, estimate));
    }

    /** Without clusters three sums are enough, so that no array is made. */
    private Estimate independent(double mean, ScoreView rows, SmoothEstimate estimate) {
        NumberColumn numbers = rows.table().numbers(column);
        long n = 0;
        long ones = 0;
        long zeros = 0;
        double squares = 0;
        for (int i = 0; i < rows.size(); i++) {
            double value = numbers.get(rows.row(i));
            if (!Double.isNaN(value)) {
                n++;
                ones += value == 1 ? 1 : 0;
                zeros += value == 0 ? 1 : 0;
                squares += (value - mean) * (value - mean);
            }
        }
        return estimate.independent(mean, new Moments(n, mean, squares), isShare && ones + zeros == n, ones);
    }

    @Override
    public Map<String, Object> describe() {
        return isShare
                ? Descriptor.of("mean", "column", column)
                : Descriptor.of("mean", "column", column, "share", false);
    }
}
