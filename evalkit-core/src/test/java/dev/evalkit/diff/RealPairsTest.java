package dev.evalkit.diff;

import static dev.evalkit.diff.Items.only;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.diff.inference.Design.StandardErrors;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's models, compared the whole way: samples, evaluator, score files, diff, gate. */
class RealPairsTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path MMMU_PRO = DATA.resolve("multimodal_understanding_score/mmmu_pro_gpt4o");
    private static final Path MMMU = DATA.resolve("multimodal_understanding_score/mmmu_val");

    @TempDir
    Path folder;

    @BeforeEach
    void needsTheSamples() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "skipped: no reference data at " + DATA);
    }

    private Side run(String name, String arguments, Path samples) {
        return ScoredRun.of(
                folder.resolve(name), "answers", "accuracy", ("--correct correct " + arguments).strip(), samples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | ''                  | worse by 0.0763 (95 %: 0.0528 to 0.0999 worse), beyond the tolerated 0 (p<0.0001)",
                "0.02 | ''                  | worse by 0.0763 (95 %: 0.0528 to 0.0999 worse), beyond the tolerated 0.02 (p<0.0001)",
                "0.05 | ''                  | worse by 0.0763 (95 %: 0.0528 to 0.0999 worse), beyond the tolerated 0.05 (p=0.0281)",
                "0    | --cluster subject | worse by 0.0763 (95 %: 0.0455 to 0.107 worse), beyond the tolerated 0 (p<0.0001)",
                "0.02 | --cluster subject | worse by 0.0763 (95 %: 0.0455 to 0.107 worse), beyond the tolerated 0.02 (p=0.000369)",
            })
    void withoutItsChainOfThoughtTheModelRegresses(double margin, String clustered, String reason) {
        Outcome outcome = Policy.BALANCED.judge(chainOfThoughtAndWithout(margin, clustered));

        assertThat(outcome.passed()).isFalse();
        assertThat(only(outcome.diff()).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(only(outcome.diff()).reasons().get(0).text()).isEqualTo(reason);
    }

    @Test
    void byClustersADropOfMoreThanFivePointsIsOpenButThatItIsADropIsProven() {
        DiffResult diff = chainOfThoughtAndWithout(0.05, "--cluster subject");

        assertThat(Policy.BALANCED.judge(diff).passed()).isFalse();
        assertThat(Policy.LENIENT.judge(diff).passed()).isTrue();
        assertThat(only(diff).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(only(diff).reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "worse by 0.0763 (95 %: 0.0455 to 0.107 worse); these 1730 would tell an unchanged model four times of five,"
                                + " but this change is close to the margin",
                        "it did get worse (p<0.0001); whether by more than the tolerated 0.05 is open");
    }

    private DiffResult chainOfThoughtAndWithout(double margin, String clustered) {
        Side cot = run("a", clustered, MMMU_PRO.resolve("samples_gpt-4o_vision_cot.jsonl"));
        Side direct = run("b", clustered, MMMU_PRO.resolve("samples_gpt-4o_vision_direct.jsonl"));
        return Diff.withDefaults().withThreshold(margin).compare(cot, direct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--cluster subject"})
    void twoModelsThatAreAboutEquallyGoodNeverFail(String clustered) {
        Side qwen = run("a", clustered, MMMU.resolve("samples_qwen_vl.jsonl"));
        Side llava = run("b", clustered, MMMU.resolve("samples_llava1.5_13b.jsonl"));

        for (double margin : new double[] {0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05}) {
            Diff diff = Diff.withDefaults().withThreshold(margin);
            assertThat(Policy.BALANCED.judge(diff.compare(qwen, llava)).passed())
                    .isTrue();
            assertThat(Policy.BALANCED.judge(diff.compare(llava, qwen)).passed())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmmu_qwen_vs_llava", "mmmupro_gpt4o_direct_vs_cot"})
    void storedPairsAreReproducedTheWholeWay(String name) {
        JsonObject reference = JsonDocument.read(DATA.resolve("pairs/" + name + "/reference.json"))
                .object();
        Path a = DATA.resolve(reference.object("a").string("file"));
        Path b = DATA.resolve(reference.object("b").string("file"));
        DiffRow row =
                only(Diff.withDefaults().compare(run("a", "--cluster subject", a), run("b", "--cluster subject", b)));

        JsonObject table = reference.object("table");
        assertThat(requireNonNull(row.flips()).worse()).isEqualTo(table.integer("a_only"));
        assertThat(row.flips().better()).isEqualTo(table.integer("b_only"));
        assertThat(requireNonNull(row.change()).delta()).isEqualTo(reference.number("difference"), within(1e-12));
        JsonObject clustered = reference.object("clustered").object("difference");
        TestResult test = requireNonNull(row.test());
        StandardErrors errors = requireNonNull(test.errors());
        assertThat(test.clusters()).isEqualTo((int) clustered.integer("clusters"));
        assertThat(errors.cr0()).isEqualTo(clustered.number("se_clustered"), within(1e-9));
        assertThat(errors.cr1()).isEqualTo(clustered.number("se_clustered_CR1"), within(1e-9));
        assertThat(errors.plain()).isEqualTo(clustered.number("se_iid"), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmmu_qwen_vs_llava", "mmmupro_gpt4o_direct_vs_cot"})
    void everySubjectHasItsStoredTwoSidedPValue(String name) {
        JsonObject reference = JsonDocument.read(DATA.resolve("pairs/" + name + "/reference.json"))
                .object();
        Side a = run("a", "--slice subject", DATA.resolve(reference.object("a").string("file")));
        Side b = run("b", "--slice subject", DATA.resolve(reference.object("b").string("file")));
        Map<String, DiffRow> forward = bySubject(Diff.withDefaults().compare(a, b));
        Map<String, DiffRow> backward = bySubject(Diff.withDefaults().compare(b, a));

        List<JsonObject> subjects = reference.object("family").objects("rows");
        assertThat(forward).hasSize(30).hasSameSizeAs(subjects);
        for (JsonObject subject : subjects) {
            DiffRow row = requireNonNull(forward.get(subject.string("group")));
            TestResult there = requireNonNull(row.test());
            TestResult back = requireNonNull(
                    requireNonNull(backward.get(subject.string("group"))).test());
            assertThat(row.gating()).isFalse();
            assertThat(there.pMarginAdjusted()).isNull();
            assertThat(requireNonNull(row.flips()).worse()).isEqualTo(subject.integer("a_only"));
            assertThat(row.flips().better()).isEqualTo(subject.integer("b_only"));
            // p-values here are of "worse"; two-sided is the smaller of both directions.
            assertThat(Math.min(there.pZero(), back.pZero())).isEqualTo(subject.number("p"), within(1e-9));
        }
    }

    private static Map<String, DiffRow> bySubject(DiffResult diff) {
        return diff.rows().stream()
                .filter(row -> row.id().metricId().equals("answers"))
                .filter(row -> row.id().slice().containsKey("subject"))
                .collect(Collectors.toMap(row -> requireNonNull(row.id().slice().get("subject")), Function.identity()));
    }

    @ParameterizedTest
    @CsvSource({
        "anyscale_70b, together_70b, INCONCLUSIVE, INCONCLUSIVE, 0.002265420790999479",
        "together_70b, anyscale_70b, INCONCLUSIVE, IMPROVED, 1"
    })
    void latenciesOfTwoProvidersAreComparedWithoutPairs(
            String before, String after, Verdict p99, Verdict mean, double p) {
        Side previous = latencies("a", before);
        Side current = latencies("b", after);
        DiffResult diff =
                Diff.withDefaults().allowing(List.of("dataset_sha256")).compare(previous, current);

        Map<String, DiffRow> rows =
                diff.rows().stream().collect(Collectors.toMap(row -> row.id().metricId(), Function.identity()));
        assertThat(requireNonNull(rows.get("latency")).verdict()).isEqualTo(p99);
        DiffRow means = requireNonNull(rows.get("latency.mean"));
        assertThat(means.verdict()).isEqualTo(mean);
        assertThat(requireNonNull(means.test()).name()).isEqualTo("welch");
        assertThat(means.test().pZero()).isEqualTo(p, within(1e-9));
        DiffRow medians = requireNonNull(rows.get("latency.p50"));
        assertThat(requireNonNull(medians.test()).name()).isEqualTo("label_permutation");
        // The stored bootstrap interval of the difference of medians, 63 to 280 either way round.
        assertThat(Math.abs(requireNonNull(medians.change()).delta())).isBetween(63.0, 281.0);
        assertThat(medians.test().ci().contains(0)).isFalse();
    }

    private Side latencies(String name, String provider) {
        Path samples = DATA.resolve("latency_p99/llmperf_leaderboard/samples_" + provider + ".jsonl");
        return ScoredRun.of(folder.resolve(name), "latency", "latency", "--success success --failures drop", samples);
    }
}
