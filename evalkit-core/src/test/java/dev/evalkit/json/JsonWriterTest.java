package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @Test
    void writesAnIndentedDocument() {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("metric_id", "größe \"😀\"\n/");
        item.put("value", 0.5);
        item.put("ci", Arrays.asList(0.25, null));
        item.put("n", 12);
        item.put("ok", true);
        item.put("none", null);
        item.put("warnings", List.of("one", "two"));
        item.put("empty", List.of());
        item.put("meta", Map.of());
        item.put("numbers", new double[] {1, 2.5});
        assertThat(JsonWriter.toJson(List.of(item))).isEqualTo("""
                [
                  {
                    "metric_id": "größe \\"😀\\"\\n/",
                    "value": 0.5,
                    "ci": [0.25, null],
                    "n": 12,
                    "ok": true,
                    "none": null,
                    "warnings": [
                      "one",
                      "two"
                    ],
                    "empty": [],
                    "meta": {},
                    "numbers": [1.0, 2.5]
                  }
                ]
                """);
    }

    @Test
    void writesALineWithoutSpacesAndWithoutItsEnd() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", "a b");
        line.put("scores", List.of(1.0, 2));
        line.put("tags", List.of("x", Map.of("y", 1L)));
        assertThat(JsonWriter.toLine(line)).isEqualTo("{\"id\":\"a b\",\"scores\":[1.0,2],\"tags\":[\"x\",{\"y\":1}]}");
        assertThat(JsonWriter.toLine(null)).isEqualTo("null");
    }

    @Test
    void writesStepByStepTheSameAsAtOnce() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.open(out)) {
            json.beginArray();
            json.beginObject().name("a").value(1).name("b").value(0.1).endObject();
            json.value(List.of(1, 2)).value("x").value((Object) null);
            json.endArray();
        }
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("a", 1);
        first.put("b", 0.1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(JsonWriter.toJson(Arrays.asList(first, List.of(1, 2), "x", null)));
    }

    @Test
    void writesLinesOneByOne() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.openLines(out)) {
            json.beginObject().name("id").value("a").name("score").value(1.0).endObject();
            json.value(new double[] {1, 2});
            json.value(3);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"a\",\"score\":1.0}\n[1.0,2.0]\n3\n");
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        JsonWriter.openLines(none).close();
        assertThat(none.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "1, 1.0",
        "-0.0, 0.0",
        "1e10, 10000000000.0",
        "123456789012345, 123456789012345.0",
        "999999999999999.9, 999999999999999.9",
        "1e15, 1.0E15",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "-0.00001234, -0.00001234",
        "1e-7, 0.0000001",
        "9.9e-8, 9.9E-8",
        "4.9e-324, 4.9E-324",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        // Double.toString gives 2.0000000000000002E-3 and 2.0E-3 on some versions of Java (JDK-4511638).
        "2e-3, 0.002",
        "2e23, 2.0E23",
        "1.0e23, 1.0E23",
    })
    void writesDoublesInTheirShortestForm(double value, String text) {
        assertThat(JsonWriter.toLine(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        SplittableRandom random = new SplittableRandom(20261123);
        List<Object> values = new ArrayList<>();
        while (values.size() < 20_000) {
            double any = Double.longBitsToDouble(random.nextLong());
            values.add(random.nextLong());
            values.add(random.nextDouble() * Math.pow(10, random.nextInt(-12, 20)));
            if (Double.isFinite(any)) {
                values.add(any);
            }
        }
        values.add(new BigInteger("-123456789012345678901234567890"));
        values.add(Map.of("\u0000\u001f\u007f\"\\/é😀\u2028", "\t\r\n\b\f"));
        assertThat(JsonDocument.parse("x", JsonWriter.toJson(values)).value()).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double value) {
        String message = "JSON has finite numbers only, found " + value;
        assertThatThrownBy(() -> JsonWriter.toJson(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> JsonWriter.toLine(List.of(value))).hasMessage(message);
        assertThatThrownBy(() -> JsonWriter.toLine(new double[] {value})).hasMessage(message);
    }

    @Test
    void refusesWhatIsNoJsonValue() {
        assertThatThrownBy(() -> JsonWriter.toJson(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a JSON value: java.lang.Object");
        assertThatThrownBy(() -> JsonWriter.toJson(1.5f)).hasMessage("Not a JSON value: java.lang.Float");
        assertThatThrownBy(() -> JsonWriter.toJson(Map.of(1, 2))).hasMessage("A name must be a string, found 1");
    }

    @Test
    void replacesHalfOfASurrogatePair() {
        assertThat(JsonWriter.toLine(Map.of("a\uD800", "\uDC00b😀"))).isEqualTo("{\"a\uFFFD\":\"\uFFFDb😀\"}");
    }

    @Test
    void refusesToBeClosedInTheMiddle() {
        assertThatThrownBy(() -> {
                    try (JsonWriter json = JsonWriter.open(OutputStream.nullOutputStream())) {
                        json.beginArray().value(1);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Closed within an Array");
        assertThatThrownBy(() -> {
                    try (JsonWriter json = JsonWriter.open(OutputStream.nullOutputStream())) {
                        json.beginObject().value(1);
                    }
                })
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesOnWhatTheStreamThrows() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> {
                    try (JsonWriter json = JsonWriter.open(full)) {
                        json.value(1);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
