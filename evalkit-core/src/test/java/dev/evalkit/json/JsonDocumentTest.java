package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @Test
    void givesPlainJavaValuesInTheDocumentsOrder() {
        JsonDocument document = parse("""
                {"z": 1, "a": [1.5, "é", true, null], "big": 123456789012345678901234567890, "e": 1e2, "o": {}}
                """);
        assertThat(document.isObject()).isTrue();
        assertThat(document.isArray()).isFalse();
        Map<String, ?> members = document.object().asMap();
        assertThat(members.keySet()).containsExactly("z", "a", "big", "e", "o");
        assertThat(members.get("z")).isEqualTo(1L);
        assertThat(members.get("a")).isEqualTo(Arrays.asList(1.5, "é", true, null));
        assertThat(members.get("big")).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(members.get("e")).isEqualTo(100.0);
        assertThat(members.get("o")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, java.lang.Long",
        "-9223372036854775808, java.lang.Long",
        "9223372036854775808, java.math.BigInteger",
        "-9223372036854775809, java.math.BigInteger",
        "9007199254740993, java.lang.Long",
        "0, java.lang.Long",
        "0.0, java.lang.Double",
    })
    void keepsWholeNumbersExact(String text, String type) {
        Object value = parse(text).value();
        assertThat(value).hasToString(text);
        assertThat(String.valueOf(value == null ? null : value.getClass().getName()))
                .isEqualTo(type);
    }

    @Test
    void isImmutable() {
        byte[] bytes = "{\"a\": [1]}".getBytes(StandardCharsets.UTF_8);
        JsonDocument document = JsonDocument.parse("x.json", bytes);
        bytes[0] = 'x';
        document.bytes()[0] = 'x';
        assertThat(document.bytes()).startsWith('{');
        Map<String, ?> members = document.object().asMap();
        assertThatThrownBy(() -> members.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        List<?> array = document.object().array("a");
        assertThatThrownBy(() -> array.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesAByteOrderMarkForNothing() {
        byte[] bytes = "\uFEFF{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonDocument.parse("x.json", bytes))
                .hasMessage("x.json:1:10: found the name \"a\" twice in one object, expected it once");
    }

    @Test
    void knowsItsNameAndTheDigestOfItsBytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "[]");
        JsonDocument document = JsonDocument.read(file);
        assertThat(document.name()).isEqualTo(file.toString());
        // printf '[]' | sha256sum
        assertThat(document.sha256()).isEqualTo("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) {
        assertThatThrownBy(() -> JsonDocument.read(folder.resolve("none.json"), "models/none.json"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("models/none.json: there is no such file");
        assertThatThrownBy(() -> JsonDocument.read(folder, "models"))
                .hasMessage("models: found a folder, expected a file");
    }

    @Test
    void readsWhatIsInsideAFolderAndNothingElse(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("a.json"), "{\"a\": x}");
        Files.writeString(folder.resolve("secret.json"), "{}");
        assertThatThrownBy(() -> JsonDocument.readInside(root, "a.json")).hasMessageStartingWith("a.json:1:7: found x");
        assertThatThrownBy(() -> JsonDocument.readInside(root, "../secret.json"))
                .hasMessageStartingWith("\"../secret.json\" leaves the repository");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": {\"b\": 1, \"c\": 2, \"b\": 3}}|1:24: found the name \"b\" twice in one object, expected it once",
                "{\"a\": 1, \"\\u0061\": 2}|1:10: found the name \"a\" twice in one object, expected it once",
                "[1, 1e400]|1:5: found the number 1e400, expected one that a double can hold (up to about 1.8E308)",
                "[1] 2|1:5: found more after the end of the document, expected nothing",
                "\"\\ud800\"|1:2: found the escape \\ud800, half of a surrogate pair, expected both halves",
                "{\"\\udc00x\": 1}|1:3: found the escape \\udc00, half of a surrogate pair, expected both halves",
                "''|1:1: found the end of the document, expected a value",
                "{'a': 1}|1:2: found ''', expected a name in double quotes or the end of the object",
                "[NaN]|1:2: found NaN, expected a value (JSON knows true, false and null, and finite numbers)",
                "[1,]|1:4: found ']', expected a value",
                "{\"ü😀\": nul}|1:9: found nul, expected a value (JSON knows true, false and null, and finite numbers)",
            })
    void refusesWhatIsNotStrict(String text, String message) {
        String document = "''".equals(text) ? "" : text;
        assertThatThrownBy(() -> parse(document))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("x.json:" + message);
    }

    @Test
    void countsLinesWithAnyLineEnd() {
        assertThatThrownBy(() -> parse("{\r\n  \"a\": 1,\r  \"b\": 2,\n\t\"a\": 3}"))
                .hasMessageStartingWith("x.json:4:2: found the name \"a\" twice");
    }

    @Test
    void refusesWhatIsNotUtf8AtItsPlace() {
        byte[] latin1 = "{\n  \"naïve\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> JsonDocument.parse("x.json", latin1))
                .hasMessage(
                        "x.json:2:6: found the byte 0xEF, which is no UTF-8 here; save the file as UTF-8 and try again");
        byte[] far =
                ("[\"" + "é\n".repeat(0) + "x".repeat(100_000) + "\u00e9\"]").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> JsonDocument.parse("x.json", far))
                .hasMessageStartingWith("x.json:1:100003: found the byte 0xE9");
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> JsonDocument.parse("x.json", utf16))
                .hasMessage("x.json:1:1: found UTF-16 or UTF-32, expected UTF-8; save the file as UTF-8 and try again");
    }

    @Test
    void refusesTextThatNoEncodingCanHold() {
        assertThatThrownBy(() -> parse("\"\uD800\""))
                .hasMessage("x.json: found half of a surrogate pair, expected both halves");
    }

    @Test
    void refusesWhatIsBeyondTheLimits() {
        JsonLimits limits = JsonLimits.withDefaults();
        String most = ", which is the most that is read here";
        assertRefused("[".repeat(101), limits, "1:101: found more than 100 levels of objects and arrays" + most);
        assertRefused("[[]]", limits.withDepth(1), "1:2: found more than 1 levels of objects and arrays" + most);
        assertRefused("[1,2,3]", limits.withTokens(3), "1:5: found more than 3 values, names and brackets" + most);
        JsonLimits tenCharacters = limits.withStringLength(10);
        String tooLong = "found a string of more than 10 characters" + most;
        assertRefused("[\"" + "x".repeat(11) + "\"]", tenCharacters, "1:2: " + tooLong);
        assertRefused("[\"" + "é".repeat(11) + "\"]", tenCharacters, "1:2: " + tooLong);
        assertThat(JsonDocument.parse("x", "\"ééééééééé\\u00e9\"".getBytes(StandardCharsets.UTF_8), tenCharacters)
                        .value())
                .isEqualTo("é".repeat(10));
        assertRefused("[" + "1".repeat(1001) + "]", limits, "1:2: found a number of more than 1000 characters" + most);
        assertRefused(
                "{\"" + "n".repeat(10_001) + "\":1}", limits, "1:2: found a name of more than 10000 characters" + most);
    }

    @Test
    void refusesAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "[1,2,3]");
        assertThatThrownBy(() -> JsonDocument.read(
                        file, "x.json", JsonLimits.withDefaults().withBytes(6)))
                .hasMessage("x.json: larger than 6 bytes, which is the most that is read here");
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> JsonDocument.parse(
                        "x.json", bytes, JsonLimits.withDefaults().withBytes(6)))
                .hasMessage("x.json: larger than 6 bytes, which is the most that is read here");
        assertThat(JsonDocument.read(file, "x.json", JsonLimits.withDefaults().withBytes(7))
                        .array())
                .hasSize(3);
    }

    private static void assertRefused(String text, JsonLimits limits, String message) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonDocument.parse("x.json", bytes, limits))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("x.json:" + message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void limitsArePositive(int limit) {
        assertThatThrownBy(() -> JsonLimits.withDefaults().withDepth(limit))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void locatesValuesByPointer() {
        JsonDocument document = parse("""
                {
                  "a/b": {"~": [10, {"x": "é"}]},
                  "😀": "emoji", "": 7,
                  "last": null
                }
                """);
        assertThat(document.locate("")).isEqualTo(new Location("x.json", 1, 1));
        assertThat(document.locate("/a~1b")).isEqualTo(new Location("x.json", 2, 10));
        assertThat(document.locate("/a~1b/~0/1/x")).isEqualTo(new Location("x.json", 2, 27));
        assertThat(document.locate("/")).isEqualTo(new Location("x.json", 3, 22));
        assertThat(document.locate("/last")).isEqualTo(new Location("x.json", 4, 11));
        assertThat(document.locate("/a~1b/none/deeper")).isEqualTo(new Location("x.json", 2, 10));
        assertThat(document.locateAll(List.of("/last", "/none")))
                .isEqualTo(Map.of("/last", new Location("x.json", 4, 11), "/none", new Location("x.json", 1, 1)));
    }

    @Test
    void anArrayOfObjectsIsReadElementByElement() {
        assertThat(parse("[{\"a\": 1}, {\"a\": 2}]").objects())
                .extracting(each -> each.integer("a"))
                .containsExactly(1L, 2L);
        assertThatThrownBy(() -> parse("[{}, 3]").objects())
                .hasMessage("x.json:1:6: element 2 must be an object, found the number 3");
        assertThatThrownBy(() -> parse("{}").array())
                .hasMessage("x.json:1:1: the document must be an array, found an object");
        assertThatThrownBy(() -> parse(" [1]").object())
                .hasMessage("x.json:1:2: the document must be an object, found an array");
    }

    private static JsonDocument parse(String text) {
        return JsonDocument.parse("x.json", text);
    }
}
