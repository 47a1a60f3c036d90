package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnpairedTest {
    // Two made-up lists whose references below come from scipy 1.17 (ttest_ind, mannwhitneyu).
    private static final double[] PREVIOUS = {
        27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4
    };
    private static final double[] CURRENT = {
        27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4
    };

    // Newcombe 1998 (Statistics in Medicine 17, 873), table II, examples (a) to (h), method 10: the interval of x1/n1 −
    // x2/n2.
    @ParameterizedTest(name = "{0}/{1} − {2}/{3}")
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void newcombesTableIsReproduced(double x1, double n1, double x2, double n2, double low, double high) {
        ConfidenceInterval interval = Newcombe.interval(new UnpairedCounts(x2, n2, x1, n1), 0.95);

        assertThat(interval.low()).isEqualTo(low, within(0.5e-4));
        assertThat(interval.high()).isEqualTo(high, within(0.5e-4));
    }

    // scipy 1.17, fisher_exact([[current, failures], [previous, failures]], alternative = less and greater).
    @ParameterizedTest(name = "{2}/{3} after {0}/{1}")
    @CsvSource({
        "1, 6, 8, 10, 0.9991258741258742, 0.024475524475524483",
        "48, 80, 56, 70, 0.9978752684504457, 0.006324711129898369",
        "0, 29, 5, 56, 1.0, 0.11645241895367217"
    })
    void fishersTailsAreExact(double x1, double n1, double x2, double n2, double worse, double better) {
        Tails tails = FisherExact.tails(new UnpairedCounts(x1, n1, x2, n2));

        assertThat(tails.worse()).isEqualTo(worse, within(1e-12));
        assertThat(tails.better()).isEqualTo(better, within(1e-12));
    }

    @Test
    void fishersTestTakesMillionsOfSamples() {
        Tails tails = FisherExact.tails(new UnpairedCounts(700_000, 1_000_000, 698_500, 1_000_000));

        // Near the pooled z test, as it must be with so many.
        assertThat(tails.worse())
                .isEqualTo(
                        PooledZ.tails(new UnpairedCounts(700_000, 1_000_000, 698_500, 1_000_000))
                                .worse(),
                        within(1e-4));
    }

    @Test
    void smallTailsOfThePooledZTestKeepTheirDigits() {
        UnpairedCounts counts = new UnpairedCounts(34, 50, 1, 50);

        // scipy 1.17: norm.cdf(z).
        assertThat(PooledZ.statistic(counts)).isEqualTo(-6.918679922364662, within(1e-13));
        assertThat(PooledZ.tails(counts).worse()).isEqualTo(2.2793577371021576e-12, within(1e-9 * 2.3e-12));
    }

    @Test
    void welchsTestAgreesWithItsReference() {
        DifferenceEstimate welch = Welch.difference(Moments.of(PREVIOUS), Moments.of(CURRENT));

        assertThat(welch.statistic(0)).isEqualTo(2.455356398286006, within(1e-12));
        assertThat(welch.degreesOfFreedom()).isEqualTo(24.988529290231416, within(1e-11));
        assertThat(welch.tails(0).twoSided()).isEqualTo(0.021378001462866992, within(1e-13));
        assertThat(welch.interval(0.95).low()).isEqualTo(0.3492370661924069, within(1e-11));
        assertThat(welch.interval(0.95).high()).isEqualTo(3.984096267140929, within(1e-11));
    }

    @Test
    void theRankSumTestAgreesWithItsReference() {
        MannWhitney test = MannWhitney.of(PREVIOUS, CURRENT);

        assertThat(test.u()).isEqualTo(171.5);
        assertThat(test.tails().twoSided()).isEqualTo(0.015201303821215302, within(1e-13));
        assertThat(test.tails().worse()).isEqualTo(0.9932262692125537, within(1e-12));
        assertThat(test.tails().better()).isEqualTo(0.007600651910607651, within(1e-13));
    }

    @Test
    void swappingTheSidesNegatesIntervalsAndSwapsTails() {
        UnpairedCounts counts = new UnpairedCounts(41, 60, 37, 80);
        ConfidenceInterval there = Newcombe.interval(counts, 0.95);
        ConfidenceInterval back = Newcombe.interval(counts.swapped(), 0.95);
        assertThat(back.low()).isEqualTo(-there.high());
        assertThat(back.high()).isEqualTo(-there.low());
        assertThat(FisherExact.tails(counts.swapped()))
                .isEqualTo(FisherExact.tails(counts).swapped());
        assertThat(PooledZ.tails(counts.swapped()))
                .isEqualTo(PooledZ.tails(counts).swapped());
        assertThat(MannWhitney.of(CURRENT, PREVIOUS).tails())
                .isEqualTo(MannWhitney.of(PREVIOUS, CURRENT).tails().swapped());
        DifferenceEstimate welch = Welch.difference(Moments.of(PREVIOUS), Moments.of(CURRENT));
        DifferenceEstimate swapped = Welch.difference(Moments.of(CURRENT), Moments.of(PREVIOUS));
        assertThat(swapped.tails(0.5)).isEqualTo(welch.tails(-0.5).swapped());
        assertThat(swapped.interval(0.9).low()).isEqualTo(-welch.interval(0.9).high());
    }

    @ParameterizedTest(name = "{2}/{3} after {0}/{1}")
    @CsvSource({"0, 1, 0, 1", "1, 1, 1, 1", "0, 1, 1, 1", "1, 1, 0, 1", "0, 9, 0, 4", "9, 9, 4, 4"})
    void noBoundaryOfRatesGivesAnythingButNumbers(double x1, double n1, double x2, double n2) {
        UnpairedCounts counts = new UnpairedCounts(x1, n1, x2, n2);

        ConfidenceInterval interval = Newcombe.interval(counts, 0.95);

        assertThat(interval.low()).isBetween(-1.0, counts.difference());
        assertThat(interval.high()).isBetween(counts.difference(), 1.0);
        assertThat(FisherExact.tails(counts).doubledWorse()).isBetween(0.0, 1.0);
        assertThat(PooledZ.tails(counts).doubledWorse()).isBetween(0.0, 1.0);
        assertThat(IntervalInversion.tails(level -> Newcombe.interval(counts, level), -0.05)
                        .doubledWorse())
                .isBetween(0.0, 1.0);
    }

    @Test
    void sidesWithoutVarianceSaySo() {
        DifferenceEstimate constant = Welch.difference(Moments.of(3, 3), Moments.of(2, 2, 2));
        assertThat(constant.tails(0)).isEqualTo(new Tails(0, 1));
        assertThat(constant.interval(0.95).low())
                .isEqualTo(-1)
                .isEqualTo(constant.interval(0.95).high());
        assertThat(constant.warnings())
                .containsExactly("All values of either side are equal, so that the interval has no width");

        DifferenceEstimate single = Welch.difference(Moments.of(3), Moments.of(2, 1));
        assertThat(single.interval(0.95).isBounded()).isFalse();
        assertThat(single.warnings()).containsExactly("2 values or more are needed on either side; there is 1");

        assertThat(MannWhitney.of(new double[] {1, 1}, new double[] {1}).tails())
                .isEqualTo(Tails.NO_EVIDENCE);
    }

    @Test
    void fisherRefusesEffectiveCounts() {
        assertThatThrownBy(() -> FisherExact.tails(new UnpairedCounts(1.5, 3, 1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fisher's test needs whole counts below 2^31 in all: 1.5");
        assertThatThrownBy(() -> new UnpairedCounts(4, 3, 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A rate needs 0 <= successes <= trials and trials > 0: 4.0 of 3.0");
    }
}
