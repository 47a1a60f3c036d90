package dev.evalkit.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mean of a column of numbers, over the rows that have one. Where all are 0 or 1 it is a proportion.
 *
 * @param column the score column
 */
public record Mean(String column) implements SmoothStatistic {

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        double[] values = rows.numbers(column);
        double sum = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
    }

    @Override
    public double[] scores(ScoreView rows) {
        return rows.numbers(column);
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        throw new UnsupportedOperationException("waits for the intervals: " + rows.size() + settings);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("kind", "mean", "column", column);
    }
}
