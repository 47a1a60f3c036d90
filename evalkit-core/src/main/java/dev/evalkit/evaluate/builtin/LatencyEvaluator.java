package dev.evalkit.evaluate.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.sample.Column;
import dev.evalkit.stats.QuantileDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code builtin:latency}: a quantile of durations, with their mean, standard deviation and other percentiles.
 *
 * <ul>
 *   <li>{@code --value COLUMN} (else {@code latency_ms}): the duration; or {@code --start COLUMN --end COLUMN}: two times, as numbers or ISO 8601 texts.
 *   <li>{@code --unit ms|s|us|ns} (else ms): the unit of the columns; {@code --to ms|s|us|ns}: that of the results, else the same.
 *   <li>{@code --quantile 0.99} (else 0.99), {@code --definition hf7} (else {@code hf7}; {@code nearest_rank}, {@code hf2} … {@code hf9}).
 *   <li>{@code --percentiles 0.5,0.9} (else 0.5, 0.9, 0.95, 0.99): what follows as {@code <id>.p50}, {@code <id>.p90}, beside {@code <id>.mean} and {@code
 *       <id>.stddev}.
 *   <li>{@code --success COLUMN --failures count|drop}: whether the durations of failed requests count; then also {@code <id>.completed}
 *       and {@code <id>.error_rate}, over all requests.
 * </ul>
 *
 * <p>A missing duration is a bad line, unless the request failed and failures are dropped; so is a negative one. Requests of two runs do
 * not pair. Intervals of quantiles are order statistics, an end that the data do not bound being null; that of the mean is Student's t.
 */
public final class LatencyEvaluator implements Evaluator {
    private static final List<Double> PERCENTILES = List.of(0.5, 0.9, 0.95, 0.99);
    private static final String BETWEEN = "a number between 0 and 1";

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> start = arguments.text("start");
        Optional<String> end = arguments.text("end");
        Optional<String> value = arguments.text("value");
        if (start.isPresent() != end.isPresent() || (start.isPresent() && value.isPresent())) {
            throw arguments.conflict(
                    "an odd choice of --value, --start and --end", "give --value, or --start with --end");
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(start.or(() -> value).orElse("latency_ms")));
        end.ifPresent(column -> columns.add(Column.required(column)));
        RequestOptions requests = RequestOptions.from(arguments);
        if (requests.success() != null) {
            columns.add(requests.success());
        }
        TimeUnit unit = arguments.choice("unit", TimeUnit.class, TimeUnit.MS);
        List<Double> percentiles = arguments.numbers("percentiles", BETWEEN, q -> q > 0 && q < 1);
        DurationScoring scoring = new DurationScoring(
                columns,
                end.isPresent(),
                requests,
                unit,
                arguments.choice("to", TimeUnit.class, unit),
                arguments.number("quantile", BETWEEN, q -> q > 0 && q < 1).orElse(0.99),
                percentiles.isEmpty() ? PERCENTILES : percentiles,
                definition(arguments));
        return ScoredEvaluation.of(scoring, arguments);
    }

    private static QuantileDefinition definition(Arguments arguments) {
        String id = arguments.text("definition", QuantileDefinition.HF7.id());
        try {
            return QuantileDefinition.of(id.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new EvalkitException("builtin:latency: --definition: " + e.getMessage(), e);
        }
    }
}
