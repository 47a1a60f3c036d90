package dev.evalkit.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes plain Java values as canonical JSON: the same values give the same bytes on every system and Java version.
 *
 * <p>Two-space indentation, {@code ": "} after names, UTF-8 with escapes only where JSON demands them, arrays of numbers on one line, members
 * in the map's order, a newline at the end. Doubles are written in the shortest form that reads back the same, always with a
 * point ({@code 1.0}; {@code 1.0E15} from there on, {@code 9.9E-8} below 1E-7), minus zero as {@code 0.0}. Half of a surrogate pair, which no encoding can
 * hold, becomes U+FFFD.
 *
 * <p>Written are {@code Map} with string keys, {@code List}, {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger}, {@code
 * Double}, {@code double[]} and null; anything else, and NaN and the infinities, is an {@link IllegalArgumentException}.
 */
public final class JsonWriter implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator generator;
    private final boolean lines;

    private JsonWriter(JsonGenerator generator, boolean lines) {
        this.generator = generator;
        this.lines = lines;
    }

    /** A value as an indented document with its final newline. */
    public static String toJson(@Nullable Object value) {
        return text(value, false);
    }

    /** A value as one line without spaces and without a newline, as JSONL has it. */
    public static String toLine(@Nullable Object value) {
        String line = text(value, true);
        return line.substring(0, line.length() - 1);
    }

    /** Begins an indented document; closing the writer ends it with a newline and closes the stream. */
    public static JsonWriter open(OutputStream out) {
        return new JsonWriter(FACTORY.createGenerator(Layout.INDENTED, out, JsonEncoding.UTF8), false);
    }

    /** Begins a file of lines (JSONL): each value at the top level becomes a line. Closing the writer closes the stream. */
    public static JsonWriter openLines(OutputStream out) {
        return new JsonWriter(FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8), true);
    }

    /** Begins an object. */
    public JsonWriter beginObject() throws IOException {
        return write(JsonGenerator::writeStartObject);
    }

    /** Ends an object. */
    public JsonWriter endObject() throws IOException {
        return write(JsonGenerator::writeEndObject);
    }

    /** Begins an array. */
    public JsonWriter beginArray() throws IOException {
        return write(JsonGenerator::writeStartArray);
    }

    /** Ends an array. */
    public JsonWriter endArray() throws IOException {
        return write(JsonGenerator::writeEndArray);
    }

    /** A member's name; its value comes next. */
    public JsonWriter name(String name) throws IOException {
        return write(out -> out.writeName(Surrogates.replaceLone(name)));
    }

    /** A number. */
    public JsonWriter value(double value) throws IOException {
        String number = CanonicalNumber.text(value);
        return write(out -> out.writeNumber(number));
    }

    /** A whole number. */
    public JsonWriter value(long value) throws IOException {
        return write(out -> out.writeNumber(value));
    }

    /** A value with all that is in it. */
    public JsonWriter value(@Nullable Object value) throws IOException {
        if (value == null) {
            return write(JsonGenerator::writeNull);
        } else if (value instanceof String text) {
            return write(out -> out.writeString(Surrogates.replaceLone(text)));
        } else if (value instanceof Boolean truth) {
            return write(out -> out.writeBoolean(truth));
        } else if (value instanceof Number number) {
            String text = number(number);
            return write(out -> out.writeNumber(text));
        } else if (value instanceof Map<?, ?> map) {
            return members(map);
        } else if (value instanceof List<?> list) {
            return elements(list);
        } else if (value instanceof double[] numbers) {
            String array = NumberArrays.text(numbers, lines);
            return write(out -> out.writeRawValue(array));
        }
        throw new IllegalArgumentException(
                "Not a JSON value: " + value.getClass().getName());
    }

    /**
     * Ends the document and closes the stream.
     *
     * @throws IllegalStateException if an object or array was left open; the stream is closed all the same
     */
    @Override
    public void close() throws IOException {
        TokenStreamContext context = generator.streamWriteContext();
        boolean whole = context.inRoot();
        if (whole && context.getEntryCount() > 0) {
            write(out -> out.writeRaw('\n'));
        }
        write(JsonGenerator::close);
        if (!whole) {
            throw new IllegalStateException("Closed within an " + context.typeDesc());
        }
    }

    static String number(Number number) {
        if (number instanceof Double value) {
            return CanonicalNumber.text(value);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof BigInteger) {
            return number.toString();
        }
        throw new IllegalArgumentException(
                "Not a JSON value: " + number.getClass().getName());
    }

    private JsonWriter members(Map<?, ?> map) throws IOException {
        beginObject();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (!(each.getKey() instanceof String key)) {
                throw new IllegalArgumentException("A name must be a string, found " + each.getKey());
            }
            name(key).value(each.getValue());
        }
        return endObject();
    }

    private JsonWriter elements(List<?> list) throws IOException {
        if (NumberArrays.isOne(list)) {
            String array = NumberArrays.text(list, lines);
            return write(out -> out.writeRawValue(array));
        }
        beginArray();
        for (Object each : list) {
            value(each);
        }
        return endArray();
    }

    private JsonWriter write(Step step) throws IOException {
        try {
            step.on(generator);
            return this;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IllegalStateException(e.getOriginalMessage(), e);
        }
    }

    private static String text(@Nullable Object value, boolean asLine) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = asLine ? openLines(out) : open(out)) {
            writer.value(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** One call of the library. */
    private interface Step {
        void on(JsonGenerator generator);
    }
}
