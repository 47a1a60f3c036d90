package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtKTest {
    /** Python's math.comb: 1 − C(n−c, k)/C(n, k) and C(c, k)/C(n, k). */
    @ParameterizedTest
    @CsvSource({
        "10, 3, 1, 0.3, 0.3",
        "10, 3, 5, 0.9166666666666666, 0",
        "200, 7, 100, 0.9929911172418123, 0",
        "5, 5, 5, 1, 1",
        "5, 0, 2, 0, 0",
        "4, 3, 2, 1, 0.5",
        "1, 1, 1, 1, 1"
    })
    void equalTheBinomialCoefficients(int n, int c, int k, double passAtK, double passHatK) {
        assertThat(PassAtK.passAtK(n, c, k)).isCloseTo(passAtK, within(1e-14));
        assertThat(PassAtK.passHatK(n, c, k)).isCloseTo(passHatK, within(1e-14));
    }

    @Test
    void manyAttemptsDoNotOverflow() {
        // C(100000, 1000) is far above the largest double.
        assertThat(PassAtK.passAtK(100_000, 50_000, 1000)).isEqualTo(1);
        assertThat(PassAtK.passHatK(100_000, 99_999, 1000)).isCloseTo(0.99, within(1e-12));
    }

    @Test
    void moreAttemptsDrawnPassMoreOftenOnceAndLessOftenAlways() {
        for (int k = 2; k <= 20; k++) {
            assertThat(PassAtK.passAtK(20, 6, k)).isGreaterThanOrEqualTo(PassAtK.passAtK(20, 6, k - 1));
            assertThat(PassAtK.passHatK(20, 6, k)).isLessThanOrEqualTo(PassAtK.passHatK(20, 6, k - 1));
        }
    }

    @Test
    void fewerAttemptsThanKAreRefused() {
        assertThatThrownBy(() -> PassAtK.passAtK(4, 2, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be between 1 and the number of attempts, 4: 5; make more attempts per task");
        assertThatThrownBy(() -> PassAtK.passHatK(4, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PassAtK.passHatK(4, 5, 2))
                .hasMessage("A task needs 0 <= successes <= attempts: 5 of 4");
    }
}
