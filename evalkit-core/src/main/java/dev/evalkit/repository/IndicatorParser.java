package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;

/** Indicators from their documents. */
final class IndicatorParser {
    private IndicatorParser() {}

    static Indicator parse(String id, JsonObject json) {
        return new Indicator(
                id,
                Texts.first(json, "name").orElse(id),
                Texts.first(json, "definition", "description").orElse(""),
                Texts.first(json, "category").orElse(""),
                Texts.first(json, "unit").orElse(""),
                json.optionalBool("higher_is_better")
                        .map(Direction::ofHigherIsBetter)
                        .orElse(null),
                json.strings("aliases"),
                RunScriptRefParser.parse(json).orElse(null),
                ThresholdsParser.parse(json),
                json.asMap());
    }
}
