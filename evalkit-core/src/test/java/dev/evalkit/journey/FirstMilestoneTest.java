package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.report.DiffFiles;
import dev.evalkit.report.DiffTable;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ResultItem;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever keeps an evaluation repository was promised, point by point. */
class FirstMilestoneTest {
    private static final RunKey KEY = new RunKey("m1", "trivia");

    private final Journey journey;

    FirstMilestoneTest(@TempDir Path folder) {
        this.journey = new Journey(folder)
                .model("m1")
                .scenario("trivia", "accuracy", "latency_p50", "by_script")
                .file("indicators/accuracy.json", builtin("accuracy", true, "accuracy", "\"--slice\", \"topic\"", 0.05))
                .file(
                        "indicators/latency_p50.json",
                        builtin("latency_p50", false, "latency", "\"--value\", \"ms\", \"--quantile\", \"0.5\"", 50))
                .file(
                        "indicators/by_script.json",
                        "{\"id\": \"by_script\", \"name\": \"By script\", \"definition\": \"What a script prints.\", \"unit\": \"ratio\","
                                + " \"higher_is_better\": true, \"run_script_ref\": \"scripts/own.sh\"}")
                .file("scripts/own.sh", "echo '{\"metric_id\": \"by_script\", \"value\": 0.5}'\n");
        answers(90, 100);
    }

    private static String builtin(String id, boolean higher, String evaluator, String arguments, double threshold) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + id
                + "\", \"definition\": \"As named.\", \"higher_is_better\": " + higher
                + ", \"run_script_ref\": {\"script\": \"builtin:" + evaluator + "\", \"args\": [" + arguments
                + "], \"inputs\": [{\"path\": \"outputs/{model}.jsonl\", \"role\": \"output\"}]}, \"thresholds\": {\"absolute\": "
                + threshold + "}}";
    }

    private void answers(int right, int ms) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("{\"id\": \"q").append(i).append("\", \"topic\": \"t").append(i % 2);
            lines.append("\", \"label\": \"yes\", \"prediction\": \"").append(i < right ? "yes" : "no");
            lines.append("\", \"ms\": ").append(ms + i).append("}\n");
        }
        journey.file("outputs/m1.jsonl", lines.toString());
    }

    private Baseline accepted() {
        StoredRun run = journey.evaluate("m1", "trivia", Journey.NOON);
        journey.gate().accept(run, "first", Journey.at(Journey.NOON));
        return journey.store().baseline(KEY).orElseThrow();
    }

    /** A run in which accuracy fell by 0.2, twice for every topic, and latency rose within its threshold. */
    private StoredRun worse() {
        answers(70, 120);
        return journey.evaluate("m1", "trivia", Journey.NOON.plusSeconds(60));
    }

    @Test
    void theIndicatorTemplateHasARunScriptRef() {
        JsonObject template = JsonDocument.read(Path.of("../templates/indicator_template.json"))
                .object();
        assertThat(template.object("run_script_ref").string("script")).isEqualTo("builtin:classification");
    }

    @Test
    void aBaselineExistsForOneModelInOneScenarioWithIndicatorValues() {
        Baseline baseline = accepted();
        assertThat(baseline.run().folder()).isEqualTo(journey.root().resolve("reports/m1_trivia_20261123T120000Z"));
        assertThat(baseline.file())
                .hasFileName("baseline.json")
                .hasSameBinaryContentAs(baseline.run().current());
        assertThat(baseline.results().items().stream()
                        .filter(item -> item.meta().slice().isEmpty())
                        .filter(item ->
                                List.of("accuracy", "latency_p50", "by_script").contains(item.metricId())))
                .extracting(ResultItem::value)
                .containsExactly(0.9, 149.5, 0.5);
    }

    @Test
    void theDiffPrintsTheTopDeltasWithThresholdFlags() {
        Baseline baseline = accepted();
        Outcome outcome = journey.gate().judge(worse(), baseline);
        assertThat(DiffTable.withDefaults()
                        .withTop(1)
                        .withAcceptingCommand("mvn evalkit:baseline")
                        .lines(outcome))
                .containsExactly(
                        "m1 · trivia     baseline 20261123T120000Z → current 20261123T120100Z",
                        "indicator   baseline        current           delta                          threshold",
                        "REGRESSED",
                        "  accuracy     0.900 ±0.074 → 0.700 ±0.096   -0.200 worse (p=0.000314 n=100)     0.050 over  (1)",
                        "… and 2 more in diff.json",
                        "(1) worse by 0.2 (95 %: 0.133 to 0.289 worse), beyond the tolerated 0.05 (p=0.000314 among 2)",
                        "accuracy: 20 samples got worse (q70, q71, q72, q73, q74, …), 0 better",
                        "3 indicators: 1 regressed, 2 no worse",
                        "8 rows for display: 6 regressed, 2 inconclusive",
                        "Balanced fails at most 2.5 % of runs in which none of the 2 indicators that were tested is worse;"
                                + " it finds a true drop of exactly a margin at most about half the time",
                        "FAIL (balanced): accuracy regressed. If this is intended: mvn evalkit:baseline");
    }

    @Test
    void theSummaryStandsInTheRunsFolder() {
        Baseline baseline = accepted();
        StoredRun run = worse();
        DiffFiles.write(run.folder(), journey.gate().judge(run, baseline));
        assertThat(journey.root().resolve("reports/m1_trivia_20261123T120100Z/summary.md"))
                .content()
                .startsWith("# FAIL · m1 · trivia\n");
    }

    @Test
    void everyWrittenFileIsWhatItsSchemaDemands() throws IOException {
        Baseline baseline = accepted();
        StoredRun run = worse();
        DiffFiles.write(run.folder(), journey.gate().judge(run, baseline));
        conforms(baseline.run().folder(), Map.of("run.json", DocumentKind.RUN, "baseline.json", DocumentKind.RESULTS));
        conforms(
                run.folder(),
                Map.of(
                        "run.json",
                        DocumentKind.RUN,
                        "current.json",
                        DocumentKind.RESULTS,
                        DiffFile.NAME,
                        DocumentKind.DIFF));
        try (Stream<Path> scores = Files.list(run.scores())) {
            List<Path> files = scores.sorted().toList();
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("accuracy.jsonl.gz", "latency_p50.jsonl.gz");
            for (Path file : files) {
                JsonDocument header = JsonDocument.parse(file.toString(), firstLine(file));
                assertThat(Schemas.bundled().get(DocumentKind.SCORES_HEADER).validate(header))
                        .isEmpty();
            }
        }
    }

    private static void conforms(Path folder, Map<String, DocumentKind> files) {
        files.forEach((name, kind) -> assertThat(
                        Schemas.bundled().get(kind).validate(JsonDocument.read(folder.resolve(name))))
                .as(name)
                .isEmpty());
    }

    private static String firstLine(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.readLine();
        }
    }

    @Test
    void theMarginsAreFrozenWhenARunIsAccepted() {
        Baseline baseline = accepted();
        assertThat(baseline.run().acceptance().orElseThrow().margins())
                .containsEntry("accuracy model=m1 scenario=trivia", 0.05)
                .containsEntry("latency_p50 model=m1 scenario=trivia", 50.0);
        journey.file("indicators/accuracy.json", builtin("accuracy", true, "accuracy", "\"--slice\", \"topic\"", 0.5));
        Outcome outcome = journey.gate().judge(worse(), baseline);
        assertThat(outcome.failing())
                .extracting(DiffRow::id)
                .extracting("metricId")
                .containsExactly("accuracy");
    }
}
