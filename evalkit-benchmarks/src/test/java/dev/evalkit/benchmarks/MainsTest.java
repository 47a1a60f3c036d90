package dev.evalkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs still do their work, on a little of it. */
class MainsTest {
    @TempDir
    private Path folder;

    @Test
    void embeddingProgramTellsCountsF1AndLatency() throws IOException {
        assertThat(output(ClassifyMain::run, samples().toString(), "200").lines())
                .contains("0 0 1", "0 1 1", "1 1 1", "accuracy 0.6666666666666666", "p99 7.5")
                .anySatisfy(line -> assertThat(line).startsWith("macro_f1 0.6666"));
    }

    @Test
    void evaluationTellsF1AndLatencyWhateverIsKept() throws IOException {
        Path file = samples();
        String output = output(EvaluateMain::run, file.toString(), "numbers", "200");
        assertThat(output.lines()).anySatisfy(line -> assertThat(line).startsWith("primary 0.6666"));
        assertThat(output.lines()).anySatisfy(line -> assertThat(line).startsWith("p50 6.0 "));
        assertThat(output(EvaluateMain::run, file.toString(), "scores", "200")).isEqualTo(output);
    }

    @Test
    void duckDbIsAskedForWhereItIsNotThere() {
        assertThatThrownBy(() -> output(DuckMain::run, "samples.jsonl"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageEndingWith("put org.duckdb:duckdb_jdbc from Maven Central on the class path");
    }

    @Test
    void diffIsJudged() throws IOException {
        Path previous = result("previous.json", 0.5, 0.7);
        Path current = result("current.json", 0.5, 0.6);
        assertThat(output(DiffMain::run, previous.toString(), current.toString())
                        .lines())
                .containsExactly("2 rows, failed");
    }

    @Test
    void aRunBecomesAPage() throws IOException {
        Path runs = folder.resolve("reports");
        Path previous = Files.createDirectories(runs.resolve("m1_s_20261101T120000Z"));
        Path current = Files.createDirectories(runs.resolve("m2_s_20261102T120000Z"));
        Files.copy(result("previous.json", 0.5, 0.7), previous.resolve("current.json"));
        Files.copy(result("current.json", 0.5, 0.6), current.resolve("current.json"));
        Path page = folder.resolve("page.html");

        assertThat(output(ReportMain::run, folder.toString(), previous.toString(), current.toString(), page.toString()))
                .startsWith("2 rows, ");
        assertThat(page).content().contains("<title>FAIL · m1 → m2 · s</title>");
    }

    @Test
    void aFolderIsScannedByRules() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.txt"), "x key=abc\nkey=12 key=de");
        Path rules = Files.writeString(folder.resolve("rules.toml"), "[[rules]]\nid = 'k'\nregex = 'key=[a-z]+'\n");
        assertThat(output(ScanMain::run, tree.toString(), rules.toString())).startsWith("2 findings in 1 files, ");
    }

    @Test
    void battlesBecomeRatings() throws IOException {
        Path file = Files.writeString(
                folder.resolve("battles.csv"),
                "model_a,model_b,winner\nx,y,model_a\nx,y,model_a\nx,y,tie\ny,x,model_a\nx,y,nobody\n");
        // Two and a half wins of four: log10(2.5/1.5) · 400 points between the two.
        assertThat(output(RateMain::run, file.toString(), "0").lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).startsWith("x 1044.3697"))
                .anySatisfy(line -> assertThat(line).startsWith("y 955.6302"));
    }

    @Test
    void aRepositoryIsValidatedAndReadWithoutThat() throws IOException {
        Path indicators = Files.createDirectory(folder.resolve("indicators"));
        Files.writeString(indicators.resolve("a.json"), "{\"id\": \"a\", \"depends_on\": [\"b\"]}");
        Files.writeString(indicators.resolve("c.json"), "{\"unit\": 3}");
        assertThat(output(ValidateMain::run, folder.toString()).lines())
                .containsExactly("2 indicators, findings by rule: {EK-DOC-002=1, EK-REF-008=1}");
        assertThat(output(ParseMain::run, indicators.toString()).lines()).containsExactly("2 documents, 3 members");
    }

    @Test
    void samplesArePairedById() throws IOException {
        String file = samples().toString();
        assertThat(output(PairMain::run, file, file, folder.toString()).lines())
                .contains("all 3 scores are the same on both sides")
                .anySatisfy(line -> assertThat(line).startsWith("NO_WORSE "));
    }

    @Test
    void everyKernelDoesItsWork() throws IOException {
        ScanBenchmark scan = new ScanBenchmark();
        scan.write();
        assertThat(scan.jsonLines()).isPositive().isEqualTo(scan.commaSeparated());
        scan.remove();
        QuantileBenchmark quantiles = new QuantileBenchmark();
        assertThat(quantiles.four()).contains(quantiles.one());
        assertThat(new CountBootstrapBenchmark().macroF1().value()).isBetween(0.9, 1.0);
        PairedTestsBenchmark tests = new PairedTestsBenchmark();
        assertThat(tests.tango().high()).isLessThan(0.001);
        assertThat(tests.mcNemar().worse()).isBetween(0.0, 0.5);
        JsonBenchmark json = new JsonBenchmark();
        assertThat(json.items()).isEqualTo(json.document()).isEqualTo(10_000);
    }

    private Path samples() throws IOException {
        return Files.write(
                folder.resolve("samples.jsonl"),
                List.of(
                        "{\"id\":1,\"label\":\"A\",\"prediction\":\"A\",\"latency_ms\":5}",
                        "{\"id\":2,\"label\":\"A\",\"prediction\":\"B\",\"latency_ms\":7.5}",
                        "{\"id\":3,\"label\":\"B\",\"prediction\":\"B\",\"latency_ms\":6}"));
    }

    private Path result(String name, double first, double second) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "[{\"metric_id\":\"a\",\"value\":" + first
                        + ",\"ci\":null,\"samples_used\":null,\"meta\":{\"higher_is_better\":true}},"
                        + "{\"metric_id\":\"b\",\"value\":" + second
                        + ",\"ci\":null,\"samples_used\":null,\"meta\":{\"higher_is_better\":true}}]");
    }

    private static String output(BiConsumer<List<String>, PrintStream> program, String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        program.accept(List.of(args), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
