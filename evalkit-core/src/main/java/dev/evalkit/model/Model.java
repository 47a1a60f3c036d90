package dev.evalkit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system under test.
 *
 * @param id its id
 * @param name a name for people; the id where none is given
 * @param indicators ids of indicators that it is measured by
 * @param benchmarks ids of benchmarks that it appears in
 * @param fields the whole document as plain values
 */
public record Model(
        String id,
        String name,
        List<String> indicators,
        List<String> benchmarks,
        Map<String, @Nullable Object> fields) {
    public Model {
        indicators = List.copyOf(indicators);
        benchmarks = List.copyOf(benchmarks);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
