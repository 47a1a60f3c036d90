package dev.evalkit.diff;

import static dev.evalkit.diff.Items.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.stats.McNemar;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.Tango;
import dev.evalkit.stats.TangoExact;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which interval and which test belong to which kind of statistic, all the way from samples. */
class MethodsTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.05);

    @TempDir
    Path folder;

    private DiffRow compare(Diff diff, String evaluator, String arguments, List<String> before, List<String> after) {
        Side previous = ScoredRun.ofLines(folder.resolve("a"), "it", evaluator, arguments, before);
        Side current = ScoredRun.ofLines(folder.resolve("b"), "it", evaluator, arguments, after);
        return diff.compare(primary(previous), primary(current)).rows().get(0);
    }

    /** The primary item alone. */
    private static Side primary(Side side) {
        List<ResultItem> items = side.results().items().subList(0, 1);
        return Side.of(ResultSet.of(items)).withScores(Objects.requireNonNull(side.folder()));
    }

    private static TestResult test(DiffRow row) {
        return Objects.requireNonNull(row.test());
    }

    private static void assertMethods(DiffRow row, String test, String interval) {
        assertThat(test(row)).extracting(TestResult::name, TestResult::interval).containsExactly(test, interval);
    }

    @Test
    void pairedAnswersAreJudgedByTangoAndMcNemar() {
        DiffRow row = compare(
                DIFF, "accuracy", "--correct correct", Lines.answers(400, 300, 0, 0), Lines.answers(400, 300, 45, 10));

        assertMethods(row, "mcnemar_exact", "tango");
        PairedCounts counts = new PairedCounts(45, 10, 400);
        assertThat(test(row).pZero()).isEqualTo(McNemar.exact(45, 10).doubledWorse());
        assertThat(test(row).ci().low()).isEqualTo(Tango.interval(counts, 0.95).low());
        assertThat(test(row).ci().high()).isEqualTo(Tango.interval(counts, 0.95).high());
        assertThat(test(row).pMargin())
                .isEqualTo(TangoExact.tails(counts, -0.05).doubledWorse())
                .isGreaterThan(Tango.tails(counts, -0.05).doubledWorse());
        assertThat(test(row).paired()).isEqualTo(400);
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void lowerIsBetterTurnsTheTestAndNotTheDelta() {
        List<String> before = Lines.of(200, i -> "{\"id\": \"" + i + "\", \"flag\": " + (i < 10) + "}");
        List<String> after = Lines.of(200, i -> "{\"id\": \"" + i + "\", \"flag\": " + (i < 40) + "}");
        DiffRow row = compare(DIFF, "rate", "", before, after);

        assertMethods(row, "mcnemar_exact", "tango");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(Objects.requireNonNull(row.change()).delta()).isEqualTo(0.15, within(1e-12));
        assertThat(test(row).ci().low()).isGreaterThan(0.05);
        assertThat(row.reasons().get(0).text()).startsWith("worse by 0.15 (95 %: 0.1");
        assertThat(row.flips()).extracting("better", "worse").containsExactly(0L, 30L);
    }

    @Test
    void gradedScoresAreJudgedByTAndSignFlipsUpToAThousandPairs() {
        List<String> few = Lines.of(300, i -> Lines.score(i, Lines.noise(i)));
        List<String> fewLater = Lines.of(300, i -> Lines.score(i, 0.9 * Lines.noise(i)));
        assertMethods(compare(DIFF, "accuracy", "--score score", few, fewLater), "sign_flips", "paired_t");

        List<String> many = Lines.of(1001, i -> Lines.score(i, Lines.noise(i)));
        List<String> manyLater = Lines.of(1001, i -> Lines.score(i, 0.9 * Lines.noise(i)));
        assertMethods(compare(DIFF, "accuracy", "--score score", many, manyLater), "paired_t", "paired_t");
        assertMethods(
                compare(DIFF.withTest(TestChoice.PERMUTATION), "accuracy", "--score score", many, manyLater),
                "sign_flips",
                "paired_t");
    }

    @Test
    void f1IsJudgedByInfluenceScoresAndSwappedPredictions() {
        List<String> before = Lines.of(
                300, i -> Lines.labelled(i, i % 3 == 0 ? "a" : "b", i % 7 == 0 ? "b" : i % 3 == 0 ? "a" : "b"));
        List<String> after = Lines.of(
                300, i -> Lines.labelled(i, i % 3 == 0 ? "a" : "b", i % 2 == 0 ? "b" : i % 3 == 0 ? "a" : "b"));
        DiffRow row = compare(DIFF, "classification", "--positive a", before, after);

        assertMethods(row, "prediction_swaps", "paired_t");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(test(row).ci().contains(Objects.requireNonNull(row.change()).delta()))
                .isTrue();
        assertMethods(
                compare(DIFF.withTest(TestChoice.T), "classification", "--positive a", before, after),
                "paired_t",
                "paired_t");
    }

    @Test
    void microF1IsAccuracyAndJudgedAsSuch() {
        List<String> before = Lines.of(90, i -> Lines.labelled(i, "c" + i % 3, "c" + i % 3));
        List<String> after = Lines.of(90, i -> Lines.labelled(i, "c" + i % 3, i < 20 ? "none" : "c" + i % 3));

        assertMethods(
                compare(DIFF, "classification", "--average micro --classes-from labels", before, after),
                "mcnemar_exact",
                "tango");
    }

    @Test
    void clusteredAnswersAreJudgedByTangoOnFewerSamplesAndFlipsOfWholeClusters() {
        DiffRow row = compare(
                DIFF,
                "accuracy",
                "--correct correct --cluster subject",
                Lines.answers(400, 300, 0, 0),
                Lines.answers(400, 300, 60, 10));

        assertMethods(row, "cluster_sign_flips", "tango_deff");
        assertThat(test(row).clusters()).isEqualTo(8);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .contains("30 clusters or more are wanted for a clustered interval to keep its level; there are 8");
    }

    @Test
    void clusteredScoresAreJudgedByCr1AndFlipsOfWholeClusters() {
        DiffRow row = compare(
                DIFF,
                "accuracy",
                "--score score --cluster subject",
                Lines.of(160, i -> Lines.score(i, Lines.noise(i))),
                Lines.of(160, i -> Lines.score(i, 0.8 * Lines.noise(i))));

        assertMethods(row, "cluster_sign_flips", "cr1_t");
        assertThat(test(row).pZero()).isEqualTo(2.0 / 256);
        assertThat(Objects.requireNonNull(test(row).errors()).cr1())
                .isEqualTo(Objects.requireNonNull(test(row).errors()).cr0() * Math.sqrt(8 / 7.0), within(1e-15));
    }

    @Test
    void fewerThanSixClustersDoNotAllowAVerdict() {
        List<String> before = Lines.of(100, i -> "{\"id\": " + i + ", \"c\": \"" + i % 5 + "\", \"correct\": true}");
        List<String> after = Lines.of(100, i -> "{\"id\": " + i + ", \"c\": \"" + i % 5 + "\", \"correct\": false}");
        DiffRow row = compare(DIFF, "accuracy", "--correct correct --cluster c", before, after);

        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly("6 clusters or more are needed for a verdict; there are 5");
    }

    @Test
    void oneSampleDoesNotAllowAVerdict() {
        DiffRow row =
                compare(DIFF, "accuracy", "--correct correct", Lines.answers(1, 1, 0, 0), Lines.answers(1, 0, 0, 0));

        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly("2 shared samples or more are needed; there is 1");
    }

    @Test
    void fewDifferencesThatAreAllEqualDoNotAllowAVerdict() {
        // 0.3 − 0.1 and 0.4 − 0.2 are equal on paper only.
        DiffRow row = compare(DIFF, "accuracy", "--score score", graded(0.3, 0.4), graded(0.1, 0.2));

        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "all 2 differences are equal, which does not tell how much they vary; 6 pairs or more are needed then");
        assertThat(compare(DIFF, "accuracy", "--score score", graded(0.3, 0.4), graded(0.5, 0.6))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(compare(DIFF, "accuracy", "--score score", graded(0.3, 0.4), graded(0.3, 0.4))
                        .verdict())
                .isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void sixDifferencesThatAreAllEqualDo() {
        double[] before = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
        double[] after = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};

        DiffRow row = compare(DIFF, "accuracy", "--score score", graded(before), graded(after));
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(test(row).pZero()).isEqualTo(2.0 / 64, within(1e-12));
    }

    @Test
    void fewUnpairedScoresThatDoNotVaryDoNotAllowAVerdict() {
        DiffRow row = compare(
                DIFF.withTest(TestChoice.UNPAIRED), "accuracy", "--score score", graded(0.5, 0.5), graded(0.4, 0.4));

        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.reasons().get(0).text())
                .isEqualTo(
                        "the 2 and 2 scores of the two sides do not vary, which does not tell how much they would; 6 or more are"
                                + " needed on a side then");
    }

    private static List<String> graded(double... scores) {
        return Lines.of(scores.length, i -> Lines.score(i, scores[i]));
    }

    @Test
    void attemptsOfTasksAreOneScoreATask() {
        List<String> before = Lines.of(
                120,
                i -> "{\"task_id\": \"t" + i / 4 + "\", \"trial\": " + i % 4 + ", \"passed\": " + (i % 4 < 3) + "}");
        List<String> after = Lines.of(
                120,
                i -> "{\"task_id\": \"t" + i / 4 + "\", \"trial\": " + i % 4 + ", \"passed\": "
                        + (i % 4 < (i < 60 ? 3 : 2)) + "}");
        DiffRow row = compare(DIFF, "task_completion", "", before, after);

        assertMethods(row, "sign_flips", "paired_t");
        assertThat(test(row).paired()).isEqualTo(30);
    }

    @Test
    void unpairedRatesAreJudgedByNewcombeAndFisher() {
        List<String> before = Lines.of(300, i -> "{\"id\": " + i + ", \"flag\": " + (i < 3) + "}");
        List<String> after = Lines.of(280, i -> "{\"id\": " + (i + 1000) + ", \"flag\": " + (i < 60) + "}");
        Diff allowing = DIFF.allowing(List.of("dataset_sha256"));
        DiffRow row = compare(allowing, "rate", "--pairing unpaired", before, after);

        assertMethods(row, "fisher_exact", "newcombe");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(test(row).paired()).isNull();
        assertThat(row.flips()).isNull();
    }

    @Test
    void samplesThatPairCanBeTakenAsIfTheyDidNot() {
        List<String> before = Lines.answers(300, 250, 0, 0);
        List<String> after = Lines.answers(300, 250, 60, 0);

        assertMethods(
                compare(DIFF.withTest(TestChoice.UNPAIRED), "accuracy", "--correct correct", before, after),
                "fisher_exact",
                "newcombe");
        assertMethods(
                compare(DIFF.withTest(TestChoice.INTERVALS), "accuracy", "--correct correct", before, after),
                "mover",
                "mover");
        assertMethods(
                compare(DIFF.withTest(TestChoice.MID_P), "accuracy", "--correct correct", before, after),
                "mcnemar_mid_p",
                "tango");
    }

    @Test
    void latenciesAreJudgedAsRatiosByOrderStatisticsAndPermutedLabels() {
        List<String> before = Lines.of(400, i -> "{\"latency_ms\": " + (100 + 50 * Lines.noise(i)) + "}");
        List<String> after = Lines.of(420, i -> "{\"latency_ms\": " + (200 + 50 * Lines.noise(i + 7)) + "}");
        DiffRow row = compare(Diff.withDefaults(), "latency", "--quantile 0.95", before, after);

        assertMethods(row, "label_permutation", "mover_order_statistics");
        assertThat(test(row).scale()).isEqualTo("log_ratio");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(test(row).ci().contains(Objects.requireNonNull(row.change()).delta()))
                .isTrue();
        assertThat(test(row).ci().low()).isGreaterThan(90);
    }

    @Test
    void aP99OfTooFewLatenciesIsInconclusiveAndSaysHowManyAreNeeded() {
        List<String> before = Lines.of(100, i -> "{\"latency_ms\": " + (100 + 50 * Lines.noise(i)) + "}");
        List<String> after = Lines.of(100, i -> "{\"latency_ms\": " + (200 + 50 * Lines.noise(i + 7)) + "}");
        DiffRow row = compare(Diff.withDefaults(), "latency", "", before, after);

        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.reasons().get(0).text())
                .isEqualTo(
                        "368 values or more are needed on either side for both ends of the interval of the 0.99 quantile;"
                                + " there are 100 and 100");
    }

    @Test
    void valuesWithIntervalsAreJudgedByThese() {
        DiffRow row = only(DIFF.compare(
                Items.set(Items.withInterval("x", 0.9, 0.89, 0.91)),
                Items.set(Items.withInterval("x", 0.8, 0.78, 0.82))));

        assertMethods(row, "mover", "mover");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        double half = Math.hypot(0.02, 0.01);
        assertThat(test(row).ci().low()).isEqualTo(-0.1 - half, within(1e-12));
        assertThat(test(row).ci().high()).isEqualTo(-0.1 + half, within(1e-12));
    }
}
