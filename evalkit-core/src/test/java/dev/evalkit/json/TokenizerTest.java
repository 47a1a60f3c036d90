package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.EvalkitException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the same as an independent implementation, Jackson, on documents that are changed at random places. */
class TokenizerTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> SEEDS = List.of(
            "{\"metric_id\": \"a.b\", \"value\": -0.125e+2, \"ci\": [null, 1.5], \"samples_used\": 12, \"meta\": {\"größe\": \"😀\\u00e9\\n\"}}",
            "[[], {}, [1, 2.0, 3e5], {\"a\": {\"b\": [true, false, null]}}, \"\\\\\\\"\\/\\b\\f\\r\\t\", 1234567890123456789012]",
            "\r\n\t {\"\": \"\", \"x\":0, \"y\":-0.0,\"z\":[1E-7,123456789.123456789,0.1]}  ",
            "\"\\ud83d\\ude00 x\"",
            "-12.5e-3");
    private static final byte[] INTERESTING =
            "{}[],:\"\\ueE+-.0123456789tfn \n\r\u0000\u007f".getBytes(StandardCharsets.UTF_8);

    @Test
    void agreesWithAnotherParserOnEveryMutation() {
        SplittableRandom random = new SplittableRandom(20261123);
        int accepted = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] document = mutated(SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8), random);
            String shown = new String(document, StandardCharsets.UTF_8);
            String ours = ours(document);
            String theirs = theirs(document);
            assertThat(ours).as(shown).isEqualTo(theirs);
            accepted += ours.equals("refused") ? 0 : 1;
        }
        assertThat(accepted).isGreaterThan(5_000);
    }

    @Test
    void readsTheSameHoweverTheStreamIsCutIntoPieces() {
        StringBuilder text = new StringBuilder("[");
        for (String each : SEEDS) {
            text.append(each).append(",\n");
        }
        text.append("\"")
                .append("x".repeat(70_000))
                .append("é\", ")
                .append(" ".repeat(70_000))
                .append("{\"longname")
                .append("n".repeat(5_000))
                .append("\":1, \"last\": 2}]");
        byte[] document = text.toString().getBytes(StandardCharsets.UTF_8);
        Object whole = JsonDocument.parse("x", document).value();
        for (int piece : new int[] {1, 2, 3, 7, 1000, 65_535}) {
            try (JsonCursor json = JsonCursor.of("x", inPieces(document, piece), JsonLimits.forStreams())) {
                assertThat(json.readValue()).as("pieces of " + piece).isEqualTo(whole);
                json.endDocument();
            }
        }
    }

    @Test
    void namesInAnyOrderAreReadRight() {
        SplittableRandom random = new SplittableRandom(7);
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int k = random.nextInt(6); k >= 0; k--) {
                object.put("name" + random.nextInt(random.nextBoolean() ? 5 : 2_000), (long) k);
            }
            expected.add(object);
        }
        byte[] document = JsonWriter.toLine(expected).getBytes(StandardCharsets.UTF_8);
        assertThat(JsonDocument.parse("x", document).value()).isEqualTo(expected);
        try (JsonCursor json = JsonCursor.of("x", inPieces(document, 5), JsonLimits.forStreams())) {
            assertThat(json.readValue()).isEqualTo(expected);
        }
    }

    private static InputStream inPieces(byte[] document, int size) {
        return new FilterInputStream(new ByteArrayInputStream(document)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, size));
            }
        };
    }

    private static byte[] mutated(byte[] seed, SplittableRandom random) {
        byte[] document = seed.clone();
        for (int k = random.nextInt(3); k >= 0; k--) {
            int at = random.nextInt(document.length);
            switch (random.nextInt(4)) {
                case 0 -> document[at] = INTERESTING[random.nextInt(INTERESTING.length)];
                case 1 -> document[at] = (byte) random.nextInt(256);
                case 2 -> document[at] = document[random.nextInt(document.length)];
                default -> {
                    byte[] shorter = new byte[Math.max(document.length - 1, 1)];
                    System.arraycopy(document, 0, shorter, 0, Math.min(at, shorter.length));
                    System.arraycopy(
                            document,
                            Math.min(at + 1, document.length),
                            shorter,
                            Math.min(at, shorter.length),
                            Math.max(shorter.length - at, 0));
                    document = shorter;
                }
            }
        }
        return document;
    }

    private static String ours(byte[] document) {
        try {
            return JsonWriter.toLine(JsonDocument.parse("x", document).value());
        } catch (EvalkitException e) {
            return "refused";
        }
    }

    /** What Jackson reads, where it is as strict as we are: on proper UTF-8, whole surrogate pairs and finite numbers. */
    private static String theirs(byte[] document) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            JsonNode tree = JACKSON.readTree(document);
            String line = tree.isMissingNode() ? "refused" : JsonWriter.toLine(plain(tree));
            return line.indexOf('\uFFFD') >= 0 ? "refused" : line;
        } catch (JacksonException | CharacterCodingException | IllegalArgumentException e) {
            return "refused";
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(each -> map.put(each.getKey(), plain(each.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(each -> list.add(plain(each)));
            return list;
        }
        if (node.isNumber()) {
            return node.isBigInteger()
                    ? node.bigIntegerValue()
                    : node.isIntegralNumber() ? (Number) node.longValue() : node.doubleValue();
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.stringValue();
    }
}
