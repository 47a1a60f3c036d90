package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.QuantileDefinition;
import dev.evalkit.stats.QuantileEstimate;
import dev.evalkit.stats.QuantileEstimator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

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
                : OptionalDouble.of(
                        QuantileEstimator.withDefaults().with(definition).value(values, q));
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
        QuantileEstimate estimate = estimate(values, rows, settings.level());
        Meta meta = Meta.of(Map.of(Meta.METHOD, definition.id()));
        return Optional.of(
                rows.table().clusters().isPresent()
                        ? ClusteredQuantile.of(this, estimate.value(), rows, meta, settings)
                        : new Estimate(
                                estimate.value(), estimate.interval().around(estimate.value()), values.length, meta));
    }

    /** With it come all quantiles of the column that are asked for, since one pass over the values finds them all. */
    private QuantileEstimate estimate(double[] values, ScoreView rows, double level) {
        Map<Double, QuantileEstimate> known = rows.remember(new EstimatesKey(column, definition, level), HashMap::new);
        QuantileEstimate estimate = known.get(q);
        if (estimate != null) {
            return estimate;
        }
        Set<Double> quantiles = new LinkedHashSet<>(List.of(q));
        for (Statistic statistic : rows.asked()) {
            if (statistic instanceof Quantile other && other.column.equals(column) && other.definition == definition) {
                quantiles.add(other.q);
            }
        }
        double[] all = quantiles.stream().mapToDouble(Double::doubleValue).toArray();
        List<QuantileEstimate> found = QuantileEstimator.withDefaults()
                .with(definition)
                .withLevel(level)
                .estimates(values, all);
        for (int i = 0; i < all.length; i++) {
            known.put(all[i], found.get(i));
        }
        return found.get(0);
    }

    private record EstimatesKey(String column, QuantileDefinition definition, double level) {}

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("quantile", "column", column, "q", q, "definition", definition.id());
    }
}
