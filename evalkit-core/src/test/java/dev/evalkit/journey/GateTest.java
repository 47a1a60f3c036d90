package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.DesignCheck;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffSummary;
import dev.evalkit.report.DiffTable;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate of a repository says of runs over time. */
class GateTest {
    private static final RunKey KEY = new RunKey("m1", "trivia");

    private final Journey journey;
    private int minutes;

    GateTest(@TempDir Path folder) {
        journey = new Journey(folder)
                .model("m1")
                .file(
                        "scenarios/trivia.json",
                        "{\"id\": \"trivia\", \"priority_indicators\": [{\"indicator\": \"accuracy\", \"slices\": [\"topic\"]}]}")
                .file("indicators/accuracy.json", """
                        {"id": "accuracy", "name": "Accuracy", "definition": "Right answers.", "higher_is_better": true,
                         "run_script_ref": {"script": "builtin:accuracy", "args": ["--correct", "correct", "--slice", "topic", "--slice", "length"],
                                            "inputs": [{"path": "outputs/{model}.jsonl", "role": "output"}]},
                         "thresholds": {"absolute": 0.05}}
                        """);
    }

    /** A run of 400 answers of which the first are right. */
    private StoredRun run(int right) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"id\": \"q%03d\", \"topic\": \"%s\", \"length\": \"%s\", \"correct\": %s}%n",
                    i,
                    i % 2 == 0 ? "towns" : "rivers",
                    i % 3 == 0 ? "short" : "long",
                    i < right));
        }
        journey.file("outputs/m1.jsonl", lines.toString());
        return journey.evaluate("m1", "trivia", Journey.NOON.plusSeconds(60L * minutes++));
    }

    private void accept(StoredRun run) {
        journey.gate().accept(run, "for a test", Journey.at(Journey.NOON.plusSeconds(60L * minutes++)));
    }

    private Outcome judge(StoredRun run) {
        return journey.gate().judge(run, journey.store().baseline(KEY).orElseThrow());
    }

    private static Map<String, DiffRow> byItem(List<DiffRow> rows) {
        return rows.stream()
                .filter(row -> row.id().metricId().equals("accuracy"))
                .collect(Collectors.toMap(row -> row.id().slice().toString(), Function.identity()));
    }

    @Test
    void whatCreptSinceTheFirstAcceptedRunIsWarnedOf() {
        accept(run(380));
        accept(run(366));
        Outcome outcome = judge(run(355));

        DiffRow row = byItem(outcome.diff().gating()).get("{}");
        assertThat(row.verdict()).isNotEqualTo(Verdict.REGRESSED);
        assertThat(row.says(Reason.Code.SLOW_CREEP)).isTrue();
        assertThat(DiffTable.withDefaults().warnings(outcome))
                .contains(
                        "accuracy: slow creep: worse by 0.0625 than the first accepted run of 2026-11-23 (0.95), beyond the"
                                + " tolerated 0.05");
        assertThat(DiffTable.withDefaults().lines(outcome)).noneMatch(line -> line.contains("slow creep"));
    }

    @Test
    void againstTheFirstAcceptedRunItselfNothingCreeps() {
        accept(run(380));

        assertThat(DiffTable.withDefaults().warnings(judge(run(355)))).isEmpty();
    }

    @Test
    void samplesThatAreTooFewAreKnownBeforeThereIsASecondRun() {
        StoredRun run = run(380);

        assertThat(journey.gate().designs(run))
                .extracting(DesignCheck::text)
                .first()
                .asString()
                .startsWith(
                        "accuracy: 400 samples suffice to show four times of five that an unchanged model is not worse by 0.05");
        assertThat(journey.gate().withThreshold(0.01).designs(run)).hasSize(3);
    }

    @Test
    void aRunThatIsWorseHasAReasonNotToBeAccepted() {
        accept(run(380));
        StoredRun worse = run(300);

        assertThat(journey.gate()
                        .refusal(worse, journey.store().baseline(KEY).orElseThrow())
                        .orElseThrow())
                .startsWith(
                        "reports/m1_trivia_20261123T120200Z is worse than the baseline reports/m1_trivia_20261123T120000Z:"
                                + " accuracy (worse by 0.2 (95 %: ");
        assertThat(journey.gate()
                        .refusal(run(379), journey.store().baseline(KEY).orElseThrow()))
                .isEmpty();
    }

    @Test
    void slicesGateOnlyWhereTheScenarioListsThem() {
        accept(run(380));
        StoredRun worse = run(300);
        Map<String, DiffRow> rows = byItem(judge(worse).diff().rows());

        assertThat(rows.get("{topic=towns}").gating()).isTrue();
        assertThat(rows.get("{length=short}").gating()).isFalse();
        assertThat(byItem(journey.gate()
                        .withSlices(List.of("topic"))
                        .judge(worse, journey.store().baseline(KEY).orElseThrow())
                        .diff()
                        .rows()))
                .containsKeys("{topic=towns}", "{}")
                .doesNotContainKey("{length=short}");
    }

    @Test
    void slicesForDisplayAreShownOnRequestAndCountedOtherwise() {
        accept(run(380));
        Outcome outcome = judge(run(300));

        assertThat(DiffTable.withDefaults().lines(outcome))
                .noneMatch(line -> line.contains("length=short"))
                .contains("4 rows for display: 4 regressed");
        assertThat(DiffTable.withDefaults()
                        .withSlices(List.of("length", "colour"))
                        .lines(outcome))
                .contains(
                        "There are no slices by colour",
                        "Slices by length, colour, for display: they do not gate, and are not adjusted")
                .anyMatch(line -> line.startsWith("  accuracy · length=short "));
    }

    @Test
    void theSummaryNamesTheFirstSamplesThatChanged() {
        accept(run(380));

        assertThat(DiffSummary.of(judge(run(372)), null))
                .contains("## Samples that changed")
                .contains("| accuracy · topic=rivers |     4 | q373, q375, q377, q379 |      0 |");
    }
}
