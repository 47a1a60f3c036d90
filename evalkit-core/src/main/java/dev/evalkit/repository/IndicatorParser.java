package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indicators from their documents. */
final class IndicatorParser {
    private static final Map<String, Direction> DIRECTIONS = Map.of(
            "higher_is_better", Direction.HIGHER_IS_BETTER,
            "higher", Direction.HIGHER_IS_BETTER,
            "maximize", Direction.HIGHER_IS_BETTER,
            "lower_is_better", Direction.LOWER_IS_BETTER,
            "lower", Direction.LOWER_IS_BETTER,
            "minimize", Direction.LOWER_IS_BETTER);

    private IndicatorParser() {}

    static Indicator parse(String id, JsonObject json) {
        return new Indicator(
                id,
                Texts.first(json, "name").orElse(id),
                Texts.first(json, "definition", "description").orElse(""),
                Texts.first(json, "category").orElse(""),
                Texts.first(json, "unit").orElse(""),
                direction(json),
                json.strings("aliases"),
                RunScriptRefParser.parse(json).orElse(null),
                ThresholdsParser.parse(json),
                json.asMap());
    }

    /** {@code higher_is_better}, or what other tools write: {@code "direction": "higher_is_better"}. */
    private static @Nullable Direction direction(JsonObject json) {
        if (json.has("higher_is_better")) {
            return json.optionalBool("higher_is_better")
                    .map(Direction::ofHigherIsBetter)
                    .orElse(null);
        }
        return json.asMap().get("direction") instanceof String word ? DIRECTIONS.get(word) : null;
    }
}
