package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.ConfusionMatrix.Cell;
import dev.evalkit.stats.CountMetric.Accuracy;
import dev.evalkit.stats.CountMetric.Averaged;
import dev.evalkit.stats.CountMetric.OfClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults();
    private static final CountMetric MACRO_F1 = new Averaged(ClassScore.F1, Averaging.MACRO);

    @Test
    void cellsAgreeWithRows() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{90, 7, 3}, {12, 41, 2}, {1, 9, 20}});
        int n = (int) matrix.samples();
        List<Cell> rows = new ArrayList<>();
        matrix.cells().forEach(cell -> {
            for (int i = 0; i < cell.count(); i++) {
                rows.add(cell);
            }
        });
        ClassTallies tallies = new ClassTallies(3);
        for (CountMetric metric : List.of(MACRO_F1, new OfClass(ClassScore.PRECISION, 2), new Accuracy())) {
            Bootstrap bootstrap = BOOTSTRAP.withResamples(40_000);
            BootstrapEstimate byCells = bootstrap.ofCounts(matrix, metric, rng("cells"));
            BootstrapEstimate byRows = bootstrap.ofRows(
                    n,
                    (indices, length) -> {
                        tallies.clear();
                        for (int i = 0; i < length; i++) {
                            tallies.add(
                                    rows.get(indices[i]).label(),
                                    rows.get(indices[i]).prediction(),
                                    1);
                        }
                        return metric.value(tallies);
                    },
                    rng("rows"));
            double se = byRows.standardError();
            assertThat(byCells.value()).isEqualTo(byRows.value());
            assertThat(byCells.standardError()).isCloseTo(se, within(0.02 * se));
            assertThat(byCells.interval().low()).isCloseTo(byRows.interval().low(), within(0.1 * se));
            assertThat(byCells.interval().high()).isCloseTo(byRows.interval().high(), within(0.1 * se));
        }
    }

    @Test
    void metricsShareTheirResamplesAndDoNotDependOnEachOther() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{50, 7}, {12, 41}});
        List<BootstrapEstimate> together = BOOTSTRAP.ofCounts(matrix, List.of(new Accuracy(), MACRO_F1), rng("a"));
        assertThat(together)
                .containsExactly(
                        BOOTSTRAP.ofCounts(matrix, new Accuracy(), rng("a")),
                        BOOTSTRAP.ofCounts(matrix, MACRO_F1, rng("a")));
        assertThat(together.get(0).interval().method()).isEqualTo("multinomial_bootstrap_percentile");
        assertThat(together.get(0).resamples()).isEqualTo(10_000);
    }

    @Test
    void sameStreamGivesTheSameEstimateAndAnotherSeedAnother() {
        double[] values = RandomStream.of(1, "values", "test").doubles(50).toArray();
        BootstrapEstimate first = BOOTSTRAP.ofMean(values, RandomStream.of(1, "x", "bootstrap"));
        assertThat(BOOTSTRAP.ofMean(values, RandomStream.of(1, "x", "bootstrap")))
                .isEqualTo(first);
        assertThat(BOOTSTRAP.ofMean(values, RandomStream.of(2, "x", "bootstrap")))
                .isNotEqualTo(first);
    }

    @Test
    void accuracyOfManyCellsIsBinomial() {
        // 60 classes of 20 or fewer each go through single draws and binomials alike; the total is what is checked.
        long[][] counts = new long[60][60];
        for (int k = 0; k < 60; k++) {
            counts[k][k] = 10L + k % 11;
            counts[k][(k + 1) % 60] = 1L + k % 5;
        }
        ConfusionMatrix matrix = ConfusionMatrix.of(counts);
        BootstrapEstimate accuracy = BOOTSTRAP.withResamples(20_000).ofCounts(matrix, new Accuracy(), rng("many"));
        double n = (double) matrix.samples();
        double expected = ProportionInterval.standardError(accuracy.value() * n, n);
        assertThat(accuracy.standardError()).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void meanOfRowsHasThePlainErrorAndOfClustersTheClusteredOne() {
        double[] values =
                RandomStream.of(4, "values", "test").doubles(400, 0, 2).toArray();
        BootstrapEstimate rows = BOOTSTRAP.ofMean(values, rng("rows"));
        double plain = Moments.of(values).standardError();
        assertThat(rows.standardError()).isCloseTo(plain, within(0.03 * plain));
        ConfidenceInterval student = MeanInterval.withDefaults().of(Moments.of(values));
        assertThat(rows.interval().low()).isCloseTo(student.low(), within(0.15 * plain));
        assertThat(rows.interval().high()).isCloseTo(student.high(), within(0.15 * plain));

        List<Moments> clusters = IntStream.range(0, 100)
                .mapToObj(g -> Moments.of(values[4 * g], values[4 * g] + 0.1, values[4 * g] - 0.2))
                .toList();
        BootstrapEstimate clustered = BOOTSTRAP.ofClusteredMean(clusters, rng("clusters"));
        double cr0 = ClusteredMean.of(clusters).cr0();
        assertThat(clustered.standardError()).isCloseTo(cr0, within(0.03 * cr0));
        assertThat(clustered.interval().warnings()).isEmpty();
    }

    @Test
    void anyStatisticOfClustersDrawsThemWhole() {
        List<int[]> clusters = List.of(new int[] {0, 1, 2}, new int[] {3}, new int[] {4, 5});
        double[] values = {1, 2, 3, 10, 4, 6};
        List<Moments> moments = List.of(Moments.of(1, 2, 3), Moments.of(10), Moments.of(4, 6));
        BootstrapEstimate general = BOOTSTRAP.ofClusters(
                clusters,
                (indices, length) -> IntStream.range(0, length)
                                .mapToDouble(i -> values[indices[i]])
                                .sum()
                        / length,
                rng("clusters"));
        BootstrapEstimate mean = BOOTSTRAP.ofClusteredMean(moments, rng("clusters"));
        assertThat(general.value()).isCloseTo(mean.value(), within(1e-14));
        assertThat(general.standardError()).isCloseTo(mean.standardError(), within(1e-12));
        assertThat(general.interval().low()).isCloseTo(mean.interval().low(), within(1e-12));
        assertThat(general.interval().method()).isEqualTo("cluster_bootstrap_percentile");
        assertThat(general.interval().warnings())
                .contains("30 clusters or more are wanted for a clustered interval to keep its level; there are 3");
    }

    @Test
    void widerLevelsGiveWiderIntervals() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{50, 7}, {12, 41}});
        ConfidenceInterval narrow =
                BOOTSTRAP.withLevel(0.5).ofCounts(matrix, MACRO_F1, rng("a")).interval();
        ConfidenceInterval wide =
                BOOTSTRAP.withLevel(0.99).ofCounts(matrix, MACRO_F1, rng("a")).interval();
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
    }

    @Test
    void aPerfectScoreIsWarnedAbout() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{5, 0}, {0, 7}});
        BootstrapEstimate estimate = BOOTSTRAP.ofCounts(matrix, MACRO_F1, rng("a"));
        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.interval())
                .isEqualTo(new ConfidenceInterval(
                        1,
                        1,
                        0.95,
                        "multinomial_bootstrap_percentile",
                        List.of("Nearly all resamples gave the same value,"
                                + " so that the interval has no width and says too little")));
    }

    @Test
    void refusesWhatCannotBeResampled() {
        assertThatThrownBy(() -> BOOTSTRAP.withResamples(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bootstrap needs 2 resamples or more: 1");
        assertThatThrownBy(() -> BOOTSTRAP.ofMean(new double[0], rng("a")))
                .hasMessage("A bootstrap needs values; there are 0");
        assertThatThrownBy(() -> BOOTSTRAP.ofClusters(List.of(new int[0]), (indices, length) -> 0, rng("a")))
                .hasMessage("A bootstrap needs samples in each cluster; there are 0");
        assertThatThrownBy(() -> BOOTSTRAP.ofRows(3, (indices, length) -> Double.NaN, rng("a")))
                .hasMessage("The statistic of every resample must be finite; that of resample 0 is NaN");
    }

    private static UniformRandomProvider rng(String purpose) {
        return RandomStream.of(20260101, "bootstrap", purpose);
    }
}
