package dev.evalkit.scan.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** What is read, beside what the library tomlj reads of the same text. */
class TomlReaderTest {
    private static final String ALL = """
            # a comment
            title = "TOML \\u00e9 \\U0001F600 \\"quoted\\" \\\\ \\t"
            'quoted key' = 1
            "other \\"key\\"" = 2
            1234 = "digits"
            a.b . "c d" = true
            a.b.e = [1, [2, 3,], "x", { y = 1, z.w = 'q' }, # why not
            ]
            literal = 'C:\\temp\\'
            basic = \"""
            first \\
               joined
            ""two quotes"" and \\"\\"\\" three\"""
            lines = '''
            ''two' regex = \\d{2}'''
            more = ''''that,' he said.'''
            i = [0, +99, -17, 1_000, 0xDEAD_beef, 0o755, 0b1101]
            f = [3.14, -0.01, 5e+22, 1e06, -2E-2, 6.626e-34, 9_224.5]
            yes = true
            no = false
            empty = []
            none = {}
            [table]
            x = 1
            [table.sub."q.r"]
            y = 2
            [deep.er.table]
            z = 3
            [deep]
            own = true
            [[list]]
            n = 1
            [list.inner]
            p = 1
            [[list.more]]
            q = 1
            [[list.more]]
            [[list]]
            n = 2
            [ spaced . "out" ]
            """;

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            Map<String, Object> all = new LinkedHashMap<>();
            for (String key : table.keys()) {
                TomlValue inner = table.get(key);
                all.put(key, plain(inner == null ? "" : inner.value()));
            }
            return all;
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(each -> all.add(plain(((TomlValue) each).value())));
            return all;
        }
        return value;
    }

    private static Object plainOfLibrary(Object value) {
        if (value instanceof org.tomlj.TomlTable table) {
            Map<String, Object> all = new LinkedHashMap<>();
            table.keySet().forEach(key -> all.put(key, plainOfLibrary(table.get(List.of(key)))));
            return all;
        }
        if (value instanceof org.tomlj.TomlArray array) {
            List<Object> all = new ArrayList<>();
            array.toList().forEach(each -> all.add(plainOfLibrary(each)));
            return all;
        }
        return value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everythingIsReadAsTheLibraryReadsIt(String lineBreak) {
        String text = ALL.replace("\n", lineBreak);
        TomlParseResult expected = Toml.parse(text);
        assertThat(expected.errors()).isEmpty();
        assertThat(plain(TomlReader.read("x", text))).isEqualTo(plainOfLibrary(expected));
    }

    @Test
    void aKeyKnowsItsPlace() {
        TomlTable table = TomlReader.read("x", "\uFEFFa = '''\n\n''' # ä\n  'ü'.b = 1\n[[c]]\n");
        assertThat(table.get("a")).isEqualTo(new TomlValue("\n", 1, 2));
        assertThat(table.get("ü"))
                .extracting(TomlValue::line, TomlValue::column)
                .containsExactly(4, 3);
        assertThat(table.get("c"))
                .extracting(TomlValue::line, TomlValue::column)
                .containsExactly(5, 1);
    }

    @Test
    void timesAreKeptAsTheyAreWritten() {
        TomlTable table = TomlReader.read("x", "a = 1979-05-27 07:32:00.5-07:00\nb = 1979-05-27\nc = 07:32:00\n");
        assertThat(plain(table))
                .isEqualTo(Map.of(
                        "a",
                        new TomlTime("1979-05-27 07:32:00.5-07:00"),
                        "b",
                        new TomlTime("1979-05-27"),
                        "c",
                        new TomlTime("07:32:00")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a = |1:4: expected TOML, found: the end, expected a value",
                "a = 1 b = 2|1:7: expected TOML, found: \"b\", expected the end of the line",
                "a = 1;a = 2|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "[a];[a]|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "[a.b];[a];b.c = 1|3:1: expected TOML, found: the key \"b\" again, first in line 1 and column 1",
                "a = {b = 1};[a.c]|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "a = {b = 1};a.c = 1|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "a = [1];[[a]]|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "a.b = 1;[a]|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "[[a]];[a]|2:1: expected TOML, found: the key \"a\" again, first in line 1 and column 1",
                "a = 'x|1:7: expected TOML, found: the end, expected the closing '",
                "a = \"\\x\"|1:8: expected TOML, found: \"\"\", expected an escape before it: \\b \\t \\n \\f \\r \\\" \\\\ \\u \\U",
                "a = \"\\ud800\"|1:12: expected TOML, found: \"\"\", expected the number of a character before it",
                "a = 01|1:7: expected TOML, found: the end, expected a value before it: a string in quotes, a number, true, false, a time, [ or {",
                "a = 1__0|1:9: expected TOML, found: the end, expected a value before it: a string in quotes, a number, true, false, a time, [ or {",
                "a = 9223372036854775808|1:24: expected TOML, found: the end, expected a number of at most 64 bits before it",
                "a = [1 2]|1:8: expected TOML, found: \"2\", expected , or ]",
                "a = {b = 1,}|1:12: expected TOML, found: \"}\", expected a key",
                "= 1|1:1: expected TOML, found: \"=\", expected a key",
                "[a|1:3: expected TOML, found: the end, expected ]",
                "[[a]|1:4: expected TOML, found: \"]\", expected ]]",
                "a|1:2: expected TOML, found: the end, expected =",
            })
    void whatIsNoTomlIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> TomlReader.read("x.toml", text.replace(';', '\n')))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("x.toml:" + message);
    }

    @Test
    void aNumberWithoutEndIsRefused() {
        assertThatThrownBy(() -> TomlReader.read("x", "a = " + "1".repeat(1_000_000)))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "x:1:206: expected TOML, found: \"1\", expected a number or a time of at most 200 characters");
    }

    @Test
    void controlCharactersAreRefused() {
        for (String text : List.of("a = \"\u0001\"", "a = '\u007f'", "# \u0000", "a = 1\r", "a = '''\u0008'''")) {
            assertThatThrownBy(() -> TomlReader.read("x", text)).isInstanceOf(EvalkitException.class);
        }
    }

    @Test
    void valuesNestedTooDeepAreRefused() {
        String brackets = "[".repeat(100_000);
        assertThatThrownBy(() -> TomlReader.read("x", "a = " + brackets))
                .hasMessage("x:1:105: expected TOML, found: \"[\", expected values nested at most 100 deep");
    }
}
