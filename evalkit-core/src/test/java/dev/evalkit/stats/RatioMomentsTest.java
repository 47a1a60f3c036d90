package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioMomentsTest {
    private static final double[] POINTS = {3, 0, 2.5, 4, 1, 6, 0, 2};
    private static final double[] MAXIMUM = {4, 2, 5, 4, 2, 8, 0, 2};

    @Test
    void ratioIsOfTheSums() {
        assertThat(of(0, 8).ratio()).isCloseTo(18.5 / 27, within(1e-15));
    }

    @Test
    void pseudoValuesAverageTheRatioAndHaveItsSpread() {
        RatioMoments all = of(0, 8);
        double ratio = 18.5 / 27;
        double[] pseudoValues = new double[8];
        for (int i = 0; i < 8; i++) {
            // R + (x_i − R·w_i)/mean(w), as published.
            pseudoValues[i] = ratio + (POINTS[i] - ratio * MAXIMUM[i]) / (27.0 / 8);
            assertThat(all.pseudoValue(POINTS[i], MAXIMUM[i])).isCloseTo(pseudoValues[i], within(1e-14));
        }
        Moments expected = Moments.of(pseudoValues);
        Moments actual = all.pseudoValues(all);
        assertThat(expected.mean()).isCloseTo(ratio, within(1e-14));
        assertThat(actual.mean()).isCloseTo(ratio, within(1e-14));
        assertThat(actual.standardError()).isCloseTo(expected.standardError(), within(1e-14));
    }

    @Test
    void clustersGiveTheClusteredErrorOfPseudoValues() {
        RatioMoments all = of(0, 8);
        ClusteredMean actual = ClusteredMean.of(List.of(all.pseudoValues(of(0, 3)), all.pseudoValues(of(3, 8))));
        MomentsAccumulator first = new MomentsAccumulator();
        MomentsAccumulator second = new MomentsAccumulator();
        for (int i = 0; i < 8; i++) {
            (i < 3 ? first : second).add(all.pseudoValue(POINTS[i], MAXIMUM[i]));
        }
        ClusteredMean expected = ClusteredMean.of(List.of(first.toMoments(), second.toMoments()));
        assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-14));
        assertThat(actual.cr1()).isCloseTo(expected.cr1(), within(1e-14));
        assertThat(actual.plain()).isCloseTo(expected.plain(), within(1e-14));
    }

    @Test
    void mergeToWhatOnePassGives() {
        RatioMoments merged = of(0, 3).merge(RatioMoments.NONE).merge(of(3, 8));
        RatioMoments whole = of(0, 8);
        assertThat(merged.n()).isEqualTo(8);
        assertThat(merged.ratio()).isCloseTo(whole.ratio(), within(1e-14));
        assertThat(merged.squaresX()).isCloseTo(whole.squaresX(), within(1e-12));
        assertThat(merged.squaresW()).isCloseTo(whole.squaresW(), within(1e-12));
        assertThat(merged.products()).isCloseTo(whole.products(), within(1e-12));
        assertThat(RatioMoments.NONE.merge(whole)).isEqualTo(whole);
    }

    @Test
    void accumulatorsMergeInOrder() {
        RatioAccumulator first = new RatioAccumulator();
        RatioAccumulator second = new RatioAccumulator();
        first.add(1, 2);
        second.add(2, 2);
        second.add(0, 1);
        first.merge(second);
        assertThat(first.toRatioMoments().n()).isEqualTo(3);
        assertThat(first.toRatioMoments().ratio()).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void fullMarksHaveNoSpreadAtAll() {
        RatioAccumulator ratio = new RatioAccumulator();
        for (double maximum : MAXIMUM) {
            ratio.add(maximum, maximum);
        }
        RatioMoments moments = ratio.toRatioMoments();
        assertThat(moments.pseudoValues(moments)).isEqualTo(new Moments(8, 1, 0));
    }

    @Test
    void aDenominatorOfZeroIsRefused() {
        RatioAccumulator ratio = new RatioAccumulator();
        ratio.add(0, 0);
        assertThatThrownBy(() -> ratio.toRatioMoments().ratio())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A ratio needs a denominator above 0; its mean over 1 samples is 0.0");
    }

    @Test
    void refuseWhatIsNotFinite() {
        RatioAccumulator ratio = new RatioAccumulator();
        ratio.add(Double.POSITIVE_INFINITY, 1);
        assertThatThrownBy(ratio::toRatioMoments)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Moments of a ratio need n >= 0 and finite numbers: n = 1, means = Infinity and 1.0");
    }

    private static RatioMoments of(int from, int to) {
        RatioAccumulator ratio = new RatioAccumulator();
        for (int i = from; i < to; i++) {
            ratio.add(POINTS[i], MAXIMUM[i]);
        }
        return ratio.toRatioMoments();
    }
}
