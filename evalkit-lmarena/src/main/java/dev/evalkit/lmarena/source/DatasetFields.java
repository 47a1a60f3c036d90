package dev.evalkit.lmarena.source;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.source.BoardException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of the leaderboard data set that are known, and how those of a page depart from them. */
final class DatasetFields {
    static final String MODEL = "model_name";
    static final String ORGANIZATION = "organization";
    static final String LICENSE = "license";
    static final String RATING = "rating";
    static final String LOWER = "rating_lower";
    static final String UPPER = "rating_upper";
    static final String VARIANCE = "variance";
    static final String VOTES = "vote_count";
    static final String RANK = "rank";
    static final String CATEGORY = "category";
    static final String DATE = "leaderboard_publish_date";

    /** Without these a row says nothing. */
    private static final List<String> NEEDED = List.of(MODEL, RATING, CATEGORY, DATE);

    private static final Map<String, Boolean> IS_NUMBER = new LinkedHashMap<>();

    static {
        for (String text : List.of(MODEL, ORGANIZATION, LICENSE, CATEGORY, DATE)) {
            IS_NUMBER.put(text, false);
        }
        for (String number : List.of(RATING, LOWER, UPPER, VARIANCE, VOTES, RANK)) {
            IS_NUMBER.put(number, true);
        }
    }

    private DatasetFields() {}

    /**
     * Refuses types that cannot be read.
     *
     * @throws BoardException if a field that is needed is lost, or a known one has become something else
     */
    static void check(String source, Map<String, String> types) {
        List<String> lost =
                NEEDED.stream().filter(field -> !types.containsKey(field)).toList();
        if (!lost.isEmpty()) {
            throw new BoardException(
                    Kind.FORM,
                    source,
                    "the board has lost " + quoted(lost) + "; it has " + quoted(List.copyOf(types.keySet()))
                            + ". The format has changed: look for a newer evalkit");
        }
        IS_NUMBER.forEach((field, isNumber) -> {
            String type = types.getOrDefault(field, isNumber ? "float64" : "string");
            if (isNumber != isNumeric(type)) {
                throw new BoardException(
                        Kind.FORM,
                        source,
                        "\"" + field + "\" is of the type " + Shown.quoted(type) + ", expected "
                                + (isNumber ? "a number" : "a string")
                                + ". The format has changed: look for a newer evalkit");
            }
        });
    }

    private static boolean isNumeric(String type) {
        return type.startsWith("float") || type.startsWith("int") || type.startsWith("uint");
    }

    /** Fields that are there and not known. */
    static List<String> unknown(Set<String> fields) {
        return fields.stream()
                .filter(field -> !IS_NUMBER.containsKey(field))
                .sorted()
                .toList();
    }

    /** Fields that are known and not there. */
    static List<String> missing(Set<String> fields) {
        List<String> missing = new ArrayList<>(IS_NUMBER.keySet());
        missing.removeAll(fields);
        return List.copyOf(missing);
    }

    private static String quoted(List<String> names) {
        return "\"" + Shown.text(String.join("\", \"", names)) + "\"";
    }
}
