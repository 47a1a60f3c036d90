package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoverTest {
    /** Newcombe 1998, Statistics in Medicine 17, 873, table II, method 10: MOVER of Wilson intervals, four digits as printed. */
    @ParameterizedTest
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
    void ofWilsonIntervalsIsNewcombes(
            int currentX, int currentN, int previousX, int previousN, double low, double high) {
        ConfidenceInterval current = ProportionInterval.withDefaults().of(currentX, currentN);
        ConfidenceInterval previous = ProportionInterval.withDefaults().of(previousX, previousN);
        ConfidenceInterval difference = Mover.difference(
                (double) previousX / previousN,
                previous.low(),
                previous.high(),
                (double) currentX / currentN,
                current.low(),
                current.high(),
                0.95);
        assertThat(difference.low()).isCloseTo(low, within(5.1e-5));
        assertThat(difference.high()).isCloseTo(high, within(5.1e-5));
        assertThat(difference.method()).isEqualTo("mover");
    }

    @Test
    void symmetricIntervalsAddInQuadrature() {
        ConfidenceInterval difference = Mover.difference(10, 7, 13, 20, 16, 24, 0.9);
        assertThat(difference).isEqualTo(ConfidenceInterval.of(5, 15, 0.9, "mover"));
    }

    @Test
    void swappingSidesNegatesTheInterval() {
        ConfidenceInterval there = Mover.difference(10, 8, 13, 20, 19, 26, 0.95);
        ConfidenceInterval back = Mover.difference(20, 19, 26, 10, 8, 13, 0.95);
        assertThat(back.low()).isEqualTo(-there.high());
        assertThat(back.high()).isEqualTo(-there.low());
    }

    @Test
    void anUnboundedEndUnboundsOneEndOnly() {
        ConfidenceInterval difference = Mover.difference(10, 9, Double.POSITIVE_INFINITY, 12, 11, 13, 0.95);
        assertThat(difference.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(difference.high()).isCloseTo(2 + Math.sqrt(2), within(1e-12));
    }

    @Test
    void anEstimateOutsideItsIntervalHasNoDistanceToTheEndItPassed() {
        ConfidenceInterval difference = Mover.difference(10, 11, 12, 20, 20, 20, 0.95);
        assertThat(difference).isEqualTo(ConfidenceInterval.of(8, 10, 0.95, "mover"));
    }

    @Test
    void refusesWhatIsNoEstimate() {
        assertThatThrownBy(() -> Mover.difference(Double.NaN, 0, 1, 0, 0, 1, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MOVER needs finite estimates with ordered ends: NaN [0.0, 1.0]");
        assertThatThrownBy(() -> Mover.difference(0, 0, 1, 0, 2, 1, 0.95))
                .hasMessage("MOVER needs finite estimates with ordered ends: 0.0 [2.0, 1.0]");
    }
}
