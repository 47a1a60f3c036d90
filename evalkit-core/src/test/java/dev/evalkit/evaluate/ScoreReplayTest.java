package dev.evalkit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.evaluate.score.CiMethod;
import dev.evalkit.evaluate.score.Estimate;
import dev.evalkit.evaluate.score.EstimateSettings;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.evaluate.score.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A score file gives the numbers again: all of them, those of a part, and those that the raw samples of the part give. */
class ScoreReplayTest {
    private static final String INDICATOR = "quality";
    private static final EvaluationSettings SETTINGS = EvaluationSettings.withDefaults(INDICATOR);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyNumberComesBackFromTheScoreFile() {
        Path samples = MadeSamples.many(folder, 400);
        return EveryEvaluator.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> checkReplay(each, samples)));
    }

    private void checkReplay(EveryEvaluator each, Path samples) {
        Findings findings = each.evaluation().run(List.of(samples), SETTINGS);
        ScoreFile scores = written(each, findings);
        assertThat(scores.header().evaluator()).isEqualTo(each.name());
        int checked = 0;
        for (Measure measure : findings.measures()) {
            Statistic statistic = scores.header().statistics().get(measure.metricId(INDICATOR));
            if (statistic == null || measure.slice().containsKey("class")) {
                continue;
            }
            ScoreTable table = scores.table();
            Map.Entry<String, String> slice = measure.slice().isEmpty()
                    ? null
                    : measure.slice().entrySet().iterator().next();
            ScoreView rows = slice == null ? table.all() : table.rowsOf(slice.getKey(), slice.getValue());
            String identity = slice == null ? INDICATOR : INDICATOR + " " + slice.getKey() + "=" + slice.getValue();
            CiMethod method = each.arguments().contains("clopper") ? CiMethod.CLOPPER_PEARSON : CiMethod.AUTO;
            Estimate estimate = statistic
                    .estimate(
                            rows,
                            new EstimateSettings(0.95, method, EveryEvaluator.RESAMPLES, Long.MAX_VALUE, 0, identity))
                    .orElseThrow();
            assertThat(estimate.value())
                    .as(measure.metricId(INDICATOR) + measure.slice())
                    .isEqualTo(measure.value());
            assertThat(estimate.n()).isEqualTo(measure.samples());
            if (measure.ci() != null) {
                Double low = measure.ci().low();
                double clipped = Math.max(
                        estimate.ci().orElseThrow().low(),
                        measure.metricId(INDICATOR).contains("drop") ? -1 : 0);
                if (low != null && Double.isFinite(clipped)) {
                    assertThat(clipped).isEqualTo(low);
                }
            }
            checked++;
        }
        assertThat(checked).isPositive();
    }

    @Test
    void replayingSomeIdsIsEvaluatingTheirSamples() throws IOException {
        Path samples = MadeSamples.many(folder, 300);
        List<String> lines = Files.readAllLines(samples);
        Path part = folder.resolve("part.jsonl");
        Files.write(
                part,
                IntStream.range(0, 300)
                        .filter(i -> i % 3 == 1)
                        .mapToObj(lines::get)
                        .toList());
        for (EveryEvaluator each : EveryEvaluator.all()) {
            if (each.name().equals("task_completion")) {
                continue; // its rows are tasks, and a third of the attempts is another question
            }
            ScoreFile scores = written(each, each.evaluation().run(List.of(samples), SETTINGS));
            ScoreView rows = scores.table()
                    .rows(IntStream.range(0, 300).filter(i -> i % 3 == 1).toArray());
            Findings direct = each.evaluation().run(List.of(part), SETTINGS);
            for (Measure measure : direct.measures()) {
                Statistic statistic = scores.header().statistics().get(measure.metricId(INDICATOR));
                if (statistic != null && measure.slice().isEmpty()) {
                    assertThat(statistic.value(rows)).as(each + measure.name()).hasValue(measure.value());
                }
            }
        }
    }

    @Test
    void everyStatisticIsReadBackFromItsDescription() {
        Path samples = MadeSamples.many(folder, 60);
        List<String> kinds = new ArrayList<>();
        for (EveryEvaluator each : EveryEvaluator.all()) {
            ScoreFile scores = written(each, each.evaluation().run(List.of(samples), SETTINGS));
            scores.header().statistics().values().forEach(statistic -> {
                assertThat(Statistics.read(statistic.describe())).isEqualTo(statistic);
                kinds.add((String) statistic.describe().get("kind"));
            });
        }
        assertThat(kinds)
                .contains(
                        "mean",
                        "ratio",
                        "macro_mean",
                        "counts",
                        "difference",
                        "deviation",
                        "pass_k",
                        "quantile",
                        "throughput",
                        "total");
    }

    @Test
    void scoresOfSmoothStatisticsAverageToTheValue() {
        Path samples = MadeSamples.many(folder, 200);
        for (EveryEvaluator each : EveryEvaluator.all()) {
            ScoreFile scores = written(each, each.evaluation().run(List.of(samples), SETTINGS));
            ScoreView rows = scores.table().all();
            scores.header().statistics().values().forEach(statistic -> {
                if (statistic instanceof SmoothStatistic smooth) {
                    double mean = Arrays.stream(smooth.scores(rows)).average().orElseThrow();
                    Assertions.assertThat(mean)
                            .as(each + " " + statistic)
                            .isCloseTo(
                                    smooth.value(rows).orElseThrow(),
                                    Assertions.within(1e-12 * Math.max(1, Math.abs(mean))));
                }
            });
        }
    }

    /** The influence of a row is what leaving it out does, to first order: (n − 1) · (value − value without it). */
    @Test
    void scoresAreInfluencesToFirstOrder() {
        Path samples = MadeSamples.many(folder, 300);
        for (EveryEvaluator each : EveryEvaluator.all()) {
            ScoreFile scores = written(each, each.evaluation().run(List.of(samples), SETTINGS));
            ScoreTable table = scores.table();
            scores.header().statistics().values().forEach(statistic -> {
                if (statistic instanceof SmoothStatistic smooth) {
                    double value = smooth.value(table.all()).orElseThrow();
                    double[] pseudo = smooth.scores(table.all());
                    double spread = Arrays.stream(pseudo)
                            .map(s -> Math.abs(s - value))
                            .max()
                            .orElseThrow();
                    for (int left = 0; left < 20; left++) {
                        int without = left * 3;
                        int[] others = IntStream.range(0, table.size())
                                .filter(i -> i != without % table.size())
                                .toArray();
                        double jackknife = (table.size() - 1)
                                * (value - smooth.value(table.rows(others)).orElseThrow());
                        Assertions.assertThat(pseudo[without % table.size()] - value)
                                .as(each + " " + statistic + " " + without)
                                .isCloseTo(jackknife, Assertions.within(0.1 * spread + 1e-9));
                    }
                }
            });
        }
    }

    @Test
    void rowsKeepIdReferenceClusterAndSlices() {
        Path samples = MadeSamples.of(
                folder,
                "{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\", \"g\": \"x\", \"tags\": [\"t\", \"u\"]}",
                "{\"id\": \"zwei ☃\", \"label\": \"b\", \"prediction\": null, \"g\": true, \"tags\": null}",
                "{\"id\": 3.50, \"label\": \"a\", \"prediction\": \"b\", \"g\": \"x\", \"tags\": \"u\"}");
        EveryEvaluator each = new EveryEvaluator("classification", "--cluster g --slice tags");
        ScoreFile scores = written(each, each.evaluation().run(List.of(samples), SETTINGS));
        ScoreTable table = scores.table();
        assertThat(scores.header().pairing()).isEqualTo(Pairing.PAIRED);
        assertThat(IntStream.range(0, 3).mapToObj(table::id)).containsExactly("1", "zwei ☃", "3.5");
        assertThat(table.ref(0)).isPresent().isEqualTo(table.ref(2)).isNotEqualTo(table.ref(1));
        assertThat(table.clusters().orElseThrow().texts()).containsExactly("x", "true");
        assertThat(table.texts("prediction").get(1)).isEmpty();
        assertThat(table.slice("tags").texts()).containsExactly("t", "u");
        assertThat(table.rowsOf("tags", "u").size()).isEqualTo(2);
        assertThat(table.slice("tags").count(1)).isZero();
    }

    private ScoreFile written(EveryEvaluator each, Findings findings) {
        Path file = folder.resolve("scores.jsonl.gz");
        Objects.requireNonNull(findings.scores()).write(file, INDICATOR, each.name(), 1);
        return ScoreFile.read(file);
    }
}
