package dev.evalkit.json;

import dev.evalkit.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds where values stand in a document, by reading it once more.
 *
 * <p>Places are needed when something is wrong and never else, so nothing keeps them while a document is read.
 */
final class Places {
    private final JsonCursor json;
    private final Set<String> wanted;
    private final Map<String, Location> found = new HashMap<>();

    private Places(JsonCursor json, Set<String> wanted) {
        this.json = json;
        this.wanted = wanted;
    }

    /** The places of values; of a value that is not there, the place of the nearest one that should hold it. */
    static Map<String, Location> of(JsonCursor json, Collection<String> pointers) {
        Set<String> wanted = new HashSet<>();
        for (String pointer : pointers) {
            String at = pointer;
            while (wanted.add(at) && !at.isEmpty()) {
                at = JsonPointers.parent(at);
            }
        }
        Places places = new Places(json, wanted);
        places.visit("");
        Map<String, Location> result = new LinkedHashMap<>();
        for (String pointer : pointers) {
            result.put(pointer, places.nearest(pointer));
        }
        return result;
    }

    private Location nearest(String pointer) {
        String at = pointer;
        Location place = found.get(at);
        while (place == null) {
            at = JsonPointers.parent(at);
            place = found.get(at);
        }
        return place;
    }

    private void visit(String pointer) {
        JsonKind kind = json.peek();
        boolean isWanted = wanted.contains(pointer);
        if (isWanted) {
            found.put(pointer, json.location());
        }
        // What is not wanted holds nothing that is: every holder of a wanted value is wanted itself.
        if (isWanted && kind == JsonKind.BEGIN_OBJECT) {
            json.beginObject();
            while (json.hasNext()) {
                visit(JsonPointers.child(pointer, json.nextName()));
            }
            json.endObject();
        } else if (isWanted && kind == JsonKind.BEGIN_ARRAY) {
            json.beginArray();
            for (int i = 0; json.hasNext(); i++) {
                visit(JsonPointers.child(pointer, i));
            }
            json.endArray();
        } else {
            json.skipValue();
        }
    }
}
