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

class ParallelArraysTest {
    @TempDir
    Path folder;

    @Test
    void elementsOfTheSameNumberMakeASample() throws IOException {
        Path gold = Samples.write(folder, "gold.json", "[\"A\", 1.0, true,\n null, \"E\"]");
        Path pred = Files.write(folder.resolve("preds.json.gz"), Samples.gzip("[\"A\",\"1\",false,\"D\",\"\\u0045\"]"));
        for (int bytes = 1; bytes < 40; bytes++) {
            assertThat(fold(SampleReader.withDefaults().withChunkBytes(bytes), gold, pred)
                            .value())
                    .containsExactly("1: A, A", "2: 1, 1", "3: true, false", "4: -, D", "5: E, E");
        }
    }

    @Test
    void arraysOfDifferentLengthsAreNamedWithTheirLengths() throws IOException {
        Path gold = Samples.write(folder, "gold.json", "[1,2,3,4]");
        Path pred = Samples.write(folder, "preds.json", "[1,2]");
        assertThatThrownBy(() -> fold(SampleReader.withDefaults(), gold, pred))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("found arrays of different lengths (" + gold + " has 4, " + pred
                        + " has 2 elements), expected one element for each sample in each of them");
    }

    @Test
    void aBadElementMakesItsSampleBadAndNamesItsFile() throws IOException {
        Path gold = Samples.write(folder, "gold.json", "[1, 2, [3], 4]");
        Path pred = Samples.write(folder, "preds.json", "[1, tru, 3, 4]");
        SampleScan<List<String>> scan = fold(SampleReader.withDefaults().withMaxBadLines(2), gold, pred);
        assertThat(scan.value()).containsExactly("1: 1, 1", "4: 4, 4");
        assertThat(scan.firstBad())
                .map(BadLine::toString)
                .containsExactly(
                        pred + ":1:5: found 'tru', expected a JSON value",
                        gold + ":1:8: found an array, expected a text in \"label\"");
        assertThatThrownBy(() -> fold(SampleReader.withDefaults(), gold, pred))
                .hasMessageStartingWith(pred + ":1:5: found 'tru', expected a JSON value;");
    }

    @Test
    void whatIsNoArrayIsRefused() throws IOException {
        Path gold = Samples.write(folder, "gold.json", "[1]");
        Path pred = Samples.write(folder, "preds.json", "{\"a\":1}");
        assertThatThrownBy(() -> fold(SampleReader.withDefaults(), gold, pred))
                .hasMessage(pred + ":1: found no JSON array, expected one with an element for each sample");
    }

    private static SampleScan<List<String>> fold(SampleReader reader, Path gold, Path pred) {
        return reader.foldParallelArrays(
                List.of(new ColumnFile("label", gold), new ColumnFile("prediction", pred)), new Rows(2));
    }
}
