package dev.evalkit.schema;

import com.networknt.schema.Error;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonValues;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One error in words: which value, what it is, what it should be. */
final class Wording {
    private static final Set<String> SURPLUS = Set.of("additionalProperties", "unevaluatedProperties");
    private static final int MOST_CHOICES = 20;

    private final Error error;
    private final @Nullable Object value;
    private final String subject;

    Wording(@Nullable Object document, Error error) {
        this.error = error;
        Object holder = null;
        Object at = document;
        String last = "";
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            last = String.valueOf(error.getInstanceLocation().getElement(i));
            holder = at;
            at = step(at, last);
        }
        this.value = at;
        this.subject = holder == null
                ? "the document"
                : holder instanceof List<?> ? "element " + (Integer.parseInt(last) + 1) : Shown.quoted(last);
    }

    /** Whether the error is about a member that should not be there. */
    static boolean isSurplus(Error error) {
        return error.getKeyword() != null && SURPLUS.contains(error.getKeyword());
    }

    String message() {
        String keyword = String.valueOf(error.getKeyword());
        return switch (keyword) {
            case "type" -> mustBe(types());
            case "enum" -> mustBe(choices());
            case "const" -> mustBe(json(error.getSchemaNode()));
            case "required" -> Shown.quoted(String.valueOf(error.getProperty())) + " is missing from " + subject;
            case "additionalProperties", "unevaluatedProperties" ->
                Shown.quoted(String.valueOf(error.getProperty())) + " is not expected in " + subject;
            case "minimum" -> mustBe("at least " + json(error.getSchemaNode()));
            case "maximum" -> mustBe("at most " + json(error.getSchemaNode()));
            case "exclusiveMinimum" -> mustBe("more than " + json(error.getSchemaNode()));
            case "exclusiveMaximum" -> mustBe("less than " + json(error.getSchemaNode()));
            case "pattern" ->
                mustBe("a string like " + Shown.quoted(error.getSchemaNode().asString()));
            case "minLength" -> mustHave("at least", "characters");
            case "maxLength" -> mustHave("at most", "characters");
            case "minItems" -> mustHave("at least", "elements");
            case "maxItems" -> mustHave("at most", "elements");
            case "minProperties" -> mustHave("at least", "members");
            case "maxProperties" -> mustHave("at most", "members");
            default -> subject + " " + Shown.text(error.getMessage());
        };
    }

    private String mustBe(String expected) {
        return subject + " must be " + expected + ", found " + JsonValues.shown(value);
    }

    private String mustHave(String bound, String what) {
        return subject + " must have " + bound + " " + json(error.getSchemaNode()) + " " + what + ", found " + size();
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
        List<String> types = new ArrayList<>();
        JsonNode expected = error.getSchemaNode();
        if (expected.isArray()) {
            expected.forEach(each -> types.add(type(each.asString())));
        } else {
            types.add(type(expected.asString()));
        }
        return String.join(" or ", types);
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
        Iterator<JsonNode> all = error.getSchemaNode().iterator();
        List<String> shown = new ArrayList<>();
        while (all.hasNext() && shown.size() < MOST_CHOICES) {
            shown.add(json(all.next()));
        }
        return (shown.size() == 1 ? "" : "one of ")
                + shown.stream().collect(Collectors.joining(", "))
                + (all.hasNext() ? ", …" : "");
    }

    private static String json(JsonNode node) {
        return Shown.text(Shown.shortened(node.toString()));
    }

    private static @Nullable Object step(@Nullable Object holder, String name) {
        if (holder instanceof Map<?, ?> map) {
            return map.get(name);
        }
        return holder instanceof List<?> list ? list.get(Integer.parseInt(name)) : null;
    }
}
