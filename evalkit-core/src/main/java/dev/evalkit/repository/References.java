package dev.evalkit.repository;

import dev.evalkit.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names by which documents refer to others. A list of them holds names, or objects that hold a name among other things; an object has
 * them as its keys. What has another shape is no reference and is left out.
 */
public final class References {
    private static final List<String> INDICATOR_KEYS = List.of("indicator", "id", "indicator_id", "metric_id");
    private static final List<String> BENCHMARK_KEYS = List.of("id", "benchmark", "benchmark_id", "name");
    private static final String EVALUATION = "evaluation";
    private static final String INDICATORS = "indicators";
    private static final String BENCHMARKS = "benchmarks";

    private References() {}

    /** The benchmarks that a model's document names, in {@code benchmarks} or in {@code evaluation.benchmarks}. */
    public static List<Reference> modelBenchmarks(Map<String, @Nullable Object> model) {
        return ofModel(model, BENCHMARKS, BENCHMARK_KEYS);
    }

    /** The indicators that a model's document names, in {@code indicators} or in {@code evaluation.indicators}. */
    public static List<Reference> modelIndicators(Map<String, @Nullable Object> model) {
        return ofModel(model, INDICATORS, INDICATOR_KEYS);
    }

    /** The indicators that a scenario's document names, those that decide first. */
    public static List<Reference> scenarioIndicators(Map<String, @Nullable Object> scenario) {
        List<Reference> found = in(scenario, "priority_indicators", "", INDICATOR_KEYS);
        found.addAll(in(scenario, INDICATORS, "", INDICATOR_KEYS));
        return found;
    }

    /** The indicators that an indicator's document names, to be read together with it or because it depends on them. */
    public static List<Reference> relatedIndicators(Map<String, @Nullable Object> indicator) {
        List<Reference> found = in(indicator, "related_metrics", "", INDICATOR_KEYS);
        found.addAll(in(indicator, "related_indicators", "", INDICATOR_KEYS));
        found.addAll(in(indicator, "depends_on", "", INDICATOR_KEYS));
        return found;
    }

    /** The indicators that a benchmark's document names. */
    public static List<Reference> benchmarkIndicators(Map<String, @Nullable Object> benchmark) {
        return in(benchmark, INDICATORS, "", INDICATOR_KEYS);
    }

    /** The files of snapshots that a benchmark's document names. */
    public static List<Reference> benchmarkSnapshots(Map<String, @Nullable Object> benchmark) {
        return in(benchmark, "snapshots", "", List.of("path", "file"));
    }

    /** The names alone, each once. */
    static List<String> names(List<Reference> references) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        references.forEach(each -> names.add(each.name()));
        return List.copyOf(names);
    }

    private static List<Reference> ofModel(Map<String, @Nullable Object> model, String key, List<String> idKeys) {
        List<Reference> found = in(model, key, "", idKeys);
        if (model.get(EVALUATION) instanceof Map<?, ?> evaluation) {
            found.addAll(in(evaluation, key, JsonPointers.child("", EVALUATION), idKeys));
        }
        return found;
    }

    private static List<Reference> in(Map<?, ?> holder, String key, String pointer, List<String> idKeys) {
        List<Reference> found = new ArrayList<>();
        Object value = holder.get(key);
        String at = JsonPointers.child(pointer, key);
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i), JsonPointers.child(at, i), idKeys, found);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> add(name, JsonPointers.child(at, String.valueOf(name)), idKeys, found));
        } else {
            add(value, at, idKeys, found);
        }
        return found;
    }

    private static void add(@Nullable Object value, String pointer, List<String> idKeys, List<Reference> found) {
        if (value instanceof String name && !name.isBlank()) {
            found.add(new Reference(name, pointer));
        } else if (value instanceof Map<?, ?> object) {
            for (String key : idKeys) {
                if (object.get(key) instanceof String name && !name.isBlank()) {
                    found.add(new Reference(name, JsonPointers.child(pointer, key)));
                    return;
                }
            }
        }
    }
}
