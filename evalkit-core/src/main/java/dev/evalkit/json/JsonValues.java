package dev.evalkit.json;

import dev.evalkit.Shown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values in words. */
public final class JsonValues {

    private JsonValues() {}

    /** A value as a message names what was found: {@code the number 3}, {@code the string "abc"}, {@code an object}, {@code null}. */
    public static String shown(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return "the string " + Shown.quoted(text);
        }
        if (value instanceof Number) {
            return "the number " + Shown.shortened(JsonWriter.toLine(value));
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        return value instanceof List<?> ? "an array" : value.toString();
    }
}
