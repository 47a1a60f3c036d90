package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and the numbers that stand for them, in the order in which the names came. */
final class NameIndex {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int idOf(String name) {
        Integer known = ids.get(name);
        if (known != null) {
            return known;
        }
        ids.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    List<String> names() {
        return names;
    }

    /** The ids here of all names of another index, by their ids there; new names are taken in. */
    int[] idsOf(NameIndex other) {
        return other.names.stream().mapToInt(this::idOf).toArray();
    }
}
