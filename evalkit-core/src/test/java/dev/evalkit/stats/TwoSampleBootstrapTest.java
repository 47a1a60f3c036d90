package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoSampleBootstrapTest {
    private static final double[] PREVIOUS =
            IntStream.range(0, 200).mapToDouble(i -> i * 37 % 200).toArray();
    private static final double[] CURRENT =
            IntStream.range(0, 100).mapToDouble(i -> 5 + i * 53 % 100).toArray();

    @Test
    void theStandardErrorOfADifferenceOfMeansIsTheKnownOne() {
        BootstrapEstimate estimate = TwoSampleBootstrap.withDefaults()
                .withResamples(40_000)
                .difference(PREVIOUS, CURRENT, TwoSampleBootstrapTest::mean, RandomStream.of(1, "mean", "bootstrap"));

        // The bootstrap variance of a mean is the plug-in one, with denominator n.
        Moments before = Moments.of(PREVIOUS);
        Moments after = Moments.of(CURRENT);
        double known = Math.sqrt(before.squaredDeviations() / 200 / 200 + after.squaredDeviations() / 100 / 100);
        assertThat(estimate.value()).isEqualTo(54.5 - 99.5, within(1e-12));
        assertThat(estimate.standardError()).isEqualTo(known, within(0.02 * known));
        assertThat(estimate.interval().low()).isEqualTo(-45 - 1.96 * known, within(0.1 * known));
        assertThat(estimate.interval().high()).isEqualTo(-45 + 1.96 * known, within(0.1 * known));
        assertThat(estimate.interval().method()).isEqualTo("bootstrap_percentile");
    }

    @Test
    void theStatisticSeesValuesInOrder() {
        TwoSampleBootstrap.withDefaults()
                .withResamples(200)
                .difference(
                        PREVIOUS,
                        CURRENT,
                        sorted -> {
                            double[] copy = sorted.clone();
                            Arrays.sort(copy);
                            assertThat(sorted).containsExactly(copy);
                            return sorted[sorted.length / 2];
                        },
                        RandomStream.of(1, "order", "bootstrap"));
    }

    @Test
    void aSideWithoutValuesIsRefused() {
        assertThatThrownBy(() -> TwoSampleBootstrap.withDefaults()
                        .difference(new double[0], CURRENT, TwoSampleBootstrapTest::mean, RandomStream.of(1, "", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bootstrap needs values on both sides: 0 and 100");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
