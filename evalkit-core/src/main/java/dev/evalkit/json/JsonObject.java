package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object inside a {@link JsonDocument}, asked for its members by name and type.
 *
 * <p>What is missing or of another type than asked for is an {@link EvalkitException} such as {@code models/a.json:3:9: "size" must be a
 * number, found the string "8b"}. The optional questions take null for absent. Immutable and thread-safe.
 */
public final class JsonObject {
    private static final double MOST_EXACT = 1L << 53;

    private final JsonDocument document;
    private final String pointer;
    private final Map<String, @Nullable Object> members;

    private JsonObject(JsonDocument document, String pointer, Map<String, @Nullable Object> members) {
        this.document = document;
        this.pointer = pointer;
        this.members = members;
    }

    static JsonObject of(JsonDocument document, String pointer, @Nullable Object value, String subject) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject(document, pointer, PlainValues.asMap(map));
        }
        throw new EvalkitException(
                document.locate(pointer), subject + " must be an object, found " + JsonValues.shown(value));
    }

    /** The document that holds this object. */
    public JsonDocument document() {
        return document;
    }

    /** This object's JSON pointer in its document. */
    public String pointer() {
        return pointer;
    }

    /** Where this object stands; reads the document again. */
    public Location location() {
        return document.locate(pointer);
    }

    /** Where a member's value stands, or the object where there is no such member; reads the document again. */
    public Location location(String key) {
        return document.locate(JsonPointers.child(pointer, key));
    }

    /** Whether a member is there and not null. */
    public boolean has(String key) {
        return members.get(key) != null;
    }

    /** The names of all members, in the document's order. */
    public Set<String> keys() {
        return members.keySet();
    }

    /** All members in plain Java, as {@link JsonDocument#value()} describes it. */
    public Map<String, @Nullable Object> asMap() {
        return members;
    }

    /** A string. */
    public String string(String key) {
        return optionalString(key).orElseThrow(() -> mismatch(key, "a string"));
    }

    /** A string, or empty where it is absent or null. */
    public Optional<String> optionalString(String key) {
        Object value = members.get(key);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw mismatch(key, "a string");
    }

    /** A number; whole numbers beyond 2^53 are rounded. */
    public double number(String key) {
        return optionalNumber(key).orElseThrow(() -> mismatch(key, "a number"));
    }

    /** A number, or empty where it is absent or null. */
    public OptionalDouble optionalNumber(String key) {
        Object value = members.get(key);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw mismatch(key, "a number");
    }

    /** A whole number, also one written as {@code 12.0} where that is exact. */
    public long integer(String key) {
        return optionalInteger(key).orElseThrow(() -> mismatch(key, "a whole number"));
    }

    /** A whole number, or empty where it is absent or null. */
    public OptionalLong optionalInteger(String key) {
        Object value = members.get(key);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long whole) {
            return OptionalLong.of(whole);
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= MOST_EXACT) {
            return OptionalLong.of(number.longValue());
        }
        throw mismatch(key, value instanceof BigInteger ? "a whole number of at most 64 bits" : "a whole number");
    }

    /** True or false. */
    public boolean bool(String key) {
        return optionalBool(key).orElseThrow(() -> mismatch(key, "true or false"));
    }

    /** True or false, or empty where it is absent or null. */
    public Optional<Boolean> optionalBool(String key) {
        Object value = members.get(key);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        throw mismatch(key, "true or false");
    }

    /** An object. */
    public JsonObject object(String key) {
        return optionalObject(key).orElseThrow(() -> mismatch(key, "an object"));
    }

    /** An object, or empty where it is absent or null. */
    public Optional<JsonObject> optionalObject(String key) {
        Object value = members.get(key);
        return value == null
                ? Optional.empty()
                : Optional.of(of(document, JsonPointers.child(pointer, key), value, Shown.quoted(key)));
    }

    /** An array in plain Java; the empty list where it is absent or null. */
    public List<@Nullable Object> array(String key) {
        Object value = members.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return PlainValues.asList(list);
        }
        throw mismatch(key, "an array");
    }

    /** An array of strings; the empty list where it is absent or null. */
    public List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (Object each : array(key)) {
            if (!(each instanceof String string)) {
                String at = JsonPointers.child(JsonPointers.child(pointer, key), strings.size());
                throw new EvalkitException(
                        document.locate(at),
                        element(key, strings.size()) + " must be a string, found " + JsonValues.shown(each));
            }
            strings.add(string);
        }
        return List.copyOf(strings);
    }

    /** An array of objects; the empty list where it is absent or null. */
    public List<JsonObject> objects(String key) {
        String at = JsonPointers.child(pointer, key);
        List<JsonObject> objects = new ArrayList<>();
        for (Object each : array(key)) {
            int index = objects.size();
            objects.add(of(document, JsonPointers.child(at, index), each, element(key, index)));
        }
        return List.copyOf(objects);
    }

    /**
     * One element of an array, an object.
     *
     * @param index its position in {@link #array}
     */
    public JsonObject object(String key, int index) {
        String at = JsonPointers.child(JsonPointers.child(pointer, key), index);
        return of(document, at, array(key).get(index), element(key, index));
    }

    private static String element(String key, int index) {
        return "element " + (index + 1) + " of " + Shown.quoted(key);
    }

    private EvalkitException mismatch(String key, String expected) {
        String found = members.containsKey(key)
                ? Shown.quoted(key) + " must be " + expected + ", found " + JsonValues.shown(members.get(key))
                : Shown.quoted(key) + " is missing, expected " + expected;
        return new EvalkitException(location(key), found);
    }
}
