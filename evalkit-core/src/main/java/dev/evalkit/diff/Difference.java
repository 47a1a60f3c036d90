package dev.evalkit.diff;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something in which two items differ that makes their values incomparable.
 *
 * @param name its name as {@code evalkit.allow} takes it, e.g. {@code dataset_sha256}
 * @param previous what the previous side says
 * @param current what the current side says
 * @param text the difference in words
 */
record Difference(String name, String previous, String current, String text) {
    private static final int SHOWN = 24;

    static Difference of(String name, String previous, String current) {
        return new Difference(name, previous, current, name + " differs: " + shown(previous) + " → " + shown(current));
    }

    Reason reason(Reason.Code code) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("previous", previous);
        facts.put("current", current);
        String allowed = code == Reason.Code.ALLOWED ? " (allowed)" : "";
        return new Reason(code, text + allowed, facts);
    }

    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }
}
