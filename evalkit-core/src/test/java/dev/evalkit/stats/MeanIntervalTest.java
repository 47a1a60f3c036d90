package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    /** The differences of Student's sleep data (Student 1908); ends from R's t.test (0.7001142, 2.4598858) and SciPy 1.17. */
    private static final Moments SLEEP = Moments.of(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4);

    private static final MeanInterval STUDENT = MeanInterval.withDefaults();

    @Test
    void givesTheTextbookValues() {
        assertEnds(STUDENT.of(SLEEP), 0.7001142367230175, 2.459885763276982);
        assertEnds(STUDENT.withLevel(0.99).of(SLEEP), 0.31594811489517505, 2.8440518851048244);
        assertThat(STUDENT.of(SLEEP).method()).isEqualTo("student_t");
        assertThat(STUDENT.of(SLEEP).warnings()).isEmpty();
    }

    @Test
    void takesSummaries() {
        ConfidenceInterval fromValues = STUDENT.of(SLEEP);
        assertEnds(
                STUDENT.of(Moments.ofVariance(10, SLEEP.mean(), SLEEP.variance())),
                fromValues.low(),
                fromValues.high());
    }

    @Test
    void oneValueBoundsNothing() {
        ConfidenceInterval interval = STUDENT.of(Moments.of(3));
        assertThat(interval.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(interval.warnings())
                .containsExactly("2 values or more are needed for an interval of a mean; there is 1");
    }

    @Test
    void noValuesAreRefused() {
        assertThatThrownBy(() -> STUDENT.of(Moments.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An interval of a mean needs values; there are none");
    }

    @Test
    void twoValuesHaveAnIntervalWithOneDegreeOfFreedom() {
        // t(1) at 97.5 % is 12.706204736174705 (SciPy 1.17); the standard error of 0 and 1 is 1/2.
        assertEnds(STUDENT.of(Moments.of(0, 1)), 0.5 - 12.706204736174705 / 2, 0.5 + 12.706204736174705 / 2);
    }

    @Test
    void equalValuesAreWarnedAbout() {
        ConfidenceInterval interval = STUDENT.of(Moments.of(2, 2, 2));
        assertThat(interval)
                .isEqualTo(new ConfidenceInterval(
                        2, 2, 0.95, "student_t", List.of("All 3 values are equal, so that the interval has no width")));
    }

    @Test
    void clustersAreTheUnitWhereTheyAreGiven() {
        // Four clusters of scores; NumPy 2.4 and SciPy 1.17: mean ± t.ppf(.975, 3) · CR1.
        ConfidenceInterval interval = STUDENT.of(ClusteredMeanTest.FOUR);
        assertEnds(interval, -0.20996090511514387, 1.2932942384484771);
        assertThat(interval.method()).isEqualTo("cr1_t");
        assertThat(interval.warnings()).isEqualTo(ClusteredMeanTest.FOUR.warnings());
    }

    @Test
    void oneClusterBoundsNothing() {
        ConfidenceInterval interval = STUDENT.of(ClusteredMean.of(List.of(SLEEP)));
        assertThat(interval.isBounded()).isFalse();
        assertThat(interval.warnings())
                .containsExactly("2 clusters or more are needed for a clustered interval; there is 1");
    }

    @Test
    void equalClustersAreWarnedAbout() {
        ConfidenceInterval interval = STUDENT.of(ClusteredMean.of(List.of(Moments.of(1, 3), Moments.of(2, 2))));
        assertThat(interval.warnings()).contains("All clusters have the same mean, so that the interval has no width");
    }

    private static void assertEnds(ConfidenceInterval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }
}
