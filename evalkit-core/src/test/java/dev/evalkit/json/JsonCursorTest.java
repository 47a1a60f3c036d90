package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonCursorTest {

    @Test
    void readsADocumentStepByStep() {
        try (JsonCursor json =
                cursor("[{\"value\": 0.5, \"n\": 12.0, \"ok\": true, \"ci\": null, \"meta\": {\"a\": [1]}}, \"x\"]")) {
            json.beginArray();
            assertThat(json.hasNext()).isTrue();
            json.beginObject();
            assertThat(json.peek()).isEqualTo(JsonKind.NAME);
            assertThat(json.nextName()).isEqualTo("value");
            assertThat(json.peek()).isEqualTo(JsonKind.NUMBER);
            assertThat(json.nextDouble()).isEqualTo(0.5);
            assertThat(json.nextName()).isEqualTo("n");
            assertThat(json.nextLong()).isEqualTo(12);
            assertThat(json.nextName()).isEqualTo("ok");
            assertThat(json.nextBoolean()).isTrue();
            assertThat(json.nextName()).isEqualTo("ci");
            json.nextNull();
            assertThat(json.nextName()).isEqualTo("meta");
            assertThat(json.readValue()).isEqualTo(Map.of("a", List.of(1L)));
            assertThat(json.hasNext()).isFalse();
            json.endObject();
            assertThat(json.nextString()).isEqualTo("x");
            json.endArray();
            assertThat(json.peek()).isEqualTo(JsonKind.END_DOCUMENT);
            json.endDocument();
        }
    }

    @Test
    void skipsAValueWithAllThatIsInIt() {
        try (JsonCursor json = cursor("{\"a\": [[{\"b\": [1, \"]\"]}], {}], \"c\": 3}")) {
            json.beginObject();
            json.nextName();
            json.skipValue();
            assertThat(json.nextName()).isEqualTo("c");
            assertThat(json.nextLong()).isEqualTo(3);
            json.endObject();
        }
    }

    @Test
    void isAsStrictAboutWhatIsSkipped() {
        refuses(
                "{\"a\": {\"b\": 1, \"b\": 2}}",
                JsonCursor::skipValue,
                "1:16: found the name \"b\" twice in one object, expected it once");
        refuses(
                "[1e999]",
                JsonCursor::skipValue,
                "1:2: found the number 1e999, expected one that a double can hold (up to about 1.8E308)");
        refuses(
                "[" + "9".repeat(400) + "]",
                JsonCursor::skipValue,
                "1:2: found the number " + "9".repeat(79)
                        + "…, expected one that a double can hold (up to about 1.8E308)");
        refuses(
                "[".repeat(200),
                JsonCursor::skipValue,
                "1:101: found more than 100 levels of objects and arrays, which is the most that is read here");
    }

    @Test
    void findsASecondOfManyNames() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            many.append("\"k").append(i).append("\":0,\n");
        }
        refuses(
                many + "\"k7\":0}",
                JsonCursor::skipValue,
                "1001:1: found the name \"k7\" twice in one object, expected it once");
        try (JsonCursor json = cursor(many + "\"new\":0}")) {
            json.skipValue();
            json.endDocument();
        }
    }

    @Test
    void saysWhatWasFoundInsteadOfWhatWasExpected() {
        refuses("[1]", JsonCursor::beginObject, "1:1: the document must be an object, found an array");
        refuses(
                "{\"a\": \"b\"}",
                json -> {
                    json.beginObject();
                    json.nextName();
                    json.nextDouble();
                },
                "1:7: \"a\" must be a number, found the string \"b\"");
        refuses(
                "{\"a\": {}}",
                json -> {
                    json.beginObject();
                    json.nextName();
                    json.nextString();
                },
                "1:7: \"a\" must be a string, found an object");
        refuses(
                "[true, 1.5]",
                json -> {
                    json.beginArray();
                    json.nextBoolean();
                    json.nextLong();
                },
                "1:8: element 2 must be a whole number of at most 64 bits, found the number 1.5");
        refuses(
                "[[]]",
                json -> {
                    json.beginArray();
                    json.nextBoolean();
                },
                "1:2: element 1 must be true or false, found an array");
        refuses(
                "[]",
                json -> {
                    json.beginArray();
                    json.nextNull();
                },
                "1:2: found the end of the array, expected null");
        refuses(
                "[1]",
                json -> {
                    json.beginArray();
                    json.endArray();
                },
                "1:2: element 1 must be the end of the array, found the number 1");
        refuses(
                "{\"a\": 1}",
                json -> {
                    json.beginObject();
                    json.nextString();
                },
                "1:2: found the name \"a\", expected a string");
        refuses(
                "1 2",
                json -> {
                    json.nextLong();
                    json.endDocument();
                },
                "1:3: found more after the end of the document, expected nothing");
        refuses(
                "[]",
                json -> {
                    json.beginArray();
                    json.skipValue();
                },
                "1:2: found the end of the array, expected a value");
    }

    @Test
    void knowsThePlaceInALongStream(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "[\n" + "\"ä😀\",\n".repeat(50_000) + "  \"ö\", 3]");
        try (JsonCursor json = JsonCursor.open(file)) {
            json.beginArray();
            for (int i = 0; i < 50_000; i++) {
                assertThat(json.nextString()).isEqualTo("ä😀");
            }
            assertThat(json.location()).isEqualTo(new Location(file.toString(), 50_001, 1));
            json.nextString();
            assertThat(json.nextLong()).isEqualTo(3);
            assertThat(json.location()).isEqualTo(new Location(file.toString(), 50_002, 8));
        }
    }

    @Test
    void reportsAStreamThatBreaksOff() throws IOException {
        InputStream cut = new GZIPInputStream(new ByteArrayInputStream(gzip("[" + "1,".repeat(5000), 40)));
        try (JsonCursor json = JsonCursor.of("x.json.gz", cut, JsonLimits.forStreams())) {
            assertThatThrownBy(json::skipValue)
                    .isInstanceOf(EvalkitException.class)
                    .hasMessage("x.json.gz: cannot be read: Unexpected end of ZLIB input stream");
        }
    }

    @Test
    void stopsAtTheLimitOfAStream() {
        JsonLimits limits = JsonLimits.forStreams().withBytes(1000);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '[';
            }
        };
        try (JsonCursor json = JsonCursor.of("x", endless, limits.withDepth(100_000))) {
            assertThatThrownBy(json::skipValue)
                    .hasMessage("x: larger than 1000 bytes, which is the most that is read here");
        }
    }

    private static byte[] gzip(String text, int length) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return java.util.Arrays.copyOf(out.toByteArray(), length);
    }

    private static void refuses(String text, Consumer<JsonCursor> steps, String message) {
        try (JsonCursor json = cursor(text)) {
            assertThatThrownBy(() -> steps.accept(json))
                    .isInstanceOf(EvalkitException.class)
                    .hasMessage("x.json:" + message);
        }
    }

    private static JsonCursor cursor(String text) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return JsonCursor.of("x.json", in, JsonLimits.forStreams());
    }
}
