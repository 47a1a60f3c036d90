package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Text for people in documents: where it is something else, e.g. an object with a text per language, it is as if it were absent. */
final class Texts {
    private Texts() {}

    /** The first of the keys that holds text. */
    static Optional<String> first(JsonObject json, String... keys) {
        return first(json.asMap(), keys);
    }

    /** The first of the keys that holds text. */
    static Optional<String> first(Map<?, ?> json, String... keys) {
        for (String key : keys) {
            if (json.get(key) instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
