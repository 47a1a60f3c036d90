package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CsvTest {
    @TempDir
    Path folder;

    /** Ogden's csv-spectrum (github.com/maxogden/csv-spectrum): CSV files, each with what it holds as JSON. */
    @Test
    void everyFileOfCsvSpectrumIsReadAsItsJsonSays() throws IOException {
        Path corpus = Samples.shared("corpora/csv-spectrum");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(corpus.resolve("csvs"))) {
            list.forEach(files::add);
        }
        assertThat(files).hasSize(11);
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".csv", ".json");
            JsonNode expected = JsonMapper.shared()
                    .readTree(Files.readString(corpus.resolve("json").resolve(name)));
            List<String> columns = List.copyOf(expected.get(0).propertyNames());
            List<List<String>> rows = SampleReader.withDefaults()
                    .fold(
                            file,
                            Samples.columns(columns.toArray(String[]::new)),
                            Samples.each(sample -> row(sample, columns.size())))
                    .value();
            List<List<String>> wanted = new ArrayList<>();
            for (JsonNode object : expected) {
                wanted.add(columns.stream()
                        .map(column -> object.get(column).asString())
                        .toList());
            }
            assertThat(rows).as(name).isEqualTo(wanted);
        }
    }

    private static List<String> row(Sample sample, int columns) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            row.add(sample.isMissing(i) ? "" : sample.text(i));
        }
        return row;
    }

    @Test
    void aFileOfTabsAndOneWithAByteOrderMarkAreRead() throws IOException {
        Path tsv = Samples.write(folder, "a.tsv", "\ufeffa\tb\n1,5\t\"x\ty\"\n");
        assertThat(Samples.rows(tsv, "b", "a")).containsExactly("2: x\ty, 1,5");
    }

    @Test
    void aHeaderMayBeQuotedAndStandBehindEmptyLines() throws IOException {
        Path file = Samples.write(folder, "a.csv", "\r\n\n\"a, \"\"b\"\"\",c\r\n1,2\r\n");
        assertThat(Samples.rows(file, "c", "a, \"b\"")).containsExactly("4: 2, 1");
    }

    @Test
    void aHeaderAloneHoldsNoSamples() throws IOException {
        assertThat(Samples.rows(Samples.write(folder, "a.csv", "a,b"), "b")).isEmpty();
    }

    @Test
    void whatIsNoCsvIsRefused() throws IOException {
        assertRefused("a,b\n1,2,3\n", ":2:1: found 3 cells, expected the 2 of the header");
        assertRefused("a,b\n1\n", ":2:1: found 1 cell, expected the 2 of the header");
        assertRefused(
                "a,b\n1,x\"y\"\n", ":2:4: found '\"', expected quotes only around a whole cell, and doubled inside");
        assertRefused("a,b\n1,\"y\"z\n", ":2:6: found 'z', expected the separator or the end of the line");
        assertRefused("a,b\n1,\"y\n2,3\n", ":2:3: found a quote that is never closed, expected a closing quote");
        assertRefused("a,b\n1,\u0001\n", ":2:3: found the control character U+0001, expected no control characters");
        assertRefused("a,b\n1,x\ry\n", ":2:5: found 'y', expected the separator or the end of the line");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin1.csv"), "a,b\n1,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .hasMessageStartingWith(file + ":2:3: found the byte 0xFC, expected UTF-8;");
    }

    @Test
    void aFileWithoutAHeaderIsRefused() throws IOException {
        Path file = Samples.write(folder, "empty.csv", "\n");
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(file + ":1: found nothing, expected a first line with the names of the columns");
    }

    @Test
    void aHeaderThatBreaksTheRulesIsRefused() throws IOException {
        Path quotes = Samples.write(folder, "quotes.csv", "\n\"a\"x,b\n1,2\n");
        assertThatThrownBy(() -> Samples.rows(quotes, "a"))
                .hasMessage(quotes + ":2:4: found 'x', expected the separator or the end of the line");
        Path latin1 =
                Files.write(folder.resolve("latin1.csv"), "a,\u00fc\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Samples.rows(latin1, "a"))
                .hasMessage(latin1 + ":1:3: found the byte 0xFC, expected UTF-8");
    }

    @Test
    void aNameMayBeEmptyOrHoldANewline() throws IOException {
        Path file = Samples.write(folder, "a.tsv", "\"a\nb\"\t\t c\n1\t2\t3\n");
        assertThat(Samples.rows(file, "a\nb", "", " c")).containsExactly("3: 1, 2, 3");
    }

    @Test
    void aHeaderThatNamesADeclaredColumnTwiceIsRefused() throws IOException {
        Path file = Samples.write(folder, "twice.csv", "a,b,a\n1,2,3\n");
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .hasMessage(file + ":1: found the column \"a\" a second time, expected each column once");
        assertThat(Samples.rows(file, "b")).containsExactly("2: 2");
    }

    private void assertRefused(String content, String message) throws IOException {
        Path file = Samples.write(folder, "bad.csv", content);
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(file + message + "; mend it, or allow bad lines with --max-bad-lines N");
    }
}
