package dev.evalkit.repository;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Other names of documents, from an {@code aliases.json}: {@code {"<id>": "<name>"}} or {@code {"<id>": ["<name>", …]}}, also inside a member
 * {@code aliases}. Which of the two is the id is for whoever knows the ids to say: the names belong together. Members of other shapes are
 * left out.
 */
public final class Aliases {
    /** No names at all. */
    static final Aliases NONE = new Aliases(Map.of());

    private final Map<String, List<String>> names;

    private Aliases(Map<String, List<String>> names) {
        this.names = Collections.unmodifiableMap(names);
    }

    /**
     * The names that a document lists.
     *
     * @throws dev.evalkit.EvalkitException if it is no object
     */
    static Aliases of(JsonDocument document) {
        JsonObject json = document.object();
        Map<?, ?> members = json.asMap().get("aliases") instanceof Map<?, ?> inner ? inner : json.asMap();
        Map<String, List<String>> names = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            List<String> others = texts(value);
            if (!others.isEmpty() && !String.valueOf(key).startsWith("$")) {
                names.put(String.valueOf(key), others);
            }
        });
        return new Aliases(names);
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** What stands in the file: names by key, in its order. */
    public Map<String, List<String>> asMap() {
        return names;
    }

    /** All other names of what that name names, sorted. */
    public List<String> of(String name) {
        TreeSet<String> others = new TreeSet<>(names.getOrDefault(name, List.of()));
        names.forEach((key, values) -> {
            if (values.contains(name)) {
                others.add(key);
                others.addAll(values);
            }
        });
        others.remove(name);
        return List.copyOf(others);
    }
}
