package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.CountMetric.Accuracy;
import dev.evalkit.stats.CountMetric.Averaged;
import dev.evalkit.stats.CountMetric.OfClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountMetricTest {
    /** y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1]: the example of scikit-learn's documentation of f1_score. */
    private static final ConfusionMatrix EXAMPLE = ConfusionMatrix.of(new long[][] {{2, 0, 0}, {1, 0, 1}, {0, 2, 0}});

    /** y_true = [0, 1, 2, 2, 2], y_pred = [0, 0, 2, 2, 1]: the example of its documentation of classification_report. */
    private static final ConfusionMatrix REPORT = ConfusionMatrix.of(new long[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 2}});

    /** The values printed in scikit-learn's documentation of f1_score, precision_score and recall_score. */
    @ParameterizedTest
    @CsvSource({
        "F1, MACRO, 0.267", "F1, MICRO, 0.333", "F1, WEIGHTED, 0.267",
        "PRECISION, MACRO, 0.222", "PRECISION, MICRO, 0.333", "PRECISION, WEIGHTED, 0.222",
        "RECALL, MACRO, 0.333", "RECALL, MICRO, 0.333", "RECALL, WEIGHTED, 0.333"
    })
    void averagesAsScikitLearnDoes(ClassScore score, Averaging averaging, double expected) {
        assertThat(new Averaged(score, averaging).value(EXAMPLE)).isCloseTo(expected, within(5.1e-4));
    }

    /** The printed classification_report: precision, recall and F1 of each class, two digits. */
    @ParameterizedTest
    @CsvSource({"0, 0.50, 1.00, 0.67", "1, 0.00, 0.00, 0.00", "2, 1.00, 0.67, 0.80"})
    void scoresClassesAsScikitLearnDoes(int index, double precision, double recall, double f1) {
        assertThat(new OfClass(ClassScore.PRECISION, index).value(REPORT)).isCloseTo(precision, within(0.0051));
        assertThat(new OfClass(ClassScore.RECALL, index).value(REPORT)).isCloseTo(recall, within(0.0051));
        assertThat(new OfClass(ClassScore.F1, index).value(REPORT)).isCloseTo(f1, within(0.0051));
    }

    @Test
    void reportHasTheAveragesOfScikitLearn() {
        assertThat(new Accuracy().value(REPORT)).isEqualTo(0.6);
        assertThat(new Averaged(ClassScore.F1, Averaging.MACRO).value(REPORT)).isCloseTo(22.0 / 45, within(1e-15));
        assertThat(new Averaged(ClassScore.F1, Averaging.WEIGHTED).value(REPORT))
                .isCloseTo(46.0 / 75, within(1e-15));
        assertThat(new Averaged(ClassScore.PRECISION, Averaging.WEIGHTED).value(REPORT))
                .isCloseTo(0.7, within(1e-15));
    }

    @Test
    void aLabelThatIsNeverPredictedHasPrecisionZeroAndSaysSo() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{4, 0}, {2, 0}});
        CountMetric precision = new OfClass(ClassScore.PRECISION, 1);
        assertThat(precision.value(matrix)).isZero();
        assertThat(precision.warnings(matrix.tallies()))
                .containsExactly("The class is never predicted: its precision is 0/0 and counts as 0");
        CountMetric macro = new Averaged(ClassScore.PRECISION, Averaging.MACRO);
        assertThat(macro.value(matrix)).isCloseTo(4.0 / 6 / 2, within(1e-15));
        assertThat(macro.warnings(matrix.tallies()))
                .containsExactly("The precision of classes that are never predicted (1 of 2) is 0/0 and counts as 0");
        // F1 of the class is 0/2, not 0/0.
        assertThat(new OfClass(ClassScore.F1, 1).warnings(matrix.tallies())).isEmpty();
        assertThat(new Averaged(ClassScore.F1, Averaging.MACRO).value(matrix)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void aPredictionThatIsNoLabelCountsInMacroAverages() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{3, 1}, {0, 0}});
        assertThat(new Averaged(ClassScore.RECALL, Averaging.MACRO).value(matrix))
                .isEqualTo(0.75 / 2);
        assertThat(new Averaged(ClassScore.RECALL, Averaging.MACRO).warnings(matrix.tallies()))
                .containsExactly("The recall of classes that are never the label (1 of 2) is 0/0 and counts as 0");
        assertThat(new Averaged(ClassScore.RECALL, Averaging.WEIGHTED).value(matrix))
                .isEqualTo(0.75);
        assertThat(new Averaged(ClassScore.RECALL, Averaging.WEIGHTED).warnings(matrix.tallies()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ClassScore.class)
    void aClassThatNeverOccursChangesNoAverage(ClassScore score) {
        ConfusionMatrix larger = new ConfusionMatrix(5, EXAMPLE.cells());
        for (Averaging averaging : Averaging.values()) {
            CountMetric metric = new Averaged(score, averaging);
            assertThat(metric.value(larger)).isEqualTo(metric.value(EXAMPLE));
        }
        assertThat(new OfClass(score, 4).value(larger)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Averaging.class)
    void oneClassOnlyIsPerfect(Averaging averaging) {
        ConfusionMatrix single = ConfusionMatrix.of(new long[][] {{1}});
        for (ClassScore score : ClassScore.values()) {
            assertThat(new Averaged(score, averaging).value(single)).isEqualTo(1);
        }
    }

    @Test
    void noSamplesAreRefused() {
        assertThatThrownBy(() -> new Accuracy().value(new ClassTallies(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A count metric needs a sample or more; there are 0");
        assertThatThrownBy(() -> new Averaged(ClassScore.F1, Averaging.MACRO).value(new ClassTallies(2)))
                .hasMessage("A count metric needs a sample or more; there are 0");
    }
}
