package dev.evalkit.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as a message shows them: {@code the number 3}, {@code the string "abc"}, {@code an object}. */
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    static String value(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return "the string " + quoted(text);
        }
        if (value instanceof Number) {
            return "the number " + cut(JsonWriter.toLine(value));
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        return value instanceof List<?> ? "an array" : value.toString();
    }

    /** Text in quotes, escaped and cut to a bearable length. */
    static String quoted(String text) {
        return '"' + escaped(cut(text)) + '"';
    }

    /** Text with escapes for control characters and for what is invisible. */
    static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (isInvisible(each)) {
                for (char unit : Character.toChars(each)) {
                    shown.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
                }
            } else {
                shown.appendCodePoint(each);
            }
        });
        return shown.toString();
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.FORMAT || type == Character.SURROGATE;
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
