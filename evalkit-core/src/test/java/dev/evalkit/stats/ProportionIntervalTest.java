package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.ProportionInterval.Method;
import java.util.List;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionIntervalTest {
    private static final ProportionInterval WILSON = ProportionInterval.withDefaults();
    private static final ProportionInterval EXACT = WILSON.with(Method.CLOPPER_PEARSON);

    /** Newcombe 1998, Statistics in Medicine 17, 857, table I, methods 3 and 5; further digits from SciPy 1.17. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2552885198782742, 0.36620957698280004, 0.25273674558527126, 0.36762192260135135",
        "15, 148, 0.0623863995307363, 0.16048724172330803, 0.05784401008344857, 0.161650490349479",
        "0, 20, 0, 0.16112515805281938, 0, 0.1684334709830853",
        "1, 29, 0.006113214292762653, 0.17175521879320288, 0.000872646883579922, 0.1776442954887229"
    })
    void givesTheTextbookValues(int x, int n, double low, double high, double exactLow, double exactHigh) {
        assertEnds(WILSON.of(x, n), low, high);
        assertEnds(EXACT.of(x, n), exactLow, exactHigh);
        assertThat(WILSON.of(x, n).method()).isEqualTo("wilson");
        assertThat(EXACT.of(x, n).method()).isEqualTo("clopper_pearson");
    }

    @Test
    void levelIsSettable() {
        // SciPy 1.17: the Wilson formula with norm.ppf(.995).
        assertEnds(WILSON.withLevel(0.99).of(81, 263), 0.24013690268760773, 0.38528250231822986);
        assertThat(WILSON.withLevel(0.99).of(81, 263).level()).isEqualTo(0.99);
    }

    @Test
    void takesFractionalCounts() {
        // SciPy 1.17, the Wilson formula.
        assertEnds(WILSON.of(1.5, 3.75), 0.09845707986822266, 0.8027476796233894);
    }

    @Test
    void agreesWithTheLibraryOnWholeCounts() {
        for (int n = 1; n <= 40; n++) {
            for (int x = 0; x <= n; x++) {
                Interval expected = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, x, 0.05);
                assertEnds(WILSON.of(x, n), expected.getLowerBound(), expected.getUpperBound());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void endsAtTheBoundaryAreTheBoundary(Method method) {
        ProportionInterval intervals = WILSON.with(method);
        for (int n : new int[] {1, 2, 3, 20, 1_000_003}) {
            assertThat(intervals.of(0, n).low()).isZero();
            assertThat(intervals.of(0, n).high()).isBetween(0.0, 0.98);
            assertThat(intervals.of(n, n).high()).isEqualTo(1);
            assertThat(intervals.of(n, n).low()).isBetween(0.02, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void isSymmetricMonotoneAndHoldsTheProportion(Method method) {
        ProportionInterval intervals = WILSON.with(method);
        for (int n : new int[] {1, 2, 7, 30}) {
            for (int x = 0; x <= n; x++) {
                ConfidenceInterval interval = intervals.of(x, n);
                assertEnds(intervals.of(n - x, n), 1 - interval.high(), 1 - interval.low());
                assertThat((double) x / n).isBetween(interval.low(), interval.high());
                ConfidenceInterval wider = intervals.withLevel(0.99).of(x, n);
                assertThat(wider.low()).isLessThanOrEqualTo(interval.low());
                assertThat(wider.high()).isGreaterThanOrEqualTo(interval.high());
                if (x > 0) {
                    assertThat(intervals.of(x - 1, n).low()).isLessThan(interval.low());
                    assertThat(intervals.of(x - 1, n).high()).isLessThan(interval.high() + 1e-15);
                }
            }
        }
    }

    @Test
    void clusteredProportionIsWilsonOnTheEffectiveSample() {
        ClusteredMean scores = ClusteredMean.of(List.of(
                Moments.ofBinary(9, 10), Moments.ofBinary(2, 10), Moments.ofBinary(5, 10), Moments.ofBinary(8, 12)));
        double deff = scores.designEffect(0.95);
        ConfidenceInterval expected = WILSON.of(24 / deff, 42 / deff);
        ConfidenceInterval interval = WILSON.of(scores);
        assertThat(deff).isGreaterThan(1);
        assertEnds(interval, expected.low(), expected.high());
        assertThat(interval.method()).isEqualTo("wilson_deff");
        assertThat(interval.warnings())
                .containsExactly(
                        "30 clusters or more are wanted for a clustered interval to keep its level; there are 4",
                        "6 clusters or more are needed for a verdict; there are 4");
    }

    @Test
    void clustersThatAllFailCountAsOneSampleEach() {
        ClusteredMean scores = ClusteredMean.of(List.of(Moments.ofBinary(0, 3), Moments.ofBinary(0, 30)));
        ConfidenceInterval expected = WILSON.of(0, 2);
        assertEnds(WILSON.of(scores), 0, expected.high());
    }

    @Test
    void oneClusterSaysNothing() {
        ConfidenceInterval interval = WILSON.of(ClusteredMean.of(List.of(Moments.ofBinary(3, 10))));
        assertThat(interval)
                .isEqualTo(new ConfidenceInterval(
                        0,
                        1,
                        0.95,
                        "wilson_deff",
                        List.of("2 clusters or more are needed for a clustered interval; there is 1")));
    }

    @Test
    void refusesWhatIsNoProportion() {
        assertThatThrownBy(() -> WILSON.of(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A proportion needs 0 <= x <= n and n > 0: 3.0 of 2.0");
        assertThatThrownBy(() -> WILSON.of(0, 0)).hasMessage("A proportion needs 0 <= x <= n and n > 0: 0.0 of 0.0");
        assertThatThrownBy(() -> WILSON.of(Double.NaN, 2))
                .hasMessage("A proportion needs 0 <= x <= n and n > 0: NaN of 2.0");
        assertThatThrownBy(() -> EXACT.of(0.5, 2))
                .hasMessage("Clopper-Pearson needs whole counts up to 2147483647: 0.5 of 2.0");
        assertThatThrownBy(() -> EXACT.of(ClusteredMean.of(List.of(Moments.ofBinary(3, 10)))))
                .hasMessage("Clustered proportions have the method WILSON, not CLOPPER_PEARSON");
        assertThatThrownBy(() -> WILSON.withLevel(1)).hasMessage("Confidence level must be in (0, 1): 1.0");
    }

    @Test
    void standardErrorIsThePlainOne() {
        assertThat(ProportionInterval.standardError(31, 100)).isCloseTo(Math.sqrt(0.31 * 0.69 / 100), within(1e-15));
        assertThat(ProportionInterval.standardError(0, 7)).isZero();
    }

    private static void assertEnds(ConfidenceInterval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }
}
