package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A strict pull reader: for documents too large to be held, and what {@link JsonDocument} itself reads with.
 *
 * <p>The caller asks for what should come next; what comes instead is an {@link EvalkitException} that says where, what was found and
 * what was expected. So is everything that is not strict JSON: another encoding than UTF-8, duplicate keys, numbers beyond a double, halves of
 * surrogate pairs, trailing content, and whatever exceeds the limits, in what is skipped too.
 *
 * <pre>{@code
 * try (JsonCursor json = JsonCursor.open(file, "reports/run/current.json")) {
 *     json.beginArray();
 *     while (json.hasNext()) {
 *         json.beginObject();
 *         while (json.hasNext()) {
 *             switch (json.nextName()) {
 *                 case "value" -> value = json.nextDouble();
 *                 default -> json.skipValue();
 *             }
 *         }
 *         json.endObject();
 *     }
 *     json.endArray();
 *     json.endDocument();
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class JsonCursor implements AutoCloseable {
    private static final double MOST_EXACT = 1L << 53;

    private final JsonInput input;
    private final Tokenizer tokens;
    private int depth;
    private boolean isPeeked;
    private JsonKind kind = JsonKind.END_DOCUMENT;

    private JsonCursor(JsonInput input) {
        this.input = input;
        this.tokens = new Tokenizer(input);
    }

    /** Reads a file under its own path. */
    public static JsonCursor open(Path file) {
        return open(file, file.toString(), JsonLimits.forStreams());
    }

    /**
     * Reads a file.
     *
     * @param shownName the file as messages name it
     */
    public static JsonCursor open(Path file, String shownName, JsonLimits limits) {
        try {
            return of(shownName, Files.newInputStream(Sources.requireFile(file, shownName)), limits);
        } catch (IOException e) {
            throw Sources.unreadable(shownName, e);
        }
    }

    /** Reads a stream, e.g. of a gzip file, and closes it at the end. */
    public static JsonCursor of(String shownName, InputStream in, JsonLimits limits) {
        return new JsonCursor(new JsonInput(shownName, in, limits));
    }

    /** Reads bytes where they are. */
    static JsonCursor of(String shownName, byte[] bytes, JsonLimits limits) {
        return new JsonCursor(new JsonInput(shownName, bytes, limits));
    }

    /** What kind of thing comes next; it stays where it is. */
    public JsonKind peek() {
        if (!isPeeked) {
            kind = tokens.next();
            isPeeked = true;
        }
        return kind;
    }

    /** Whether the object or array, or at the top level the document, holds more. */
    public boolean hasNext() {
        return switch (peek()) {
            case END_OBJECT, END_ARRAY, END_DOCUMENT -> false;
            default -> true;
        };
    }

    /** Enters an object. */
    public void beginObject() {
        take(JsonKind.BEGIN_OBJECT, "an object");
        depth++;
    }

    /** Leaves an object that is used up. */
    public void endObject() {
        take(JsonKind.END_OBJECT, "the end of the object");
        depth--;
    }

    /** Enters an array. */
    public void beginArray() {
        take(JsonKind.BEGIN_ARRAY, "an array");
        depth++;
    }

    /** Leaves an array that is used up. */
    public void endArray() {
        take(JsonKind.END_ARRAY, "the end of the array");
        depth--;
    }

    /** Makes sure that nothing follows. */
    public void endDocument() {
        take(JsonKind.END_DOCUMENT, "the end of the document");
    }

    /** The next name of an object. */
    public String nextName() {
        take(JsonKind.NAME, "a name");
        return tokens.name();
    }

    /** A string. */
    public String nextString() {
        take(JsonKind.STRING, "a string");
        return tokens.string();
    }

    /** A number as a double; a whole number beyond 2^53 is rounded. */
    public double nextDouble() {
        take(JsonKind.NUMBER, "a number");
        return tokens.number().doubleValue();
    }

    /** A whole number, also one written as {@code 12.0} where that is exact. */
    public long nextLong() {
        if (peek() != JsonKind.NUMBER) {
            throw unexpected("a whole number");
        }
        if (tokens.number().isLong()) {
            isPeeked = false;
            return tokens.number().longValue();
        }
        double value = tokens.number().doubleValue();
        if (tokens.number().isWhole() || value != Math.rint(value) || Math.abs(value) > MOST_EXACT) {
            throw unexpected("a whole number of at most 64 bits");
        }
        isPeeked = false;
        return (long) value;
    }

    /** True or false. */
    public boolean nextBoolean() {
        take(JsonKind.BOOLEAN, "true or false");
        return tokens.truth();
    }

    /** Null. */
    public void nextNull() {
        take(JsonKind.NULL, "null");
    }

    /** Passes over a value with all that is in it. */
    public void skipValue() {
        int outside = depth;
        do {
            switch (peek()) {
                case BEGIN_OBJECT, BEGIN_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case END_DOCUMENT -> throw unexpected("a value");
                default -> {
                    // A name or a value without others in it.
                }
            }
            if (depth < outside) {
                depth = outside;
                throw unexpected("a value");
            }
            isPeeked = false;
        } while (depth > outside);
    }

    /**
     * A value with all that is in it, in plain Java: an unmodifiable {@code Map} in the document's order, an unmodifiable {@code List}, {@code
     * String}, {@code Long} (or {@code BigInteger} where it does not fit), {@code Double}, {@code Boolean} or null.
     */
    public @Nullable Object readValue() {
        return PlainValues.read(this);
    }

    /** The place of what comes next if it was looked at, else of what was read last. Columns are counted in UTF-16 units, as editors do. */
    public Location location() {
        return input.tokenLocation();
    }

    /** Closes what is read from. */
    @Override
    public void close() {
        input.close();
    }

    /** A whole number in the smallest type that holds it, other numbers as doubles. */
    Number nextNumber() {
        take(JsonKind.NUMBER, "a number");
        NumberReader number = tokens.number();
        if (!number.isWhole()) {
            return number.doubleValue();
        }
        return number.isLong() ? (Number) number.longValue() : number.bigValue();
    }

    EvalkitException unexpected(String expected) {
        return tokens.mismatch(peek(), expected);
    }

    /** Whether the value of the member whose name was read last is that text, which begins no other value; it is taken then. */
    boolean takeIfNext(byte[] text, int textDepth, long textTokens, boolean hasLines) {
        return !isPeeked && textDepth == depth && tokens.takeIfNext(text, textTokens, hasLines);
    }

    /** Takes a record whose beginning was looked at, up to a place in the window. */
    void takeRecord(int end, long recordTokens, boolean hasLines) {
        tokens.takeRecord(end, recordTokens, hasLines);
        isPeeked = false;
    }

    JsonInput input() {
        return input;
    }

    /** How many objects and arrays are open. */
    int depth() {
        return depth;
    }

    /** How many tokens were read. */
    long tokens() {
        return tokens.count();
    }

    /** Where the value of the member whose name was read last begins. */
    long offset() {
        input.nextVisible();
        return input.offset();
    }

    /** What was read since then; nothing where that is longer than allowed or not at hand any more. */
    byte[] textSince(long from, int longest) {
        return input.since(from, longest);
    }

    private void take(JsonKind expected, String shown) {
        if (peek() != expected) {
            throw tokens.mismatch(kind, shown);
        }
        isPeeked = false;
    }
}
