package dev.evalkit.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema of the keywords that most schemas are made of, checked on plain values. It says of a document exactly what the schema library says, in a
 * fraction of the time that the library takes to load.
 */
final class PlainSchema {
    /** What a value may be; null where it may be anything. */
    @Nullable
    Set<String> types;

    @Nullable
    Object typesAsWritten;

    /** The values that it may be, made comparable; null where it may be any. */
    @Nullable
    Set<Object> choices;

    @Nullable
    Object choicesAsWritten;

    String choiceKeyword = "enum";
    List<String> required = List.of();
    Map<String, PlainSchema> properties = Map.of();

    @Nullable
    PlainSchema otherMembers;

    boolean isClosed;

    @Nullable
    PlainSchema elements;

    boolean hasUniqueElements;
    final Map<String, Number> bounds = new LinkedHashMap<>();

    @Nullable
    BoundedPattern pattern;

    String patternAsWritten = "";

    @Nullable
    PlainSchema target;

    /** All faults of a value. */
    List<Fault> faults(@Nullable Object value) {
        List<Fault> faults = new ArrayList<>();
        check(value, new ArrayList<>(), faults);
        return faults;
    }

    private void check(@Nullable Object value, List<Object> path, List<Fault> faults) {
        if (target != null) {
            target.check(value, path, faults);
        }
        if (types != null && !isOfType(value, types)) {
            add("type", null, typesAsWritten, path, faults);
        }
        if (choices != null && !choices.contains(comparable(value))) {
            add(choiceKeyword, null, choicesAsWritten, path, faults);
        }
        if (value instanceof Map<?, ?> object) {
            checkObject(object, path, faults);
        } else if (value instanceof List<?> array) {
            checkArray(array, path, faults);
        } else if (value instanceof String text) {
            checkText(text, path, faults);
        } else if (value instanceof Number number && !bounds.isEmpty()) {
            checkNumber(number, path, faults);
        }
    }

    private void checkObject(Map<?, ?> object, List<Object> path, List<Fault> faults) {
        for (String name : required) {
            if (!object.containsKey(name)) {
                add("required", name, null, path, faults);
            }
        }
        checkSize(object.size(), "minProperties", "maxProperties", path, faults);
        if (properties.isEmpty() && otherMembers == null && !isClosed) {
            return;
        }
        for (Map.Entry<?, ?> member : object.entrySet()) {
            String name = (String) member.getKey();
            PlainSchema schema = properties.get(name);
            if (schema == null && isClosed) {
                add("additionalProperties", name, null, path, faults);
            }
            schema = schema == null ? otherMembers : schema;
            if (schema != null) {
                path.add(name);
                schema.check(member.getValue(), path, faults);
                path.remove(path.size() - 1);
            }
        }
    }

    private void checkArray(List<?> array, List<Object> path, List<Fault> faults) {
        checkSize(array.size(), "minItems", "maxItems", path, faults);
        if (elements != null) {
            for (int i = 0; i < array.size(); i++) {
                path.add(i);
                elements.check(array.get(i), path, faults);
                path.remove(path.size() - 1);
            }
        }
        if (hasUniqueElements
                && array.stream().map(PlainSchema::comparable).distinct().count() < array.size()) {
            add("uniqueItems", null, true, path, faults);
        }
    }

    private void checkText(String text, List<Object> path, List<Fault> faults) {
        if (!bounds.isEmpty()) {
            checkSize(text.codePointCount(0, text.length()), "minLength", "maxLength", path, faults);
        }
        if (pattern != null && !pattern.matches(text)) {
            add("pattern", null, patternAsWritten, path, faults);
        }
    }

    private void checkSize(int size, String least, String most, List<Object> path, List<Fault> faults) {
        if (bounds.isEmpty()) {
            return;
        }
        Number fewest = bounds.get(least);
        if (fewest != null && size < fewest.longValue()) {
            add(least, null, fewest, path, faults);
        }
        Number greatest = bounds.get(most);
        if (greatest != null && size > greatest.longValue()) {
            add(most, null, greatest, path, faults);
        }
    }

    private void checkNumber(Number number, List<Object> path, List<Fault> faults) {
        bounds.forEach((keyword, bound) -> {
            boolean isKept = switch (keyword) {
                case "minimum" -> compare(number, bound) >= 0;
                case "maximum" -> compare(number, bound) <= 0;
                case "exclusiveMinimum" -> compare(number, bound) > 0;
                case "exclusiveMaximum" -> compare(number, bound) < 0;
                default -> true;
            };
            if (!isKept) {
                add(keyword, null, bound, path, faults);
            }
        });
    }

    private static int compare(Number a, Number b) {
        return a instanceof Long && b instanceof Long
                ? Long.compare(a.longValue(), b.longValue())
                : exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : BigDecimal.valueOf(number.doubleValue());
    }

    private static boolean isOfType(@Nullable Object value, Set<String> types) {
        if (value == null) {
            return types.contains("null");
        }
        if (value instanceof String) {
            return types.contains("string");
        }
        if (value instanceof Map) {
            return types.contains("object");
        }
        if (value instanceof List) {
            return types.contains("array");
        }
        if (value instanceof Boolean) {
            return types.contains("boolean");
        }
        return types.contains("number") || (types.contains("integer") && isWhole(value));
    }

    private static boolean isWhole(Object value) {
        return !(value instanceof Double number) || number == Math.rint(number);
    }

    /** A value that is equal to another where JSON Schema has them equal: numbers by what they are worth. */
    static Object comparable(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return exact(number).stripTrailingZeros();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainSchema::comparable).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(name, comparable(member)));
            return members;
        }
        return value;
    }

    private static void add(
            String keyword,
            @Nullable String property,
            @Nullable Object expected,
            List<Object> path,
            List<Fault> faults) {
        if (faults.size() >= BoundedErrors.MOST) {
            return;
        }
        List<String> names = path.stream().map(String::valueOf).toList();
        faults.add(new Fault(names, keyword, property, expected, ""));
    }
}
