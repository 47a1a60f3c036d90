package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.ConfusionMatrix.Cell;
import dev.evalkit.stats.CountMetric.Accuracy;
import dev.evalkit.stats.CountMetric.Averaged;
import dev.evalkit.stats.CountMetric.OfClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountInfluenceTest {
    private static final long[][] COUNTS = {{40, 3, 0, 1}, {5, 22, 4, 0}, {0, 6, 12, 2}, {2, 0, 1, 9}};
    private static final ConfusionMatrix MATRIX = ConfusionMatrix.of(COUNTS);

    static Stream<CountMetric> metrics() {
        List<CountMetric> metrics = new ArrayList<>(List.of(new Accuracy()));
        for (ClassScore score : ClassScore.values()) {
            for (Averaging averaging : Averaging.values()) {
                metrics.add(new Averaged(score, averaging));
            }
            metrics.add(new OfClass(score, 0));
            metrics.add(new OfClass(score, 2));
        }
        return metrics.stream();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void averageZero(CountMetric metric) {
        CountInfluence influence = metric.influence(MATRIX);
        assertThat(influence.value()).isEqualTo(metric.value(MATRIX));
        Moments pseudoValues = influence.pseudoValues(MATRIX);
        assertThat(pseudoValues.n()).isEqualTo(MATRIX.samples());
        assertThat(pseudoValues.mean()).isCloseTo(metric.value(MATRIX), within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void areTheDerivativeByTheWeightOfASample(CountMetric metric) {
        // The infinitesimal jackknife: with every count a million times as large, one sample more has a weight of 1/(n
        // + 1).
        long scale = 1_000_000;
        CountInfluence influence = metric.influence(MATRIX);
        double before = metric.value(scaled(scale, -1, -1));
        for (int label = 0; label < 4; label++) {
            for (int prediction = 0; prediction < 4; prediction++) {
                double after = metric.value(scaled(scale, label, prediction));
                double derivative = (after - before) * (scale * MATRIX.samples() + 1.0);
                assertThat(influence.of(label, prediction)).isCloseTo(derivative, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void pseudoValuesAreThoseOfTheJackknifeButForTermsInOneOverN(CountMetric metric) {
        // n · T − (n − 1) · T without the sample (Quenouille 1956), n = 10,700.
        ConfusionMatrix large = scaled(100, -1, -1);
        long n = large.samples();
        CountInfluence influence = metric.influence(large);
        double squares = 0;
        for (Cell cell : large.cells()) {
            ClassTallies without = large.tallies();
            without.add(cell.label(), cell.prediction(), -1);
            double jackknife = n * influence.value() - (n - 1) * metric.value(without);
            assertThat(influence.pseudoValue(cell.label(), cell.prediction())).isCloseTo(jackknife, within(0.01));
            squares += cell.count() * Math.pow(jackknife - influence.value(), 2);
        }
        double jackknifeError = Math.sqrt(squares / (n - 1) / n);
        assertThat(influence.pseudoValues(large).standardError())
                .isCloseTo(jackknifeError, within(1e-3 * jackknifeError));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void standardErrorIsThatOfTheBootstrap(CountMetric metric) {
        ConfusionMatrix large = scaled(50, -1, -1);
        double bootstrap = Bootstrap.withDefaults()
                .ofCounts(large, metric, RandomStream.of(3, "influence", metric.toString()))
                .standardError();
        double standardError = metric.influence(large).pseudoValues(large).standardError();
        // 10,000 resamples: the Monte-Carlo error of a standard error is 0.7 %; four of them.
        assertThat(standardError).isCloseTo(bootstrap, within(0.028 * bootstrap));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void clustersOfCellsGiveTheClusteredErrorOfRows(CountMetric metric) {
        List<ConfusionMatrix> clusters = List.of(
                ConfusionMatrix.of(new long[][] {{30, 3, 0, 1}, {0, 2, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 2}}),
                ConfusionMatrix.of(new long[][] {{10, 0, 0, 0}, {5, 10, 4, 0}, {0, 6, 10, 0}, {2, 0, 0, 0}}),
                ConfusionMatrix.of(new long[][] {{0, 0, 0, 0}, {0, 10, 0, 0}, {0, 0, 2, 2}, {0, 0, 1, 7}}));
        CountInfluence influence = metric.influence(MATRIX);
        List<Moments> rows =
                clusters.stream().map(cluster -> rows(influence, cluster)).toList();
        ClusteredMean expected = ClusteredMean.of(rows);
        ClusteredMean actual = influence.clustered(clusters);
        assertThat(actual.n()).isEqualTo(MATRIX.samples());
        assertThat(actual.mean()).isCloseTo(influence.value(), within(1e-13));
        assertThat(actual.cr1()).isCloseTo(expected.cr1(), within(1e-12));
        assertThat(actual.plain()).isCloseTo(expected.plain(), within(1e-12));
    }

    @Test
    void ofF1IsTheFormulaAsPublished() {
        // IF = (2TP_i − F(2TP_i + FP_i + FN_i)) / mean(2TP + FP + FN), for class 1 of the matrix: 22 hits, 31 labels,
        // 31 predictions.
        CountInfluence influence = new OfClass(ClassScore.F1, 1).influence(MATRIX);
        double f = 44.0 / 62;
        double mean = 62.0 / MATRIX.samples();
        assertThat(influence.of(1, 1)).isCloseTo((2 - 2 * f) / mean, within(1e-12));
        assertThat(influence.of(1, 2)).isCloseTo(-f / mean, within(1e-12));
        assertThat(influence.of(0, 1)).isCloseTo(-f / mean, within(1e-12));
        assertThat(influence.of(0, 2)).isZero();
    }

    @Test
    void weightedRecallIsAccuracyInInfluenceToo() {
        CountInfluence recall = new Averaged(ClassScore.RECALL, Averaging.WEIGHTED).influence(MATRIX);
        CountInfluence accuracy = new Accuracy().influence(MATRIX);
        for (Cell cell : MATRIX.cells()) {
            assertThat(recall.of(cell.label(), cell.prediction()))
                    .isCloseTo(accuracy.of(cell.label(), cell.prediction()), within(1e-14));
        }
    }

    @Test
    void aScoreThatIsZeroOverZeroHasNoInfluence() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{4, 0}, {2, 0}});
        CountInfluence influence = new OfClass(ClassScore.PRECISION, 1).influence(matrix);
        assertThat(influence.pseudoValues(matrix)).isEqualTo(new Moments(6, 0, 0));
    }

    private static Moments rows(CountInfluence influence, ConfusionMatrix cluster) {
        MomentsAccumulator moments = new MomentsAccumulator();
        for (Cell cell : cluster.cells()) {
            for (int i = 0; i < cell.count(); i++) {
                moments.add(influence.pseudoValue(cell.label(), cell.prediction()));
            }
        }
        return moments.toMoments();
    }

    /** The counts times a factor, with one sample more in one cell if it is none of (−1, −1). */
    private static ConfusionMatrix scaled(long scale, int label, int prediction) {
        long[][] counts = new long[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                counts[i][j] = scale * COUNTS[i][j] + (i == label && j == prediction ? 1 : 0);
            }
        }
        return ConfusionMatrix.of(counts);
    }
}
