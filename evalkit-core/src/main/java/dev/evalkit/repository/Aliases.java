package dev.evalkit.repository;

import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonPointers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Other names of documents, from an {@code aliases.json}: {@code {"<id>": "<name>"}} or {@code {"<id>": ["<name>", …]}}, also inside a member
 * {@code aliases}. Which of the two is the id is for whoever knows the ids to say: the names belong together. Members of other shapes are
 * left out.
 */
public final class Aliases {
    /** No names at all. */
    static final Aliases NONE = new Aliases(Map.of(), Map.of(), null);

    private static final String INSIDE = "aliases";
    private static final Set<String> ABOUT = Set.of("schema_version", "version", "description", "comment", "notes");

    private final Map<String, List<String>> names;
    private final Map<String, String> pointers;
    private final @Nullable JsonDocument document;

    private Aliases(Map<String, List<String>> names, Map<String, String> pointers, @Nullable JsonDocument document) {
        this.names = Collections.unmodifiableMap(names);
        this.pointers = Map.copyOf(pointers);
        this.document = document;
    }

    /**
     * The names that a document lists.
     *
     * @throws dev.evalkit.EvalkitException if it is no object
     */
    static Aliases of(JsonDocument document) {
        JsonObject json = document.object();
        boolean isInside = json.asMap().get(INSIDE) instanceof Map;
        JsonObject holder = isInside ? json.object(INSIDE) : json;
        Map<String, List<String>> names = new LinkedHashMap<>();
        Map<String, String> pointers = new LinkedHashMap<>();
        holder.asMap().forEach((key, value) -> {
            List<String> others = texts(value);
            if (!others.isEmpty() && !isAboutTheFile(key)) {
                names.put(key, others);
                pointers.put(key, JsonPointers.child(holder.pointer(), key));
            }
        });
        return new Aliases(names, pointers, document);
    }

    /** What stands beside names: the schema, its version, comments. */
    private static boolean isAboutTheFile(String key) {
        return key.startsWith("$") || key.startsWith("_") || ABOUT.contains(key);
    }

    /** Where a key stands in the file. */
    public Location locate(String key) {
        return document == null ? Location.of("") : document.locate(pointer(key));
    }

    /** The JSON pointer of a key. */
    public String pointer(String key) {
        return pointers.getOrDefault(key, "");
    }

    /** The file; empty where there is none. */
    public Optional<JsonDocument> document() {
        return Optional.ofNullable(document);
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
