package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Model;

/** Models from their documents. */
final class ModelParser {
    private ModelParser() {}

    static Model parse(String id, JsonObject json) {
        return new Model(
                id,
                Texts.first(json, "name", "model_name").orElse(id),
                References.names(References.modelIndicators(json.asMap())),
                References.names(References.modelBenchmarks(json.asMap())),
                json.asMap());
    }
}
