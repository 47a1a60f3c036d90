package dev.evalkit.schema;

import dev.evalkit.Shown;
import dev.evalkit.json.JsonValues;
import dev.evalkit.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One fault in words: which value, what it is, what it should be. */
final class Wording {
    private static final Set<String> SURPLUS = Set.of("additionalProperties", "unevaluatedProperties");
    private static final int MOST_CHOICES = 20;

    private final Fault fault;
    private final @Nullable Object value;
    private final String subject;

    Wording(@Nullable Object document, Fault fault) {
        this.fault = fault;
        Object holder = null;
        Object at = document;
        String last = "";
        for (String name : fault.path()) {
            last = name;
            holder = at;
            at = step(at, last);
        }
        this.value = at;
        this.subject = holder == null
                ? "the document"
                : holder instanceof List<?> ? "element " + (Integer.parseInt(last) + 1) : Shown.quoted(last);
    }

    /** Whether the fault is about a member that should not be there. */
    static boolean isSurplus(Fault fault) {
        return SURPLUS.contains(fault.keyword());
    }

    String message() {
        return switch (fault.keyword()) {
            case "type" -> mustBe(types());
            case "enum" -> mustBe(choices());
            case "const" -> mustBe(json(fault.expected()));
            case "required" -> Shown.quoted(String.valueOf(fault.property())) + " is missing from " + subject;
            case "additionalProperties", "unevaluatedProperties" ->
                Shown.quoted(String.valueOf(fault.property())) + " is not expected in " + subject;
            case "minimum" -> mustBe("at least " + json(fault.expected()));
            case "maximum" -> mustBe("at most " + json(fault.expected()));
            case "exclusiveMinimum" -> mustBe("more than " + json(fault.expected()));
            case "exclusiveMaximum" -> mustBe("less than " + json(fault.expected()));
            case "pattern" -> mustBe("a string like " + Shown.quoted(String.valueOf(fault.expected())));
            case "minLength" -> mustHave("at least", "characters");
            case "maxLength" -> mustHave("at most", "characters");
            case "minItems" -> mustHave("at least", "elements");
            case "maxItems" -> mustHave("at most", "elements");
            case "uniqueItems" -> subject + " must have only unique items in the array";
            case "minProperties" -> mustHave("at least", "members");
            case "maxProperties" -> mustHave("at most", "members");
            default -> subject + " " + Shown.text(fault.message());
        };
    }

    private String mustBe(String expected) {
        return subject + " must be " + expected + ", found " + JsonValues.shown(value);
    }

    private String mustHave(String bound, String what) {
        return subject + " must have " + bound + " " + json(fault.expected()) + " " + what + ", found " + size();
    }

    private int size() {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value instanceof List<?> list ? list.size() : 0;
    }

    private String types() {
        return fault.expected() instanceof List<?> several
                ? several.stream().map(each -> type(String.valueOf(each))).collect(Collectors.joining(" or "))
                : type(String.valueOf(fault.expected()));
    }

    private static String type(String name) {
        return switch (name) {
            case "null" -> name;
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "object", "array" -> "an " + name;
            default -> "a " + name;
        };
    }

    private String choices() {
        List<?> all = fault.expected() instanceof List<?> list ? list : List.of();
        return (all.size() == 1 ? "" : "one of ")
                + all.stream().limit(MOST_CHOICES).map(Wording::json).collect(Collectors.joining(", "))
                + (all.size() > MOST_CHOICES ? ", …" : "");
    }

    private static String json(@Nullable Object value) {
        return Shown.text(Shown.shortened(JsonWriter.toLine(value)));
    }

    private static @Nullable Object step(@Nullable Object holder, String name) {
        if (holder instanceof Map<?, ?> map) {
            return map.get(name);
        }
        return holder instanceof List<?> list ? list.get(Integer.parseInt(name)) : null;
    }
}
