package dev.evalkit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public benchmark or leaderboard that models are known by.
 *
 * @param id its id
 * @param name a name for people; the id where none is given
 * @param fields the whole document as plain values
 */
public record Benchmark(String id, String name, Map<String, @Nullable Object> fields) {
    public Benchmark {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
