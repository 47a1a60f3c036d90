package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The sum of a column, without an interval: points, errors.
 *
 * @param column the score column; missing counts as 0
 */
public record Total(String column) implements Statistic {

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        double sum = 0;
        for (double value : rows.numbers(column)) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return OptionalDouble.of(sum);
    }

    @Override
    public String need() {
        return "a sample";
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        return Optional.of(new Estimate(value(rows).orElseThrow(), null, rows.size(), Meta.EMPTY));
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("total", "column", column);
    }
}
