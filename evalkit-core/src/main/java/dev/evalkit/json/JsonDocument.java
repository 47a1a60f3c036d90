package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.io.Digests;
import dev.evalkit.io.SafePaths;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that was read whole and found strictly valid: UTF-8 (a byte order mark may lead), no duplicate keys, finite numbers,
 * nothing after the end, within {@link JsonLimits}. Immutable and thread-safe.
 */
public final class JsonDocument {
    private final String name;
    private final byte[] bytes;
    private final JsonLimits limits;
    private final @Nullable Object value;

    private JsonDocument(String name, byte[] bytes, JsonLimits limits) {
        this.name = name;
        this.bytes = bytes;
        this.limits = limits;
        try (JsonCursor json = cursor()) {
            this.value = json.readValue();
            json.endDocument();
        }
    }

    /** Reads a file, named in messages by its own path. */
    public static JsonDocument read(Path file) {
        return read(file, file.toString());
    }

    /**
     * Reads a file.
     *
     * @param shownName the file as messages name it, e.g. relative to the repository
     * @throws EvalkitException if the file cannot be read or is not strict JSON; with the place
     */
    public static JsonDocument read(Path file, String shownName) {
        return read(file, shownName, JsonLimits.withDefaults());
    }

    /** Reads a file within other limits than the usual. */
    public static JsonDocument read(Path file, String shownName, JsonLimits limits) {
        return new JsonDocument(shownName, Sources.bytes(file, shownName, limits), limits);
    }

    /**
     * Reads a file that a reference names, which must be inside a folder.
     *
     * @param root the folder, e.g. the repository's root
     * @param reference a relative path; messages name the file by it
     * @throws EvalkitException if the reference leaves the folder, also through a symbolic link, or as {@link #read(Path, String)}
     */
    public static JsonDocument readInside(Path root, String reference) {
        return readInside(root, reference, JsonLimits.withDefaults());
    }

    /** As {@link #readInside(Path, String)}, within other limits than the usual. */
    public static JsonDocument readInside(Path root, String reference, JsonLimits limits) {
        return read(SafePaths.resolve(root, reference), reference, limits);
    }

    /** Parses bytes; the name is that of the document in messages. */
    public static JsonDocument parse(String name, byte[] bytes) {
        return parse(name, bytes, JsonLimits.withDefaults());
    }

    /** Parses bytes within other limits than the usual. */
    public static JsonDocument parse(String name, byte[] bytes, JsonLimits limits) {
        return new JsonDocument(name, bytes.clone(), limits);
    }

    /** Parses text. */
    public static JsonDocument parse(String name, String text) {
        if (!Surrogates.replaceLone(text).equals(text)) {
            throw new EvalkitException(Location.of(name), "found half of a surrogate pair, expected both halves");
        }
        return new JsonDocument(name, text.getBytes(StandardCharsets.UTF_8), JsonLimits.withDefaults());
    }

    /** The document as messages name it. */
    public String name() {
        return name;
    }

    /** The bytes that were read, as they were. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes were read. */
    public int size() {
        return bytes.length;
    }

    /** The digest of those bytes. */
    public String sha256() {
        return Digests.sha256(bytes);
    }

    /** Whether the document is an object. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** Whether the document is an array. */
    public boolean isArray() {
        return value instanceof List;
    }

    /**
     * The document in plain Java: an unmodifiable {@code Map<String, Object>} in the document's order, an unmodifiable {@code
     * List<Object>}, {@code String}, {@code Long} ({@code BigInteger} where it does not fit), {@code Double}, {@code Boolean}, or null for
     * JSON's null (in maps and lists too).
     */
    public @Nullable Object value() {
        return value;
    }

    /**
     * The document's object.
     *
     * @throws EvalkitException if the document is something else
     */
    public JsonObject object() {
        return JsonObject.of(this, "", value, "the document");
    }

    /**
     * The document's array, in plain Java.
     *
     * @throws EvalkitException if the document is something else
     */
    public List<@Nullable Object> array() {
        if (value instanceof List<?> list) {
            return PlainValues.asList(list);
        }
        throw new EvalkitException(locate(""), "the document must be an array, found " + JsonValues.shown(value));
    }

    /**
     * The objects of the document's array.
     *
     * @throws EvalkitException if the document is no array, or an element no object
     */
    public List<JsonObject> objects() {
        List<JsonObject> objects = new ArrayList<>();
        for (Object each : array()) {
            int index = objects.size();
            objects.add(JsonObject.of(this, JsonPointers.child("", index), each, "element " + (index + 1)));
        }
        return List.copyOf(objects);
    }

    /**
     * Where a value stands. Reads the document again, so this is for messages.
     *
     * @param pointer a JSON pointer; where it names nothing, the place of the nearest value that should hold it
     */
    public Location locate(String pointer) {
        return locateAll(List.of(pointer)).getOrDefault(pointer, Location.of(name));
    }

    /** Where values stand, by pointer, in one reading. */
    public Map<String, Location> locateAll(Collection<String> pointers) {
        try (JsonCursor json = cursor()) {
            return Places.of(json, pointers);
        }
    }

    private JsonCursor cursor() {
        return JsonCursor.of(name, bytes, limits);
    }
}
