package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Benchmark;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Model;
import dev.evalkit.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document: where it lies, what it says its id in, and what reads it.
 *
 * @param word what it is called in messages
 * @param folder its folder in the repository
 * @param idKeys the keys that may hold the id; the first one that is there counts
 * @param ownFolders whether a document may have a folder of its own
 * @param parser what turns it into its record
 * @param aliases the other names that a document says it has
 * @param <T> the record
 */
record Kind<T>(
        String word,
        String folder,
        List<String> idKeys,
        boolean ownFolders,
        Parser<T> parser,
        Function<T, List<String>> aliases) {
    static final Kind<Model> MODEL = new Kind<>(
            "model",
            "models",
            List.of("id", "model_id", "model_name"),
            false,
            ModelParser::parse,
            model -> aliases(model.fields()));
    static final Kind<Scenario> SCENARIO = new Kind<>(
            "scenario", "scenarios", List.of("id", "scenario_id"), true, ScenarioParser::parse, scenario -> List.of());
    static final Kind<Indicator> INDICATOR = new Kind<>(
            "indicator", "indicators", List.of("id", "metric_id"), false, IndicatorParser::parse, Indicator::aliases);
    static final Kind<Benchmark> BENCHMARK = new Kind<>(
            "benchmark",
            "benchmarks",
            List.of("id", "benchmark_id", "model_id", "metric_id", "model_name"),
            false,
            BenchmarkParser::parse,
            benchmark -> aliases(benchmark.fields()));

    private static List<String> aliases(Map<String, @Nullable Object> fields) {
        return fields.get("aliases") instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** Turns a document into its record. */
    @FunctionalInterface
    interface Parser<T> {
        /**
         * The record.
         *
         * @throws dev.evalkit.EvalkitException if the document does not say what the record needs; with the place
         */
        T parse(String id, JsonObject document);
    }
}
