package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records and seeded mutations of them, read by Jackson and by the reader: both refuse a line, or both see the same values. */
class JsonDifferentialTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> SEEDS = List.of(
            "{\"id\":\"q-1\",\"label\":\"A\",\"score\":0.25,\"tags\":[1,\"x\",null,{\"k\":[]}],\"more\":{\"a\":true,\"b\":[[-1e-3]]}}",
            "{\"id\": \"q-2\", \"score\": -12.5E+2, \"label\": \"a\\\"b\\\\c\\u00e9\\ud83d\\ude00\\n\", \"ok\": false}",
            "{ \"label\" : \"\u00fc\u6f22\u5b57 \ud83d\ude00\" , \"score\" : 0 , \"id\" : 17 } ",
            "{\"id\":null,\"label\":\"\",\"score\":1e22,\"long\":\"The answer is A because \\\"reason 6315\\\".\"}");
    private static final String BAD = "bad | ";
    private static final String SPICE = "{}[]\",:\\ux0123456789-+.eE \t\r/bfnrtaZ\u00e9\u6f22";

    @TempDir
    Path folder;

    @Test
    void mutatedRecordsAreReadAsJacksonReadsThemOrRefusedAsItRefusesThem() throws IOException {
        SplittableRandom random = new SplittableRandom(20261101);
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            lines.add(mutated(SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8), random));
        }
        Path file = folder.resolve("mutated.jsonl");
        Files.write(file, joined(lines));

        List<String> seen = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            seen.add("refused");
        }
        SampleReader.withDefaults()
                .withMaxBadLines(lines.size())
                .withChunkBytes(1 << 16)
                .fold(file, optional("id", "label", "score"), Samples.each(sample -> {
                    // Rows of different chunks are different elements, so that no two threads write to the same one.
                    seen.set((int) sample.line() - 1, describe(sample));
                    return sample.line();
                }));

        int accepted = 0;
        for (int i = 0; i < lines.size(); i++) {
            String text = new String(lines.get(i), StandardCharsets.UTF_8);
            assertThat(seen.get(i)).as("line %d: %s", i + 1, text).isEqualTo(byJackson(lines.get(i)));
            accepted += seen.get(i).equals("refused") ? 0 : 1;
        }
        assertThat(accepted).as("both outcomes were tried").isBetween(lines.size() / 10, lines.size() * 9 / 10);
    }

    private static List<Column> optional(String... names) {
        return List.of(names).stream().map(Column::optional).toList();
    }

    private static byte[] mutated(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed.clone();
        for (int edits = random.nextInt(4); edits > 0 && bytes.length > 1; edits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) SPICE.charAt(random.nextInt(SPICE.length() - 2));
                case 1 -> bytes = spliced(bytes, at, at + 1, new byte[0]);
                case 2 -> bytes = spliced(bytes, at, at, bytesOf(SPICE.charAt(random.nextInt(SPICE.length()))));
                case 3 -> bytes[at] = (byte) random.nextInt(11, 256);
                default -> {
                    int to = Math.min(bytes.length, at + random.nextInt(12));
                    int target = random.nextInt(bytes.length);
                    bytes = spliced(bytes, target, target, Arrays.copyOfRange(bytes, at, to));
                }
            }
        }
        return bytes;
    }

    private static byte[] bytesOf(char character) {
        return String.valueOf(character).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] result = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(bytes, to, result, from + between.length, bytes.length - to);
        return result;
    }

    private static byte[] joined(List<byte[]> lines) {
        byte[] all = new byte[lines.stream().mapToInt(line -> line.length + 1).sum()];
        int p = 0;
        for (byte[] line : lines) {
            System.arraycopy(line, 0, all, p, line.length);
            p += line.length;
            all[p++] = '\n';
        }
        return all;
    }

    private static String describe(Sample sample) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int column = i;
            text.append(sample.isMissing(i) ? "missing | " : orBad(() -> sample.text(column) + " | "));
        }
        boolean scored = !sample.isMissing(2) && !orBad(() -> sample.text(2)).equals(BAD);
        return text + (scored ? orBad(() -> Double.toString(sample.number(2) + 0.0)) : "");
    }

    private static String orBad(Supplier<String> text) {
        try {
            return text.get();
        } catch (BadSampleException e) {
            return BAD;
        }
    }

    /** The same by Jackson, with the reader's stricter rules on top. */
    private static String byJackson(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        JsonNode record;
        try {
            record = JACKSON.readTree(text);
        } catch (JacksonException e) {
            return "refused";
        }
        boolean utf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line);
        if (!utf8 || !record.isObject() || !isRepresentable(record) || namesAKeyTwice(text)) {
            return "refused";
        }
        return describe(record.get("id"))
                + describe(record.get("label"))
                + describe(record.get("score"))
                + number(record.get("score"));
    }

    private static String describe(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "missing | ";
        }
        if (value.isContainer()) {
            return BAD;
        }
        return (value.isNumber() ? canonical(value.decimalValue()) : value.asString()) + " | ";
    }

    /** Adding 0.0 makes -0.0 positive, because a BigDecimal has no negative zero. */
    private static String number(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isContainer()) {
            return "";
        }
        if (value.isNumber()) {
            return Double.toString(value.decimalValue().doubleValue());
        }
        String text = value.asString().replaceAll("^ +| +$", "");
        boolean decimal = value.isString() && text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
        return decimal ? Double.toString(Double.parseDouble(text) + 0.0) : BAD;
    }

    /** ECMAScript's Number::toString, from exact digits. */
    private static String canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        if (magnitude > -6 && magnitude <= 21) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (magnitude - 1);
    }

    /** Finite numbers and whole characters throughout. */
    private static boolean isRepresentable(JsonNode node) {
        if (node.isNumber()) {
            return Double.isFinite(node.decimalValue().doubleValue());
        }
        if (node.isString()) {
            return isWhole(node.asString());
        }
        for (String key : node.propertyNames()) {
            if (!isWhole(key)) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!isRepresentable(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** At the top of the record, that is. */
    private static boolean namesAKeyTwice(String text) {
        Set<String> keys = new HashSet<>();
        try (JsonParser parser = JACKSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (!keys.add(parser.currentName())) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return false;
    }
}
