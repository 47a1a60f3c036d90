package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * A strict pull reader: for documents too large to be held, and what {@link JsonDocument} itself reads with.
 *
 * <p>The caller asks for what should come next; what comes instead is an {@link EvalkitException} that says where, what was found and
 * what was expected. So is everything that is not strict JSON: another encoding than UTF-8, duplicate keys, numbers beyond a double, halves of
 * surrogate pairs, trailing content, and whatever exceeds the limits. Skipped strings are only checked for their form.
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
    private static final long MOST_EXACT = 1L << 53;

    private final String name;
    private final JsonParser parser;
    private NameSet[] namesByDepth = new NameSet[0];
    private int depth;
    private boolean peeked;
    private @Nullable JsonToken token;

    private JsonCursor(String name, StrictUtf8Reader in, JsonLimits limits) {
        this.name = name;
        this.parser = Parsers.create(in, limits);
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
        return new JsonCursor(shownName, new StrictUtf8Reader(in, limits.bytes()), limits);
    }

    /** Reads bytes where they are. */
    static JsonCursor of(String shownName, byte[] bytes, JsonLimits limits) {
        return new JsonCursor(shownName, new StrictUtf8Reader(bytes, limits.bytes()), limits);
    }

    /** What kind of thing comes next; it stays where it is. */
    public JsonKind peek() {
        return JsonKind.of(look());
    }

    /** Whether the object or array, or at the top level the document, holds more. */
    public boolean hasNext() {
        JsonToken next = look();
        return next != null && next != JsonToken.END_OBJECT && next != JsonToken.END_ARRAY;
    }

    /** Enters an object. */
    public void beginObject() {
        take(JsonToken.START_OBJECT, "an object");
        enter();
    }

    /** Leaves an object that is used up. */
    public void endObject() {
        take(JsonToken.END_OBJECT, "the end of the object");
        depth--;
    }

    /** Enters an array. */
    public void beginArray() {
        take(JsonToken.START_ARRAY, "an array");
        enter();
    }

    /** Leaves an array that is used up. */
    public void endArray() {
        take(JsonToken.END_ARRAY, "the end of the array");
        depth--;
    }

    /** Makes sure that nothing follows. */
    public void endDocument() {
        if (look() != null) {
            throw new EvalkitException(location(), "found more after the end of the document, expected nothing");
        }
    }

    /** The next name of an object. */
    public String nextName() {
        take(JsonToken.PROPERTY_NAME, "a name");
        return parser.currentName();
    }

    /** A string. */
    public String nextString() {
        take(JsonToken.VALUE_STRING, "a string");
        return text();
    }

    /** A number as a double; a whole number beyond 2^53 is rounded. */
    public double nextDouble() {
        if (look() != JsonToken.VALUE_NUMBER_INT) {
            take(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        peeked = false;
        return number();
    }

    /** A whole number, also one written as {@code 12.0} where that is exact. */
    public long nextLong() {
        JsonToken next = look();
        if (next != JsonToken.VALUE_NUMBER_INT && next != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unexpected("a whole number");
        }
        if (next == JsonToken.VALUE_NUMBER_INT && Parsers.fitsLong(parser)) {
            peeked = false;
            return parser.getLongValue();
        }
        double value = number();
        if (value != Math.rint(value) || Math.abs(value) > MOST_EXACT) {
            throw unexpected("a whole number of at most 64 bits");
        }
        peeked = false;
        return (long) value;
    }

    /** True or false. */
    public boolean nextBoolean() {
        if (look() == JsonToken.VALUE_TRUE) {
            peeked = false;
            return true;
        }
        take(JsonToken.VALUE_FALSE, "true or false");
        return false;
    }

    /** Null. */
    public void nextNull() {
        take(JsonToken.VALUE_NULL, "null");
    }

    /** Passes over a value with all that is in it; names and numbers in it are checked, strings for their form only. */
    public void skipValue() {
        int outside = depth;
        do {
            switch (peek()) {
                case BEGIN_OBJECT -> beginObject();
                case BEGIN_ARRAY -> beginArray();
                case END_OBJECT -> leaveWhileSkipping(outside, JsonToken.END_OBJECT);
                case END_ARRAY -> leaveWhileSkipping(outside, JsonToken.END_ARRAY);
                case NAME -> nextName();
                case NUMBER -> nextDouble();
                case END_DOCUMENT -> throw unexpected("a value");
                default -> peeked = false;
            }
        } while (depth > outside);
    }

    private void leaveWhileSkipping(int outside, JsonToken end) {
        if (depth <= outside) {
            throw unexpected("a value");
        }
        take(end, "its end");
        depth--;
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
        TokenStreamLocation at = parser.currentTokenLocation();
        return token == null ? Parsers.location(name, parser.currentLocation()) : Parsers.location(name, at);
    }

    /** Closes what is read from. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw Parsers.failure(name, parser, e);
        }
    }

    /** A whole number in the smallest type that holds it, other numbers as doubles. */
    Number nextNumber() {
        if (look() != JsonToken.VALUE_NUMBER_INT) {
            return nextDouble();
        }
        if (Parsers.fitsLong(parser)) {
            peeked = false;
            return parser.getLongValue();
        }
        // Taken before it is tried as a double: afterwards the parser would only know the rounded one.
        BigInteger exact = parser.getBigIntegerValue();
        number();
        peeked = false;
        return exact;
    }

    private @Nullable JsonToken look() {
        if (!peeked) {
            try {
                token = parser.nextToken();
            } catch (JacksonException e) {
                throw Parsers.failure(name, parser, e);
            }
            peeked = true;
            if (token == JsonToken.PROPERTY_NAME) {
                checkName();
            }
        }
        return token;
    }

    private void checkName() {
        String found = parser.currentName();
        if (!namesByDepth[depth - 1].add(found)) {
            throw new EvalkitException(
                    location(), "found the name " + Shown.quoted(found) + " twice in one object, expected it once");
        }
        Surrogates.requirePairs(found, this);
    }

    private void take(JsonToken expected, String shown) {
        if (look() != expected) {
            throw unexpected(shown);
        }
        peeked = false;
    }

    private void enter() {
        if (depth == namesByDepth.length) {
            namesByDepth = Arrays.copyOf(namesByDepth, depth + 8);
            for (int i = depth; i < namesByDepth.length; i++) {
                namesByDepth[i] = new NameSet();
            }
        }
        namesByDepth[depth++].clear();
    }

    private String text() {
        try {
            String text = parser.getString();
            Surrogates.requirePairs(text, this);
            return text;
        } catch (StreamConstraintsException e) {
            throw Parsers.beyondLimits(location(), e);
        } catch (JacksonException e) {
            throw Parsers.failure(name, parser, e);
        }
    }

    private double number() {
        try {
            double value = parser.getDoubleValue();
            if (Double.isInfinite(value)) {
                throw new EvalkitException(
                        location(),
                        "found the number " + Shown.shortened(parser.getString())
                                + ", expected one that a double can hold (up to about 1.8E308)");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw Parsers.beyondLimits(location(), e);
        } catch (JacksonException e) {
            throw Parsers.failure(name, parser, e);
        }
    }

    EvalkitException unexpected(String expected) {
        return new EvalkitException(location(), Parsers.mismatch(parser, token, expected));
    }
}
