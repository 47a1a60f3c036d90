package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
    @Test
    void clippingKeepsEverythingElse() {
        ConfidenceInterval interval =
                new ConfidenceInterval(-0.1, Double.POSITIVE_INFINITY, 0.9, "cr1_t", List.of("few"));
        assertThat(interval.clippedTo(0, 1)).isEqualTo(new ConfidenceInterval(0, 1, 0.9, "cr1_t", List.of("few")));
        assertThat(interval.isBounded()).isFalse();
        assertThat(interval.clippedTo(0, 1).isBounded()).isTrue();
    }

    @Test
    void endsAreOrderedNumbersAndLevelsAreBetweenZeroAndOne() {
        assertThatThrownBy(() -> ConfidenceInterval.of(2, 1, 0.95, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Interval ends must be ordered numbers: [2.0, 1.0]");
        assertThatThrownBy(() -> ConfidenceInterval.of(Double.NaN, 1, 0.95, "x"))
                .hasMessage("Interval ends must be ordered numbers: [NaN, 1.0]");
        assertThatThrownBy(() -> ConfidenceInterval.of(0, 1, 95, "x"))
                .hasMessage("Confidence level must be in (0, 1): 95.0");
    }
}
