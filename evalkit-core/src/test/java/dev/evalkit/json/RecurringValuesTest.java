package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurringValuesTest {

    @Test
    void oneInstanceServesForAllValuesOfOneText() {
        List<Object> values = recurring("{\"a\": 1}", "{\"b\": [2]}", "{\"a\": 1}", "{\"b\": [2]}", "{\"a\": 1}");

        assertThat(values.get(4)).isSameAs(values.get(2));
        assertThat(values.get(3)).isEqualTo(values.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,12,1,12,1,1,12,120,1", // a number that begins another
                "true,true,null,null,true",
                "\"a\",\"a\",\"ab\",\"a\",\"ab\",\"a\"",
                "\"a\\u00e9\",\"a\\u00e9\",\"\\\"\",\"\\\"\",\"a\\\"b\",\"a\"",
                "\"é\",\"é\",\"ée\",\"é\",\"\\ud83d\\ude00\",\"\\ud83d\\ude00\"",
                "[],[],[1],[],[1],[1]",
                "{},{},{\"a\":{}},{},{\"a\":{}},{\"a\":{}},{}",
                "{\"a\":1,\"b\":2},{\"b\":2,\"a\":1},{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}",
                "[1, 2],[1,\n2],[1, 2],[1,\n2],[1, 2]",
                "\"x\",  \"x\",\n\t\"x\", \r\n \"x\"",
                "1e308,1e-320,123456789012345678901234567890,1e308,1e-320",
            })
    void theSameValuesAreReadAsWithoutGuessing(String elements) {
        List<Object> plain = new ArrayList<>();
        try (JsonCursor json = cursor("[" + elements + "]")) {
            json.beginArray();
            while (json.hasNext()) {
                plain.add(Objects.requireNonNullElse(json.readValue(), "null"));
            }
        }
        assertThat(recurring(elements.split(",(?![^\\[{]*[\\]}])"))).isEqualTo(plain);
    }

    @Test
    void placesOfErrorsStayRightBehindGuessedValues() {
        String document = "{\"r\": {\"a\": 1},\n\"s\": {\"a\": 1},  \"t\": {\"a\": 1}, \"u\": {\"a\": x}}";
        try (JsonCursor json = cursor(document)) {
            RecurringValues<Object> values =
                    new RecurringValues<>(json, () -> Objects.requireNonNull(json.readValue()));
            json.beginObject();
            for (int i = 0; i < 3; i++) {
                json.nextName();
                values.next();
            }
            json.nextName();
            assertThatThrownBy(values::next)
                    .isInstanceOf(EvalkitException.class)
                    .hasMessageStartingWith("doc.json:2:43: found x");
        }
    }

    @Test
    void valuesThatAreGuessedCountForTheLimitOfTokens() {
        String document = "{\"a\": [1], \"b\": [1], \"c\": [1], \"d\": [1]}";
        JsonLimits limits = JsonLimits.withDefaults().withTokens(15);
        try (JsonCursor json = JsonCursor.of("doc.json", document.getBytes(StandardCharsets.UTF_8), limits)) {
            RecurringValues<Object> values =
                    new RecurringValues<>(json, () -> Objects.requireNonNull(json.readValue()));
            json.beginObject();
            for (int i = 0; i < 3; i++) {
                json.nextName();
                values.next();
            }
            json.nextName();
            assertThatThrownBy(values::next)
                    .isInstanceOf(EvalkitException.class)
                    .hasMessageContaining("found more than 15 values, names and brackets");
        }
    }

    @Test
    void valuesAreFoundAgainAcrossTheEdgeOfTheWindow() {
        String[] texts = new String[20_000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = i % 100 == 7 ? "\"" + i + "\"" : "{\"split\": \"test\", \"seed\": " + i % 3 + "}";
        }
        List<Object> values = recurring(texts);
        try (JsonCursor json = cursor("[" + String.join(",", texts) + "]")) {
            json.beginArray();
            for (Object value : values) {
                assertThat(value).isEqualTo(json.readValue());
            }
            json.endArray();
        }
    }

    /** The values of an object's members. */
    private static List<Object> recurring(String... texts) {
        StringBuilder document = new StringBuilder("{");
        for (int i = 0; i < texts.length; i++) {
            document.append(i == 0 ? "" : ",")
                    .append("\"n")
                    .append(i)
                    .append("\": ")
                    .append(texts[i]);
        }
        List<Object> values = new ArrayList<>();
        try (JsonCursor json = cursor(document.append('}').toString())) {
            RecurringValues<Object> recurring =
                    new RecurringValues<>(json, () -> Objects.requireNonNullElse(json.readValue(), "null"));
            json.beginObject();
            while (json.hasNext()) {
                json.nextName();
                values.add(recurring.next());
            }
            json.endObject();
            json.endDocument();
        }
        return values;
    }

    private static JsonCursor cursor(String document) {
        return JsonCursor.of(
                "doc.json",
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                JsonLimits.forStreams());
    }
}
