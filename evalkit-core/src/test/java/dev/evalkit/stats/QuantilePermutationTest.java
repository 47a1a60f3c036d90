package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilePermutationTest {
    private static final RandomBatches RANDOM = new RandomBatches(9, "test", "quantile");

    @ParameterizedTest(name = "{0} quantile, {1}")
    @CsvSource({"0.5, HF7", "0.3, HF7", "0.9, HF6", "0.5, NEAREST_RANK", "0.99, HF8", "0.05, HF2"})
    void swapsWithinPairsAgreeWithAllSwaps(double q, QuantileDefinition definition) {
        double[] previous = {3.1, 4.1, 5.9, 2.6, 5.3, 5.8, 9.7, 9.3, 2.3, 8.4, 6.2};
        double[] current = {2.7, 1.8, 2.8, 1.8, 2.8, 4.5, 9.0, 4.5, 2.3, 5.3, 6.0};

        PValue drawn = QuantilePermutation.of(q).with(definition).paired(previous, current, RANDOM);
        Tails exact = allSwaps(previous, current, q, definition);

        assertThat(drawn.tails().worse()).isEqualTo(exact.worse(), within(0.015));
        assertThat(drawn.tails().better()).isEqualTo(exact.better(), within(0.015));
    }

    @ParameterizedTest(name = "{0} quantile, {1}")
    @CsvSource({"0.5, HF7", "0.3, HF7", "0.9, HF6", "0.5, NEAREST_RANK", "0.99, HF8", "0.05, HF2"})
    void permutedLabelsAgreeWithAllLabellings(double q, QuantileDefinition definition) {
        double[] previous = {3.1, 4.1, 5.9, 2.6, 5.3, 5.8, 9.7, 9.3};
        double[] current = {2.7, 1.8, 2.8, 1.8, 2.8, 4.5};

        PValue drawn = QuantilePermutation.of(q).with(definition).unpaired(previous, current, RANDOM);
        Tails exact = allLabellings(previous, current, q, definition);

        assertThat(drawn.tails().worse()).isEqualTo(exact.worse(), within(0.015));
        assertThat(drawn.tails().better()).isEqualTo(exact.better(), within(0.015));
    }

    private static double quantile(double[] values, double q, QuantileDefinition definition) {
        return QuantileEstimator.withDefaults().with(definition).value(values, q);
    }

    private static Tails allSwaps(double[] previous, double[] current, double q, QuantileDefinition definition) {
        int n = previous.length;
        double observed = quantile(current, q, definition) - quantile(previous, q, definition);
        int worse = 0;
        int better = 0;
        for (int swaps = 0; swaps < 1 << n; swaps++) {
            double[] first = new double[n];
            double[] second = new double[n];
            for (int i = 0; i < n; i++) {
                boolean swap = (swaps >> i & 1) == 1;
                first[i] = swap ? current[i] : previous[i];
                second[i] = swap ? previous[i] : current[i];
            }
            double difference = quantile(second, q, definition) - quantile(first, q, definition);
            worse += difference <= observed + 1e-9 ? 1 : 0;
            better += difference >= observed - 1e-9 ? 1 : 0;
        }
        return new Tails((double) worse / (1 << n), (double) better / (1 << n));
    }

    private static Tails allLabellings(double[] previous, double[] current, double q, QuantileDefinition definition) {
        double observed = quantile(current, q, definition) - quantile(previous, q, definition);
        double[] pooled = Arrays.copyOf(previous, previous.length + current.length);
        System.arraycopy(current, 0, pooled, previous.length, current.length);
        int worse = 0;
        int better = 0;
        int all = 0;
        for (int labels = 0; labels < 1 << pooled.length; labels++) {
            if (Integer.bitCount(labels) != previous.length) {
                continue;
            }
            double[] first = new double[previous.length];
            double[] second = new double[current.length];
            int f = 0;
            int s = 0;
            for (int i = 0; i < pooled.length; i++) {
                if ((labels >> i & 1) == 1) {
                    first[f++] = pooled[i];
                } else {
                    second[s++] = pooled[i];
                }
            }
            double difference = quantile(second, q, definition) - quantile(first, q, definition);
            worse += difference <= observed + 1e-9 ? 1 : 0;
            better += difference >= observed - 1e-9 ? 1 : 0;
            all++;
        }
        return new Tails((double) worse / all, (double) better / all);
    }

    @Test
    void swappingTheSidesSwapsTheTailsOfTheVerySameDraws() {
        double[] previous = exponential(80, 1, "a");
        double[] current = exponential(80, 1.3, "b");
        double[] fewer = exponential(50, 1.3, "c");
        QuantilePermutation median = QuantilePermutation.of(0.5).withScale(x -> -Math.log(x));

        assertThat(median.paired(current, previous, RANDOM).tails())
                .isEqualTo(median.paired(previous, current, RANDOM).tails().swapped());
        assertThat(median.unpaired(current, previous, RANDOM).tails())
                .isEqualTo(median.unpaired(previous, current, RANDOM).tails().swapped());
        assertThat(median.unpaired(fewer, previous, RANDOM).tails())
                .isEqualTo(median.unpaired(previous, fewer, RANDOM).tails().swapped());
    }

    @Test
    void slowerIsWorseOnTheScaleOfNegatedLogarithms() {
        double[] previous = exponential(400, 1, "a");
        double[] current = exponential(400, 2, "b");

        assertThat(QuantilePermutation.of(0.9)
                        .withScale(x -> -Math.log(x))
                        .unpaired(previous, current, RANDOM)
                        .value())
                .isLessThan(0.001);
    }

    @Test
    void theLevelIsKeptForTheTailOfUnpairedSamplesOfTwoSizes() {
        int rejected = 0;
        for (int round = 0; round < 400; round++) {
            double[] previous = exponential(60, 1, "p/" + round);
            double[] current = exponential(40, 1, "c/" + round);
            rejected += QuantilePermutation.of(0.9)
                                    .unpaired(previous, current, RANDOM)
                                    .value()
                            <= 0.05
                    ? 1
                    : 0;
        }
        assertThat(rejected / 400.0).isBetween(0.005, 0.05);
    }

    @Test
    void equalValuesAndSinglePairsSayNothing() {
        double[] same = {2, 2, 2};
        QuantilePermutation median = QuantilePermutation.of(0.5);

        assertThat(median.paired(same, same, RANDOM).value()).isEqualTo(1);
        assertThat(median.unpaired(same, same, RANDOM).value()).isEqualTo(1);
        assertThat(median.paired(new double[] {1}, new double[] {0}, RANDOM).value())
                .isGreaterThan(0.9);
        assertThat(median.unpaired(new double[] {1}, new double[] {0}, RANDOM).value())
                .isGreaterThan(0.9);
    }

    @Test
    void manyValuesAreDrawnAroundTheQuantileOnly() {
        double[] previous = exponential(200_000, 1, "a");
        double[] current = exponential(200_000, 1, "b");

        assertThat(QuantilePermutation.of(0.5)
                        .unpaired(previous, current, RANDOM)
                        .resamples())
                .isEqualTo(10_000);
        assertThat(QuantilePermutation.of(0.99)
                        .paired(previous, current, RANDOM)
                        .resamples())
                .isEqualTo(10_000);
    }

    @Test
    void whatIsNoQuantileIsRefused() {
        assertThatThrownBy(() -> QuantilePermutation.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile must be in (0, 1): 1.0");
        assertThatThrownBy(() -> QuantilePermutation.of(0.5)
                        .withScale(Math::log)
                        .unpaired(new double[] {-1}, new double[] {2}, RANDOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Both quantiles must be inside the scale: -1.0 and 2.0");
    }

    private static double[] exponential(int n, double mean, String name) {
        UniformRandomProvider random = RandomStream.of(13, name, "exponential");
        double[] values = new double[n];
        Arrays.setAll(values, i -> -mean * Math.log1p(-random.nextDouble()));
        return values;
    }
}
