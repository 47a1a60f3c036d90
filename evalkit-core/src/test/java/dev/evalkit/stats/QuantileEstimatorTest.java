package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantileEstimatorTest {
    private static final QuantileEstimator QUANTILES = QuantileEstimator.withDefaults();
    private static final double[] VALUES = {3.1, 0.4, 2.2, 9.7, 5.5, 1.3, 8.8, 4.0, 7.1, 6.6, 2.9};

    /** numpy.quantile of NumPy 2.4, method = inverted_cdf, averaged_inverted_cdf, … normal_unbiased, at 0.1, 0.25, 0.5, 0.9 and 0.99. */
    @ParameterizedTest
    @CsvSource({
        "NEAREST_RANK, 1.3, 2.2, 4.0, 8.8, 9.7",
        "HF2, 1.3, 2.2, 4.0, 8.8, 9.7",
        "HF3, 0.4, 2.2, 4.0, 8.8, 9.7",
        "HF4, 0.49, 1.975, 3.55, 8.63, 9.601",
        "HF5, 0.94, 2.375, 4.0, 9.16, 9.7",
        "HF6, 0.58, 2.2, 4.0, 9.52, 9.7",
        "HF7, 1.3, 2.55, 4.0, 8.8, 9.61",
        "HF8, 0.82, 2.316666666666667, 4.0, 9.28, 9.7",
        "HF9, 0.85, 2.33125, 4.0, 9.25, 9.7"
    })
    void definitionsDifferAsTheyShould(
            QuantileDefinition definition, double p10, double p25, double p50, double p90, double p99) {
        double[] quantiles = {0.1, 0.25, 0.5, 0.9, 0.99};
        double[] expected = {p10, p25, p50, p90, p99};
        for (int i = 0; i < quantiles.length; i++) {
            assertThat(QUANTILES.with(definition).value(VALUES, quantiles[i])).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void nearestRankIsNotPushedUpByRounding() {
        // 0.07 · 100 is 7.000000000000001 in floating point; R's quantile(1:100, 0.07, type = 1) is 7.
        double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        for (int percent = 1; percent < 100; percent++) {
            assertThat(QUANTILES.with(QuantileDefinition.NEAREST_RANK).value(hundred, percent / 100.0))
                    .isEqualTo(percent);
        }
    }

    @Test
    void intervalIsMadeOfOrderStatistics() {
        // SciPy 1.17: binom.ppf(.025, 101, .5) = 41, binom.ppf(.975, 101, .5) + 1 = 61.
        double[] values = IntStream.rangeClosed(1, 101).asDoubleStream().toArray();
        QuantileEstimate median = QUANTILES.estimate(values, 0.5);
        assertThat(median).isEqualTo(new QuantileEstimate(51, ConfidenceInterval.of(41, 61, 0.95, "order_statistics")));
    }

    @Test
    void anEndThatTheDataDoNotBoundIsInfiniteAndSaysWhatWouldDo() {
        double[] values = IntStream.rangeClosed(1, 150).asDoubleStream().toArray();
        ConfidenceInterval interval = QUANTILES.estimate(values, 0.99).interval();
        assertThat(interval.low()).isEqualTo(146);
        assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(interval.warnings())
                .containsExactly("368 values or more are needed for both ends of the interval of the 0.99 quantile;"
                        + " there are 150");
    }

    @Test
    void oneValueAndTwoHaveAQuantileButNoInterval() {
        assertThat(QUANTILES.estimate(new double[] {7}, 0.99).value()).isEqualTo(7);
        assertThat(QUANTILES.estimate(new double[] {7, 9}, 0.5).value()).isEqualTo(8);
        assertThat(QUANTILES.estimate(new double[] {7, 9}, 0.5).interval().low())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(QUANTILES.estimate(new double[] {7, 9}, 0.5).interval().high())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Few values are selected from at once; of many only those that share their leading bits with a wanted one. */
    @ParameterizedTest
    @EnumSource(QuantileDefinition.class)
    void orderOfValuesDoesNotMatterAndTheCallersArrayStaysAsItIs(QuantileDefinition definition) {
        double[] quantiles = {0.001, 0.3, 0.5, 0.95, 0.99, 0.9999};
        for (int n : new int[] {2000, 20_001}) {
            double[] shuffled =
                    RandomStream.of(5, "quantile", "test").doubles(n).toArray();
            double[] before = shuffled.clone();
            double[] sorted = shuffled.clone();
            java.util.Arrays.sort(sorted);
            QuantileEstimator estimator = QUANTILES.with(definition);
            List<QuantileEstimate> together = estimator.estimates(shuffled, quantiles);
            for (int i = 0; i < quantiles.length; i++) {
                double expected = definition.of(n, quantiles[i], index -> sorted[index]);
                assertThat(estimator.value(shuffled, quantiles[i])).isEqualTo(expected);
                assertThat(together.get(i).value()).isEqualTo(expected);
                assertThat(together.get(i)).isEqualTo(estimator.estimate(sorted, quantiles[i]));
            }
            assertThat(shuffled).isEqualTo(before);
        }
    }

    @Test
    void manyValuesOfBothSignsAndManyTiesAreOrderedAsFewAre() {
        UniformRandomProvider random = RandomStream.of(7, "quantile", "test");
        double[] values = new double[50_000];
        for (int i = 0; i < values.length; i++) {
            double size = Math.scalb(random.nextDouble(), random.nextInt(40) - 20);
            values[i] = i % 3 == 0 ? 1.5 : i % 3 == 1 ? -size : size;
        }
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        for (int percent = 1; percent < 100; percent++) {
            assertThat(QUANTILES.with(QuantileDefinition.NEAREST_RANK).value(values, percent / 100.0))
                    .isEqualTo(sorted[percent * values.length / 100 - 1]);
        }
    }

    @Test
    void widerLevelsGiveWiderIntervals() {
        double[] values = RandomStream.of(6, "quantile", "test").doubles(500).toArray();
        ConfidenceInterval narrow =
                QUANTILES.withLevel(0.8).estimate(values, 0.9).interval();
        ConfidenceInterval wide =
                QUANTILES.withLevel(0.99).estimate(values, 0.9).interval();
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
    }

    @Test
    void refusesWhatHasNoQuantile() {
        assertThatThrownBy(() -> QUANTILES.value(new double[0], 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile needs values; there are none");
        assertThatThrownBy(() -> QUANTILES.value(new double[] {1, Double.NaN}, 0.5))
                .hasMessage("Values must be finite: value 1 (from 0) is NaN");
        assertThatThrownBy(() -> QUANTILES.estimate(VALUES, 1)).hasMessage("A quantile must be in (0, 1): 1.0");
        assertThatThrownBy(() -> QuantileDefinition.of("p2"))
                .hasMessage("No quantile definition 'p2'; there are"
                        + " nearest_rank, hf2, hf3, hf4, hf5, hf6, hf7, hf8, hf9");
    }

    @ParameterizedTest
    @EnumSource(QuantileDefinition.class)
    void definitionsAreFoundByTheirNames(QuantileDefinition definition) {
        assertThat(QuantileDefinition.of(definition.id())).isEqualTo(definition);
        assertThat(QuantileDefinition.of("hf1")).isEqualTo(QuantileDefinition.NEAREST_RANK);
    }
}
