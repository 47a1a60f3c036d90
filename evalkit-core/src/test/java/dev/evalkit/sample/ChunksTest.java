package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file is cut changes nothing: chunks of 1, 2, 3, … bytes put a border at every offset of a small file. */
class ChunksTest {
    private static final String JSON_LINES = "{\"id\": 1, \"label\": \"A\"}\n\n  \n{\"id\":2,\"label\":\"B\\\"\"}\r\n"
            + "{\"label\":\"\u6f22\u5b57\",\"other\":[1,{\"id\":9}],\"id\":3}\n{\"id\":4}\n{\"id\":5,\"label\":null}";
    private static final List<String> JSON_LINES_ROWS =
            List.of("1: 1, A", "4: 2, B\"", "5: 3, \u6f22\u5b57", "6: 4, -", "7: 5, -");

    private static final String JSON_ARRAY =
            "\n [ {\"id\": 1, \"label\": \"A\"},\n{\"id\":2,\"label\":\"],\\\"\\\\\"}\n,"
                    + "{\"label\":\"\u6f22\u5b57\",\"other\":[1,{\"id\":9}],\"id\":3} , {\"id\":4},\n\n{\"id\":\n5}\n]\n\n";
    private static final List<String> JSON_ARRAY_ROWS =
            List.of("1: 1, A", "2: 2, ],\"\\", "3: 3, \u6f22\u5b57", "4: 4, -", "5: 5, -");

    private static final String CSV =
            "id,x,label\r\n1,,A\r\n2,\"a, \"\"b\"\"\r\nc\",\"B\"\"\"\n\n3,\"\",\u6f22\u5b57\n\"4\",\"\n\n\",\n5,\"\"\"\",\"-\"";
    private static final List<String> CSV_ROWS =
            List.of("2: 1, A", "3: 2, B\"", "6: 3, \u6f22\u5b57", "7: 4, -", "10: 5, -");

    @TempDir
    Path folder;

    @Test
    void linesAreTheSameWhereverTheFileIsCut() throws IOException {
        sameWhereverCut(Files.writeString(folder.resolve("a.jsonl"), JSON_LINES), JSON_LINES.length(), JSON_LINES_ROWS);
        sameWhereverCut(
                Files.writeString(folder.resolve("b.jsonl"), "\ufeff" + JSON_LINES + "\n"), 99, JSON_LINES_ROWS);
    }

    @Test
    void packedLinesAreTheSameWhereverTheFileIsCut() throws IOException {
        Path file = Files.write(folder.resolve("a.jsonl.gz"), Samples.gzip(JSON_LINES));
        sameWhereverCut(file, JSON_LINES.length(), JSON_LINES_ROWS);
    }

    @Test
    void elementsOfAnArrayAreTheSameWhereverTheFileIsCut() throws IOException {
        sameWhereverCut(Files.writeString(folder.resolve("a.json"), JSON_ARRAY), JSON_ARRAY.length(), JSON_ARRAY_ROWS);
        Path packed = Files.write(folder.resolve("a.json.gz"), Samples.gzip("\ufeff" + JSON_ARRAY));
        sameWhereverCut(packed, JSON_ARRAY.length(), JSON_ARRAY_ROWS);
    }

    @Test
    void csvRecordsAreTheSameWhereverTheFileIsCut() throws IOException {
        sameWhereverCut(Files.writeString(folder.resolve("a.csv"), CSV), CSV.length(), CSV_ROWS);
        Path packed = Files.write(folder.resolve("a.csv.gz"), Samples.gzip("\ufeff" + CSV));
        sameWhereverCut(packed, CSV.length(), CSV_ROWS);
        String tsv = CSV.replace(',', '\t');
        sameWhereverCut(Files.writeString(folder.resolve("a.tsv"), tsv), tsv.length(), CSV_ROWS);
    }

    private static void sameWhereverCut(Path file, int longest, List<String> rows) {
        for (int bytes = 1; bytes <= longest + 2; bytes++) {
            SampleReader reader =
                    SampleReader.withDefaults().withThreads(1 + bytes % 3).withChunkBytes(bytes);
            SampleScan<List<String>> scan = reader.fold(file, Samples.columns("id", "label"), new Rows(2));
            assertThat(scan.value()).as("%s in chunks of %d bytes", file, bytes).isEqualTo(rows);
            assertThat(scan.samples()).isEqualTo(rows.size());
        }
    }

    @Test
    void badLinesAreTheSameWhereverTheFileIsCut() throws IOException {
        String lines =
                "{\"id\":1}\n{\"id\":}\n{\"id\":2}\ntoo long too long too long too long too long\n{\"id\":3}\n{\"id\":4";
        assertBadWhereverCut(
                Files.writeString(folder.resolve("bad.jsonl"), lines),
                ":2:7: found '}', expected a JSON value",
                ":4:1: found a record of more than 30 bytes, expected a shorter one",
                ":6:8: found the end of the line, expected ',' or '}'");
        assertBadWhereverCut(
                Files.write(folder.resolve("bad.jsonl.gz"), Samples.gzip(lines)),
                ":2:7: found '}', expected a JSON value",
                ":4:1: found a record of more than 30 bytes, expected a shorter one",
                ":6:8: found the end of the line, expected ',' or '}'");
        assertBadWhereverCut(
                Files.writeString(
                        folder.resolve("bad.json"),
                        "[{\"id\":1},\n{\"id\":\n}, {\"id\":2}, [\"too long\", \"too long\", \"too long\"],\n {\"id\":3}, 4 ]"),
                ":3:1: found '}', expected a JSON value",
                ":3:14: found a record of more than 30 bytes, expected a shorter one",
                ":4:12: found '4', expected an object");
        assertBadWhereverCut(
                Files.writeString(
                        folder.resolve("bad.csv"),
                        "id,x\n1,2\n\"2\"2,\"\n\"\n2,\"\"\n\"too long\n too long\n too long too long\",3\n3,\n4,\"\n"),
                ":3:4: found '2', expected the separator or the end of the line",
                ":6:1: found a record of more than 30 bytes, expected a shorter one",
                ":10:3: found a quote that is never closed, expected a closing quote");
    }

    private static void assertBadWhereverCut(Path file, String... messages) {
        for (int bytes = 1; bytes < 150; bytes++) {
            SampleScan<List<String>> scan = SampleReader.withDefaults()
                    .withThreads(1 + bytes % 3)
                    .withMaxBadLines(3)
                    .withLimits(new SampleLimits(30, 10))
                    .withChunkBytes(bytes)
                    .fold(file, Samples.columns("id"), Samples.each(sample -> sample.text(0)));
            assertThat(scan.firstBad())
                    .as("%s in chunks of %d bytes", file, bytes)
                    .map(BadLine::toString)
                    .containsExactly(List.of(messages).stream()
                            .map(message -> file + message)
                            .toArray(String[]::new));
            assertThat(scan.value()).containsExactly("1", "2", "3");
            assertThat(scan.badLines()).isEqualTo(3);
        }
    }

    @Test
    void resultsAreTheSameOnAnyNumberOfThreads() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"id\":").append(i).append(",\"x\":").append(i * 0.1).append("}\n");
        }
        Path file = Files.writeString(folder.resolve("many.jsonl"), lines);

        // Floating-point sums depend on the order of adding, and so would show any other order or other chunks.
        List<Double> sums = sums(file, 1);
        assertThat(sums).hasSize(lines.length() / 10_000 + 1);
        assertThat(sums(file, 2)).isEqualTo(sums);
        assertThat(sums(file, 8)).isEqualTo(sums);
    }

    private static List<Double> sums(Path file, int threads) {
        return SampleReader.withDefaults()
                .withThreads(threads)
                .withChunkBytes(10_000)
                .fold(file, Samples.columns("x"), new Sums())
                .value();
    }

    /** A sum for each chunk, in the order of the file. */
    private record Sums() implements SampleFold<List<Double>> {
        @Override
        public List<Double> create() {
            return new ArrayList<>(List.of(0.0));
        }

        @Override
        public void add(List<Double> sums, Sample sample) {
            sums.set(0, sums.get(0) + sample.number(0));
        }

        @Override
        public List<Double> merge(List<Double> earlier, List<Double> later) {
            earlier.addAll(later);
            return earlier;
        }
    }
}
