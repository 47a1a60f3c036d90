package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticRanksTest {
    /** SciPy 1.17: binom.ppf(a/2, n, q) and binom.ppf(1 − a/2, n, q) + 1. */
    @ParameterizedTest
    @CsvSource({
        "150, 0.99, 0.95, 146, 151",
        "367, 0.99, 0.95, 359, 368",
        "368, 0.99, 0.95, 360, 368",
        "71, 0.95, 0.95, 63, 72",
        "72, 0.95, 0.95, 64, 72",
        "101, 0.5, 0.95, 41, 61",
        "1000, 0.9, 0.99, 875, 925",
        "5000000, 0.99, 0.95, 4949563, 4950437"
    })
    void areBinomialQuantiles(int n, double q, double level, int low, int high) {
        assertThat(OrderStatisticRanks.of(n, q, level)).isEqualTo(new OrderStatisticRanks(low, high, n));
    }

    @Test
    void needSoManySamplesForTwoFiniteEnds() {
        assertThat(OrderStatisticRanks.minimumSamples(0.99, 0.95)).isEqualTo(368);
        assertThat(OrderStatisticRanks.minimumSamples(0.95, 0.95)).isEqualTo(72);
        assertThat(OrderStatisticRanks.minimumSamples(0.5, 0.95)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.95", "0.9, 0.9", "0.95, 0.99", "0.01, 0.95", "0.999, 0.95", "0.3, 0.5"})
    void minimumIsTheFirstNumberThatDoes(double q, double level) {
        int minimum = (int) OrderStatisticRanks.minimumSamples(q, level);
        assertThat(isBounded(OrderStatisticRanks.of(minimum, q, level))).isTrue();
        assertThat(isBounded(OrderStatisticRanks.of(minimum - 1, q, level))).isFalse();
    }

    @Test
    void refuseNoValues() {
        assertThatThrownBy(() -> OrderStatisticRanks.of(0, 0.5, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An interval of a quantile needs values; there are 0");
    }

    private static boolean isBounded(OrderStatisticRanks ranks) {
        return ranks.lowIsBounded() && ranks.highIsBounded();
    }
}
