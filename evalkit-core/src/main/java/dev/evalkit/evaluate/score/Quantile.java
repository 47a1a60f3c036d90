package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.QuantileDefinition;
import dev.evalkit.stats.QuantileEstimate;
import dev.evalkit.stats.QuantileEstimator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A quantile of a column, over the rows that have a number.
 *
 * @param column the score column
 * @param q which one, in (0, 1)
 * @param definition what it means between two values
 */
public record Quantile(String column, double q, QuantileDefinition definition) implements Statistic {

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        double[] values = rows.present(column);
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(QuantileEstimator.withDefaults()
                        .with(definition)
                        .withCopy(false)
                        .value(values, q));
    }

    @Override
    public String need() {
        return "a sample that has a " + column;
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        double[] values = rows.present(column);
        if (values.length == 0) {
            return Optional.empty();
        }
        QuantileEstimate estimate = QuantileEstimator.withDefaults()
                .with(definition)
                .withLevel(settings.level())
                .withCopy(false)
                .estimate(values, q);
        Meta meta = Meta.of(Map.of(Meta.METHOD, definition.id()));
        return Optional.of(
                rows.table().clusters().isPresent()
                        ? ClusteredQuantile.of(this, estimate.value(), rows, meta, settings)
                        : new Estimate(
                                estimate.value(), estimate.interval().around(estimate.value()), values.length, meta));
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("quantile", "column", column, "q", q, "definition", definition.id());
    }
}
