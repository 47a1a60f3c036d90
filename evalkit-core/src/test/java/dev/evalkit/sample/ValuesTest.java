package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sample says of the values of its columns. */
class ValuesTest {
    @TempDir
    Path folder;

    @Test
    void numbersThatAreEqualAreTheSameText() throws IOException {
        for (String one : List.of("1", "1.0", "1e0", "0.1E1", "10e-1", "1.000e+0")) {
            assertThat(textOf(one)).as(one).isEqualTo("1");
        }
        for (String zero : List.of("0", "-0", "0.00", "-0e99999999999999999999")) {
            assertThat(textOf(zero)).as(zero).isEqualTo("0");
        }
    }

    /** Expected values: JavaScript's String(x); beyond 2^53, where that rounds, the digits as they are. */
    @Test
    void numbersAreSpelledAsEcmaScriptDoesWithoutRounding() throws IOException {
        assertThat(textOf("-12.50")).isEqualTo("-12.5");
        assertThat(textOf("1e3")).isEqualTo("1000");
        assertThat(textOf("123e-2")).isEqualTo("1.23");
        assertThat(textOf("0.000001")).isEqualTo("0.000001");
        assertThat(textOf("0.0000001")).isEqualTo("1e-7");
        assertThat(textOf("1.5e21")).isEqualTo("1.5e21");
        assertThat(textOf("100000000000000000000")).isEqualTo("100000000000000000000");
        assertThat(textOf("9007199254740993")).isEqualTo("9007199254740993");
    }

    @Test
    void stringsAndBooleansAreTextAsTheyAre() throws IOException {
        assertThat(textOf("\"1.0\"")).isEqualTo("1.0");
        assertThat(textOf("\" A\\u00e9\\ud83d\\ude00\\n\\/\"")).isEqualTo(" A\u00e9\ud83d\ude00\n/");
        assertThat(textOf("true")).isEqualTo("true");
        assertThat(textOf("\"\"")).isEmpty();
        assertThat(missingOf("\"\"")).isFalse();
    }

    @Test
    void aTextThatRepeatsIsTheSameInstance() throws IOException {
        Path file = Samples.write(
                folder,
                "a.jsonl",
                "{\"x\":\"A\"}\n{\"x\":\"longer than sixteen bytes\"}\n{\"x\":\"A\"}\n{\"x\":\"longer than sixteen bytes\"}\n");
        List<String> texts = SampleReader.withDefaults()
                .fold(file, Samples.columns("x"), Samples.each(s -> s.text(0)))
                .value();
        assertThat(texts.get(2)).isSameAs(texts.get(0));
        assertThat(texts.get(3)).isSameAs(texts.get(1));
    }

    @Test
    void nullAndAbsentAndAnEmptyCellAreMissing() throws IOException {
        assertThat(missingOf("null")).isTrue();
        assertThat(missingOfCell("")).isTrue();
        assertThat(missingOfCell("\"\"")).isTrue();
        Path file = Samples.write(folder, "a.jsonl", "{\"x\":1}\n{\"y\":1}\n");
        assertThat(SampleReader.withDefaults()
                        .fold(file, Samples.columns("x"), Samples.each(s -> s.isMissing(0)))
                        .value())
                .containsExactly(false, true);
    }

    @Test
    void numbersMayBeStringsOrCells() throws IOException {
        assertThat(numberOf("560.392")).isEqualTo(560.392);
        assertThat(numberOf("\" -1.5e3 \"")).isEqualTo(-1500);
        assertThat(numberOf("\"\\u0031\"")).isEqualTo(1);
        assertThat(numberOfCell("+.5")).isEqualTo(0.5);
        assertThat(numberOfCell("007")).isEqualTo(7);
        assertThat(numberOfCell("1e-05")).isEqualTo(1e-5);
        assertThat(numberOfCell("5.")).isEqualTo(5);
    }

    @Test
    void whatIsNoFiniteNumberIsRefusedAsOne() throws IOException {
        for (String value :
                List.of("\"\"", "\"NaN\"", "\"1e400\"", "\"0x10\"", "\"1d\"", "\"1,5\"", "\"-\"", "\".\"", "\"1e\"")) {
            assertBad(value, s -> s.number(0), 7, value, "a finite number in \"x\"");
        }
        assertBad("true", s -> s.number(0), 6, "true", "a finite number in \"x\"");
        assertBad("null", s -> s.number(0), 6, "no value", "a finite number in \"x\"");
        assertBad("[1]", s -> s.number(0), 6, "an array", "a finite number in \"x\"");
    }

    @Test
    void flagsMayBeWordsOrNumbers() throws IOException {
        for (String value : List.of("true", "1", "1.0", "\"1\"", "\"True\"", "\"TRUE\"", "\"yes\"", "\"Yes\"")) {
            assertThat(flagOf(value)).as(value).isTrue();
        }
        for (String value : List.of("false", "0", "\"0\"", "\"False\"", "\"no\"")) {
            assertThat(flagOf(value)).as(value).isFalse();
        }
        assertBad("2", s -> s.flag(0), 6, "2", "true or false (or 1, 0, yes, no) in \"x\"");
        assertBad("\"maybe\"", s -> s.flag(0), 7, "\"maybe\"", "true or false (or 1, 0, yes, no) in \"x\"");
        assertBad("null", s -> s.flag(0), 6, "no value", "true or false (or 1, 0, yes, no) in \"x\"");
    }

    @Test
    void anArrayIsItsElementsAndAScalarIsOne() throws IOException {
        assertThat(textsOf("[ \"a\\n\" , 1.0, true ]")).containsExactly("a\n", "1", "true");
        assertThat(textsOf("[]")).isEmpty();
        assertThat(textsOf("\"a\"")).containsExactly("a");
        assertThat(textsOf("null")).isEmpty();
        assertBad("[null]", s -> s.texts(0), 6, "an array", "an array of texts in \"x\"");
        assertBad("[[1]]", s -> s.texts(0), 6, "an array", "an array of texts in \"x\"");
        assertBad("{}", s -> s.texts(0), 6, "an object", "a text in \"x\"");
    }

    @Test
    void arraysObjectsAndMissingValuesAreNoText() throws IOException {
        assertBad("[1]", s -> s.text(0), 6, "an array", "a text in \"x\"");
        assertBad("{\"a\":1}", s -> s.text(0), 6, "an object", "a text in \"x\"");
        assertBad("null", s -> s.text(0), 6, "no value", "a text in \"x\"");
        Path absent = Samples.write(folder, "absent.jsonl", "{\"x\":\"A\"}\n {\"y\":1}\n");
        assertThatThrownBy(() ->
                        SampleReader.withDefaults().fold(absent, Samples.columns("x"), Samples.each(s -> s.text(0))))
                .hasMessage(
                        absent
                                + ":2:2: found nothing, expected a text in \"x\"; mend it, or allow bad lines with --max-bad-lines N");
    }

    @Test
    void numbersBeyondADoubleAreRefusedWhereverTheyStand() throws IOException {
        for (String value : List.of("1e400", "-1E+309", "1" + "0".repeat(309), "[1e999]", "{\"a\":1e999}")) {
            assertThatThrownBy(() -> ofJson(value, s -> 0))
                    .as(value)
                    .hasMessageContaining("expected a number in the range of a double");
        }
        assertThat(numberOf("1e-400")).isZero();
        assertThat(numberOf("1" + "0".repeat(308))).isEqualTo(1e308);
    }

    private String textOf(String value) throws IOException {
        return ofJson(value, s -> s.text(0));
    }

    private boolean missingOf(String value) throws IOException {
        return ofJson(value, s -> s.isMissing(0));
    }

    private boolean missingOfCell(String cell) throws IOException {
        return ofCell(cell, s -> s.isMissing(0));
    }

    private double numberOf(String value) throws IOException {
        return ofJson(value, s -> s.number(0));
    }

    private double numberOfCell(String cell) throws IOException {
        return ofCell(cell, s -> s.number(0));
    }

    private boolean flagOf(String value) throws IOException {
        return ofJson(value, s -> s.flag(0));
    }

    private List<String> textsOf(String value) throws IOException {
        return ofJson(value, s -> s.texts(0));
    }

    private <T> T ofJson(String value, Function<Sample, T> function) throws IOException {
        return only(Samples.write(folder, "value.jsonl", "{\"x\":" + value + "}\n"), function);
    }

    private <T> T ofCell(String cell, Function<Sample, T> function) throws IOException {
        return only(Samples.write(folder, "value.csv", "y,x\n1," + cell + "\n"), function);
    }

    private static <T> T only(Path file, Function<Sample, T> function) {
        List<T> values = SampleReader.withDefaults()
                .fold(file, Samples.columns("x"), Samples.each(function))
                .value();
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    private void assertBad(String value, Function<Sample, ?> function, int column, String found, String expected) {
        assertThatThrownBy(() -> ofJson(value, function))
                .as(value)
                .isInstanceOf(EvalkitException.class)
                .hasMessage(folder.resolve("value.jsonl") + ":1:" + column + ": found " + found + ", expected "
                        + expected + "; mend it, or allow bad lines with --max-bad-lines N");
    }
}
