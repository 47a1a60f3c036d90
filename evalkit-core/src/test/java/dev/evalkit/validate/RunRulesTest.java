package dev.evalkit.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's accepted run, a real one, with one thing made wrong at a time. */
class RunRulesTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "quickstart");
    private static final String RUN = "reports/ticket-router-1_support_20261123T181931Z";
    private static final String RUN_JSON = RUN + "/run.json";
    private static final String CURRENT = RUN + "/current.json";

    @TempDir
    Path root;

    @BeforeEach
    void copy() throws IOException {
        for (String folder : List.of("indicators", "models", "scenarios", "reports", "scripts")) {
            try (Stream<Path> files = Files.walk(EXAMPLE.resolve(folder))) {
                for (Path each : files.toList()) {
                    Path target = root.resolve(EXAMPLE.relativize(each).toString());
                    if (Files.isDirectory(each)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(each, target);
                    }
                }
            }
        }
    }

    @Test
    void findNothingInASoundRun() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void nameAModelThatIsNotThere() throws IOException {
        change(RUN_JSON, "\"model\": \"ticket-router-1\"", "\"model\": \"ticket-ruter-1\"");
        assertThat(findings())
                .containsExactly(
                        "ERROR " + RUN_JSON
                                + ":5:12: unknown model \"ticket-ruter-1\": did you mean ticket-router-1 or ticket-router-2? (at /model) [EK-REF-015]");
    }

    @Test
    void knowTheVariantsThatAModelLists() throws IOException {
        change(RUN_JSON, "\"model\": \"ticket-router-1\"", "\"model\": \"router-small\"");
        Files.writeString(root.resolve("models/family.json"), "{\"variants\": [{\"name\": \"router-small\"}]}");
        assertThat(findings()).isEmpty();
    }

    @Test
    void nameAScenarioThatIsNotThere() throws IOException {
        change(RUN_JSON, "\"scenario\": \"support\"", "\"scenario\": \"suport\"");
        assertThat(findings())
                .containsExactly("ERROR " + RUN_JSON
                        + ":6:15: unknown scenario \"suport\": did you mean support? (at /scenario) [EK-REF-016]");
    }

    @Test
    void nameAnIndicatorThatIsNotThere() throws IOException {
        change(RUN_JSON, "\"id\": \"rude_replies\"", "\"id\": \"rude_reply\"");
        assertThat(findings())
                .containsExactly(
                        "ERROR " + RUN_JSON
                                + ":26:13: unknown indicator \"rude_reply\": did you mean rude_replies? (at /indicators/1/id) [EK-REF-017]");
    }

    @Test
    void findNumbersThatWereEdited() throws IOException {
        change(CURRENT, "\"value\": 0.7370326759950135", "\"value\": 0.7470326759950135");
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("ERROR " + RUN_JSON + ":47:19: current.json is not what this run recorded: its SHA-256 is ")
                .endsWith(
                        ", expected the one that stands here; restore the file, or make the run again (at /items_sha256) [EK-REF-020]");
    }

    @Test
    void findScoresThatAreGone() throws IOException {
        Files.delete(root.resolve(RUN + "/scores/latency_p99.jsonl.gz"));
        assertThat(findings())
                .singleElement()
                .asString()
                .contains(
                        ": the scores of this item are not there: \"scores/latency_p99.jsonl.gz\" does not exist in the run's folder (at /")
                .endsWith("/meta/scores_ref) [EK-REF-019]");
    }

    @Test
    void findScoresThatAreOthers() throws IOException {
        Files.copy(
                root.resolve(RUN + "/scores/rude_replies.jsonl.gz"),
                root.resolve(RUN + "/scores/latency_p99.jsonl.gz"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(findings())
                .singleElement()
                .asString()
                .contains(": the scores \"scores/latency_p99.jsonl.gz\" are not those of this item: their SHA-256 is ")
                .endsWith("/meta/scores_ref) [EK-REF-019]");
    }

    @Test
    void neverReadScoresOutsideTheRun() throws IOException {
        change(CURRENT, "\"path\": \"scores/accuracy_f1.jsonl.gz\"", "\"path\": \"../../models/m.jsonl.gz\"");
        assertThat(findings())
                .anyMatch(finding -> finding.contains(
                        "the scores of this item are not there: \"../../models/m.jsonl.gz\" leaves the repository"));
    }

    @Test
    void findMoreSamplesThanScores() throws IOException {
        String text = Files.readString(root.resolve(CURRENT));
        Files.writeString(root.resolve(CURRENT), text.replaceFirst("\"samples_used\": 480", "\"samples_used\": 481"));
        assertThat(findings())
                .contains(
                        "ERROR " + CURRENT
                                + ":6:21: found 481 samples, but \"scores/accuracy_f1.jsonl.gz\" has 480 rows (at /0/samples_used) [EK-VAL-005]");
    }

    @Test
    void findAHeaderOfScoresThatIsNone() throws IOException {
        Path scores = root.resolve(RUN + "/scores/extra.jsonl.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(scores))) {
            out.write("{\"schema_version\": 1}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(findings())
                .contains("ERROR " + RUN
                        + "/scores/extra.jsonl.gz:1:1: \"statistic\" is missing from the document [EK-DOC-002]");
    }

    @Test
    void findSidesOfADiffThatAreGoneOrOthers() throws IOException {
        Files.writeString(root.resolve(RUN + "/diff.json"), """
                {"schema_version": 1, "policy": "balanced", "outcome": "pass", "counts": {}, "rows": [],
                 "prev": {"path": "reports/gone/baseline.json", "sha256": null, "run": "gone"},
                 "curr": {"path": "%s", "sha256": "%s", "run": "other"}}
                """.formatted(CURRENT, "0".repeat(64)));
        assertThat(findings())
                .hasSize(3)
                .satisfies(
                        found -> assertThat(found.get(0))
                                .isEqualTo(
                                        "WARNING " + RUN
                                                + "/diff.json:2:19: what was compared is not there: \"reports/gone/baseline.json\" does not exist in the repository (at /prev/path) [EK-REF-021]"))
                .satisfies(found -> assertThat(found.get(1))
                        .startsWith("ERROR " + RUN + "/diff.json:3:")
                        .contains(" is not what was compared: its SHA-256 is ")
                        .endsWith("make the diff again (at /curr/sha256) [EK-REF-022]"))
                .satisfies(found -> assertThat(found.get(2))
                        .contains("there is no run \"other\" in reports/ (at /curr/run) [EK-REF-021]"));
    }

    @Test
    void tellOfABaselineThatIsOlderThanWanted() {
        Clock clock = Clock.fixed(Instant.parse("2027-03-01T00:00:00Z"), ZoneOffset.UTC);
        Validator validator = Validator.of(Evaluators.load()).withBaselineAge(Duration.ofDays(90), clock);
        assertThat(validator.validate(EvaluationRepository.open(root)))
                .extracting(Finding::toString)
                .containsExactly(
                        RUN_JSON
                                + ":49:11: the baseline of ticket-router-1 in support was accepted 97 days ago, more than the 90 days that are configured; evaluate it anew and accept that (at /accepted/at) [EK-VAL-006]");
        assertThat(Validator.of(Evaluators.load())
                        .withBaselineAge(Duration.ofDays(98), clock)
                        .validate(EvaluationRepository.open(root)))
                .isEmpty();
    }

    private void change(String file, String before, String after) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(root.resolve(file), text.replace(before, after));
    }

    private List<String> findings() {
        return Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root)).stream()
                .map(finding -> finding.severity() + " " + finding)
                .toList();
    }
}
