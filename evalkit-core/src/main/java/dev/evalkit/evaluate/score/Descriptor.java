package dev.evalkit.evaluate.score;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a statistic says of itself in the header of a score file. */
final class Descriptor {
    private Descriptor() {}

    /** The kind, then names and values in turn. */
    static Map<String, Object> of(String kind, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    /** A constant as it stands in files. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
