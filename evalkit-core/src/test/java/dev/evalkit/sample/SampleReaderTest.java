package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleReaderTest {
    private static final SampleReader READER = SampleReader.withDefaults();

    @TempDir
    Path folder;

    @Test
    void aJsonFileMayBeAnArrayOrAnObjectALine() throws IOException {
        Path array = Samples.write(folder, "array.json", "[{\"a\":1},{\"a\":2}]");
        Path lines = Samples.write(folder, "lines.json", "{\"a\":1}\n{\"a\":2}\n");
        assertThat(Samples.rows(array, "a")).containsExactly("1: 1", "2: 2");
        assertThat(Samples.rows(lines, "a")).containsExactly("1: 1", "2: 2");
    }

    @Test
    void aJsonFileThatIsOneObjectOverSeveralLinesIsRefusedAsThat() throws IOException {
        Path file = Samples.write(folder, "one.json", "\n{\n  \"a\": 1\n}\n");
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .hasMessage(file
                        + ":2: found one object over several lines, expected an array of objects, or an object a line");
        Path cut = Samples.write(folder, "cut.json", "{\"a\":");
        assertThatThrownBy(() -> Samples.rows(cut, "a"))
                .hasMessageStartingWith(cut + ":1:6: found the end of the line, expected a JSON value");
    }

    @Test
    void anyNameWillDoWhereTheContentIsJson() throws IOException {
        assertThat(Samples.rows(Samples.write(folder, "a.txt", "{\"a\":1}\n"), "a"))
                .containsExactly("1: 1");
        Path text = Samples.write(folder, "b.txt", "a\n1\n");
        assertThatThrownBy(() -> Samples.rows(text, "a"))
                .hasMessage(text + ": its name does not tell how its samples are written,"
                        + " expected .jsonl, .json, .csv or .tsv (each also with .gz)");
    }

    @Test
    void emptyFilesHoldNoSamples() throws IOException {
        assertThat(Samples.rows(Samples.write(folder, "empty.jsonl", ""), "a")).isEmpty();
        assertThat(Samples.rows(Samples.write(folder, "blank.jsonl", "\ufeff \n\r\n"), "a"))
                .isEmpty();
        assertThat(Samples.rows(Samples.write(folder, "empty.json", " [ ] "), "a"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereOrNoFileIsRefused() {
        assertThatThrownBy(() -> Samples.rows(folder.resolve("absent.jsonl"), "a"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(folder.resolve("absent.jsonl") + ": there is no such file");
        assertThatThrownBy(() -> Samples.rows(folder, "a")).hasMessage(folder + ": it is not a file");
    }

    @Test
    void columnsMayStandDeeperInTheRecord() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", """
                {"usage":{"latency_ms":12,"x":{"latency_ms":1}},"choices":[{"text":"A"},{"text":"B"}]}
                {"choices":[],"usage":{"other":1}}
                {"usage":5,"choices":[3,{"text":"D"}]}
                {"choices": [ {} , { "text" : "E" } ], "usage": { "latency_ms" : 13 } }
                """);
        assertThat(Samples.rows(file, "usage.latency_ms", "/choices/1/text", "/usage/latency_ms"))
                .containsExactly("1: 12, B, 12", "2: -, -, -", "3: -, D, -", "4: 13, E, 13");
    }

    @Test
    void aKeyWithThatVeryNameWinsOverAPath() throws IOException {
        Path file = Samples.write(
                folder, "a.jsonl", "{\"a.b\":1,\"a\":{\"b\":2}}\n{\"a\":{\"b\":2},\"a.b\":null}\n{\"a\":{\"b\":2}}\n");
        assertThat(Samples.rows(file, "a.b")).containsExactly("1: 1", "2: -", "3: 2");
        Path csv = Samples.write(folder, "a.csv", "a.b\n1\n");
        assertThat(Samples.rows(csv, "a.b")).containsExactly("2: 1");
    }

    @Test
    void aPointerMayNameKeysWithSlashesAndTildes() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"a/b\":{\"c~d\":{\"\":7}}}\n");
        assertThat(Samples.rows(file, "/a~1b/c~0d/")).containsExactly("1: 7");
    }

    @Test
    void aColumnMayBeDeclaredTwice() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"a\":1,\"b\":{\"c\":2}}\n");
        assertThat(Samples.rows(file, "a", "b.c", "a", "b.c")).containsExactly("1: 1, 2, 1, 2");
    }

    @Test
    void anObjectAndAKeyInsideItMayBothBeDeclared() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"b\":{\"c\":2}}\n{\"b\":3}\n");
        SampleScan<List<String>> scan = READER.withMaxBadLines(1).fold(file, Samples.columns("b.c", "b"), new Rows(2));
        assertThat(scan.firstBad())
                .map(BadLine::toString)
                .containsExactly(file + ":1:6: found an object, expected a text in \"b\"");
        assertThat(scan.value()).containsExactly("2: -, 3");
    }

    @Test
    void keysInAnyOrderAndSpellingAreFound() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append(
                    i % 2 == 0
                            ? "{\"k" + i + "\":0,\"a\":1,\"b\":2}\n"
                            : "{\"b\":2 ,\"\\u0061\":1,\"k" + i + "\":0}\n");
        }
        Path file = Samples.write(folder, "a.jsonl", lines.toString());
        assertThat(Samples.rows(file, "a", "b")).hasSize(3000).allMatch(row -> row.endsWith(": 1, 2"));
    }

    @Test
    void aKeyThatIsNamedTwiceIsRefusedHoweverItIsSpelled() throws IOException {
        Path file = Samples.write(
                folder,
                "a.jsonl",
                "{\"a\":1,\"b\":2}\n{\"a\":1,\"b\":2,\"\\u0061\":3}\n{\"x\":1,\"x\":1}\n{\"n\":{\"m\":1,\"m\":2}}\n{\"a\":1,\"b\":2}\n");
        SampleScan<List<String>> scan = READER.withMaxBadLines(3).fold(file, Samples.columns("a", "n.m"), new Rows(2));
        assertThat(scan.firstBad())
                .map(BadLine::toString)
                .containsExactly(
                        file + ":2:14: found the key \"a\" a second time, expected each key once",
                        file + ":3:8: found the key \"x\" a second time, expected each key once",
                        file + ":4:13: found the key \"m\" a second time, expected each key once");
        assertThat(scan.value()).containsExactly("1: 1, -", "5: 1, -");
    }

    @Test
    void aColumnThatOccursNowhereIsNamedWithTheNearestThatDoes() throws IOException {
        Path json = Samples.write(folder, "a.jsonl", "{\"id\":1,\"label\":\"A\"}\n{\"output\":\"x\"}\n");
        assertThatThrownBy(() -> Samples.rows(json, "lable"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(json
                        + ": found no column \"lable\", expected one of: id, label, output; did you mean \"label\"?");
        Path csv = Samples.write(folder, "a.csv", "id,Label\n1,A\n");
        assertThatThrownBy(() -> Samples.rows(csv, "label"))
                .hasMessage(csv + ": found no column \"label\", expected one of: Label, id; did you mean \"Label\"?");
        assertThatThrownBy(() -> Samples.rows(csv, "cluster"))
                .hasMessage(csv + ": found no column \"cluster\", expected one of: Label, id");
    }

    @Test
    void aMisspeltColumnIsNamedEvenWhereEachRecordIsBadForTheLackOfIt() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"id\":1,\"label\":\"A\"}\n");
        assertThatThrownBy(() -> READER.fold(file, Samples.columns("lable"), Samples.each(s -> s.text(0))))
                .hasMessageEndingWith("did you mean \"label\"?");
    }

    @Test
    void anOptionalColumnMayOccurNowhere() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"id\":1}\n");
        List<Column> columns = List.of(Column.required("id"), Column.optional("cluster"));
        assertThat(READER.fold(file, columns, new Rows(2)).value()).containsExactly("1: 1, -");
        Path csv = Samples.write(folder, "a.csv", "id\n1\n");
        assertThat(READER.fold(csv, columns, new Rows(2)).value()).containsExactly("2: 1, -");
    }

    @Test
    void linesInFrontMayBeSkippedAndTheFirstOneRead() throws IOException {
        String scores = "{\"schema_version\":1,\"columns\":[\"id\"]}\r\n{\"id\":1}\n{\"id\":2}\n";
        Path plain = Samples.write(folder, "scores.jsonl", "\ufeff" + scores);
        Path packed = Files.write(folder.resolve("scores.jsonl.gz"), Samples.gzip(scores));
        for (Path file : List.of(plain, packed)) {
            assertThat(READER.firstLine(file)).isEqualTo("{\"schema_version\":1,\"columns\":[\"id\"]}");
            SampleScan<List<String>> scan =
                    READER.withSkippedLines(1).withChunkBytes(5).fold(file, Samples.columns("id"), new Rows(1));
            assertThat(scan.value()).containsExactly("2: 1", "3: 2");
        }
        assertThatThrownBy(() -> READER.withSkippedLines(4).fold(plain, Samples.columns("id"), new Rows(1)))
                .hasMessage(plain + ":4: found the end of the file, expected 4 lines in front of the samples");
    }

    @Test
    void badLinesFailTheRunUnlessSoManyAreAllowed() throws IOException {
        Path file =
                Samples.write(folder, "a.jsonl", "{\"id\":1}\n{\"id\":NaN}\n{\"id\":2}\nx\n{\"id\":\"\u00fc\", 3}\n");
        assertThatThrownBy(() -> Samples.rows(file, "id"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(file + ":2:7: found 'NaN', expected a JSON value;"
                        + " mend it, or allow bad lines with --max-bad-lines N")
                .satisfies(e -> assertThat(
                                ((EvalkitException) e).location().orElseThrow().line())
                        .isEqualTo(2));
        assertThatThrownBy(() -> READER.withMaxBadLines(2).fold(file, Samples.columns("id"), new Rows(1)))
                .hasMessage(file + ":2:7: more than the 2 bad lines that --max-bad-lines allows,"
                        + " of which this is the first: found 'NaN', expected a JSON value");

        SampleScan<List<String>> scan = READER.withMaxBadLines(3).fold(file, Samples.columns("id"), new Rows(1));

        assertThat(scan.samples()).isEqualTo(2);
        assertThat(scan.badLines()).isEqualTo(3);
        assertThat(scan.firstBad())
                .map(BadLine::toString)
                .containsExactly(
                        file + ":2:7: found 'NaN', expected a JSON value",
                        file + ":4:1: found 'x', expected an object",
                        file + ":5:12: found '3', expected a key in quotes");
    }

    @Test
    void ofManyBadLinesTheFirstTenAreKept() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{}\n" + "x\n".repeat(1000));
        SampleScan<List<String>> scan =
                READER.withThreads(3).withChunkBytes(64).withMaxBadLines(1000).fold(file, List.of(), new Rows(0));
        assertThat(scan.badLines()).isEqualTo(1000);
        assertThat(scan.firstBad())
                .extracting(bad -> bad.location().line())
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void aFoldMayRefuseARecord() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"ms\":5}\n{\"ms\":-3}\n{\"x\":0,\"ms\":7}\n");
        SampleScan<List<Double>> scan = READER.withMaxBadLines(2)
                .fold(file, Samples.columns("ms"), Samples.each(sample -> {
                    double ms = sample.number(0);
                    if (ms < 0) {
                        throw new BadSampleException(0, sample.text(0), "a latency of 0 or more");
                    }
                    if (ms > 6) {
                        throw new BadSampleException("a slow answer", "a fast one");
                    }
                    return ms;
                }));
        assertThat(scan.value()).containsExactly(5.0);
        assertThat(scan.firstBad())
                .map(BadLine::toString)
                .containsExactly(
                        file + ":2:7: found -3, expected a latency of 0 or more",
                        file + ":3:1: found a slow answer, expected a fast one");
    }

    @Test
    void whatAFoldThrowsPassesThroughAndTheFirstInTheFileWins() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"id\":1}\n".repeat(2000));
        for (int threads : new int[] {1, 2, 8}) {
            assertThatThrownBy(() -> READER.withThreads(threads)
                            .withChunkBytes(100)
                            .fold(file, Samples.columns("id"), Samples.each(sample -> {
                                if (sample.line() >= 700) {
                                    throw new IllegalStateException("line " + sample.line());
                                }
                                return 0;
                            })))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("line 700");
        }
    }

    @Test
    void theFirstOfSeveralKindsOfFailureWinsOnAnyNumberOfThreads() throws IOException {
        Path file = Samples.write(folder, "a.jsonl", "{\"id\":1}\n".repeat(300) + "x\n" + "{\"id\":2}\n".repeat(3000));
        for (int threads : new int[] {1, 2, 8}) {
            assertThatThrownBy(() -> READER.withThreads(threads)
                            .withChunkBytes(100)
                            .fold(file, Samples.columns("id"), Samples.each(sample -> {
                                if (sample.number(0) == 2) {
                                    throw new IllegalStateException("later");
                                }
                                return 0;
                            })))
                    .hasMessageStartingWith(file + ":301:1: found 'x', expected an object");
        }
    }

    @Test
    void depthIsLimitedForDeclaredAndUndeclaredValues() throws IOException {
        Path file = Samples.write(
                folder,
                "a.jsonl",
                "{\"a\":[[1]]}\n{\"a\":[[[1]]]}\n{\"b\":{\"b\":{\"c\":1}}}\n{\"b\":{\"b\":{\"c\":{}}}}\n{\"u\":[[[[1]]]]}\n");
        SampleScan<List<Boolean>> scan = READER.withLimits(new SampleLimits(100, 3))
                .withMaxBadLines(3)
                .fold(file, Samples.columns("a", "b.b.c"), Samples.each(sample -> sample.isMissing(1)));
        assertThat(scan.value()).containsExactly(true, false);
        assertThat(scan.firstBad())
                .map(BadLine::toString)
                .containsExactly(
                        file + ":2:8: found more than 3 nested arrays and objects, expected fewer",
                        file + ":4:16: found more than 3 nested arrays and objects, expected fewer",
                        file + ":5:8: found more than 3 nested arrays and objects, expected fewer");
    }

    @Test
    void aCutArrayIsRefusedWhateverIsAllowed() throws IOException {
        for (String cut : List.of("[", "[{\"a\":1}", "[{\"a\":1},\n", "[{\"a\":1},{\"a\":")) {
            Path file = Samples.write(folder, "cut.json", cut);
            assertThatThrownBy(() -> READER.withMaxBadLines(99).fold(file, Samples.columns("a"), new Rows(1)))
                    .as(cut)
                    .hasMessageMatching(
                            "\\Q" + file + "\\E:[12]: found the end of the file inside its array, expected '\\]';"
                                    + " it was cut, or is still being written");
        }
    }

    @Test
    void anArrayWithMoreBehindItOrACommaTooManyIsRefusedWhateverIsAllowed() throws IOException {
        Path more = Samples.write(folder, "more.json", "[{\"a\":1}]\n[{\"a\":1}]");
        assertThatThrownBy(() -> READER.withMaxBadLines(99).fold(more, Samples.columns("a"), new Rows(1)))
                .hasMessage(more + ":2: found more behind the array, expected the end of the file");
        Path comma = Samples.write(folder, "comma.json", "[{\"a\":1},\n ]");
        assertThatThrownBy(() -> READER.withMaxBadLines(99).fold(comma, Samples.columns("a"), new Rows(1)))
                .hasMessage(comma + ":2:2: found ']', expected a value behind the comma");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> READER.withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be 1 or more: 0");
        assertThatThrownBy(() -> READER.withMaxBadLines(-1)).hasMessage("maxBadLines must be 0 or more: -1");
        assertThatThrownBy(() -> READER.withSkippedLines(-1)).hasMessage("skippedLines must be 0 or more: -1");
        assertThatThrownBy(() -> new SampleLimits(0, 1)).hasMessage("recordBytes must be in [1, 536870912]: 0");
        assertThatThrownBy(() -> new SampleLimits(1, 1001)).hasMessage("depth must be in [1, 1000]: 1001");
    }
}
