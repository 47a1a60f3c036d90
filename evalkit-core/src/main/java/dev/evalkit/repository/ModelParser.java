package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Models from their documents. */
final class ModelParser {
    private ModelParser() {}

    static Model parse(String id, JsonObject json) {
        return new Model(
                id,
                Texts.first(json, "name", "model_name").orElse(id),
                references(json, "indicators", "id", "indicator", "indicator_id", "metric_id"),
                references(json, "benchmarks", "id", "benchmark", "benchmark_id", "name"),
                json.asMap());
    }

    /**
     * The ids in a list of references, which may be strings or objects that hold an id among other things. References of other shapes are left
     * out: they are for those who read the document's fields.
     */
    private static List<String> references(JsonObject json, String key, String... idKeys) {
        List<String> references = new ArrayList<>();
        if (json.asMap().get(key) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof String id) {
                    references.add(id);
                } else if (each instanceof Map<?, ?> object) {
                    Texts.first(object, idKeys).ifPresent(references::add);
                }
            }
        }
        return references;
    }
}
