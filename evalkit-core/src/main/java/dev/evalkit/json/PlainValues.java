package dev.evalkit.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a cursor brings into plain, unmodifiable Java values. The limit on depth bounds the recursion. */
final class PlainValues {

    private PlainValues() {}

    /** A map that came from a document: its names are strings. */
    @SuppressWarnings("unchecked") // Only map(JsonCursor) makes the maps of a document.
    static Map<String, @Nullable Object> asMap(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    /** A list that came from a document. */
    static List<@Nullable Object> asList(List<?> list) {
        return Collections.unmodifiableList(list);
    }

    static @Nullable Object read(JsonCursor json) {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> map(json);
            case BEGIN_ARRAY -> list(json);
            case NUMBER -> json.nextNumber();
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield null;
            }
            case STRING -> json.nextString();
            case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> throw json.unexpected("a value");
        };
    }

    private static Map<String, @Nullable Object> map(JsonCursor json) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            map.put(json.nextName(), read(json));
        }
        json.endObject();
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> list(JsonCursor json) {
        List<@Nullable Object> list = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            list.add(read(json));
        }
        json.endArray();
        return Collections.unmodifiableList(list);
    }
}
