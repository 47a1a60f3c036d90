package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedScoresTest {
    // Cushny and Peebles 1905, hours of sleep gained by two drugs, the data of Student 1908 (Biometrika 6, 20).
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void studentsSleepDataGiveHisT() {
        PairedScores scores = PairedScores.of(FIRST, SECOND);
        DifferenceEstimate t = scores.t();

        // scipy 1.17, ttest_rel and pearsonr; R's t.test(sleep) prints t = 4.0621, p = 0.002833, [0.7001, 2.4599].
        assertThat(t.difference()).isEqualTo(1.58, within(1e-12));
        assertThat(t.statistic(0)).isEqualTo(4.062127683382037, within(1e-12));
        assertThat(t.degreesOfFreedom()).isEqualTo(9);
        assertThat(t.tails(0).twoSided()).isEqualTo(0.002832890197384273, within(1e-14));
        assertThat(t.interval(0.95).low()).isEqualTo(0.7001142367230175, within(1e-12));
        assertThat(t.interval(0.95).high()).isEqualTo(2.459885763276983, within(1e-12));
        assertThat(scores.pearson()).hasValueCloseTo(0.7951702058335778, within(1e-14));
    }

    @Test
    void theIntervalEndsWhereTheDoubledTailEqualsItsErrorRate() {
        DifferenceEstimate t = PairedScores.of(FIRST, SECOND).t();
        ConfidenceInterval interval = t.interval(0.95);

        assertThat(t.tails(interval.high()).doubledWorse()).isEqualTo(0.05, within(1e-10));
        assertThat(t.tails(interval.low()).better()).isEqualTo(0.025, within(1e-10));
    }

    @Test
    void swappingTheSidesNegatesTheIntervalAndSwapsTheTails() {
        DifferenceEstimate there = PairedScores.of(FIRST, SECOND).t();
        DifferenceEstimate back = PairedScores.of(SECOND, FIRST).t();

        assertThat(back.difference()).isEqualTo(-there.difference());
        assertThat(back.interval(0.95).low()).isEqualTo(-there.interval(0.95).high());
        assertThat(back.tails(0.3)).isEqualTo(there.tails(-0.3).swapped());
    }

    @Test
    void onePairHasNoInterval() {
        DifferenceEstimate t =
                PairedScores.of(new double[] {0.4}, new double[] {0.1}).t();

        assertThat(t.interval(0.95).isBounded()).isFalse();
        assertThat(t.tails(0).doubledWorse()).isEqualTo(1);
        assertThat(t.warnings())
                .containsExactly("2 pairs or more are needed for an interval of a mean difference; there is 1");
    }

    @Test
    void equalDifferencesGiveAnIntervalWithoutWidthAndSaySo() {
        PairedScores scores = PairedScores.of(new double[] {1, 2, 3}, new double[] {0, 1, 2});
        DifferenceEstimate t = scores.t();

        assertThat(t.interval(0.95).low())
                .isEqualTo(-1)
                .isEqualTo(t.interval(0.95).high());
        assertThat(t.tails(0)).isEqualTo(new Tails(0, 1));
        assertThat(t.tails(-1)).isEqualTo(new Tails(0.5, 0.5));
        assertThat(t.interval(0.95).warnings())
                .containsExactly("All 3 differences are equal, so that the interval has no width");
    }

    @Test
    void aDropOfExactlyTheMarginIsNotBeyondItByRounding() {
        double[] previous = {0.8, 0.9, 0.7, 0.3, 0.6};
        double[] current = {0.75, 0.85, 0.65, 0.25, 0.55};

        assertThat(PairedScores.of(previous, current).t().tails(-0.05).doubledWorse())
                .isEqualTo(1);
    }

    @Test
    void aSideThatDoesNotVaryHasNoCorrelation() {
        assertThat(PairedScores.of(new double[] {1, 1}, new double[] {0, 1}).pearson())
                .isEmpty();
    }

    @Test
    void clusteredDifferencesUseCr1WithOneDegreeOfFreedomLessThanClusters() {
        ClusteredMean clusters = ClusteredMean.of(
                List.of(Moments.of(0, -1, 1), Moments.of(-1, -1), Moments.of(0, 0, 1), Moments.of(-1, 0)));

        DifferenceEstimate estimate = DifferenceEstimate.clustered(clusters);

        assertThat(estimate.standardError()).isEqualTo(clusters.cr1());
        assertThat(estimate.degreesOfFreedom()).isEqualTo(3);
        assertThat(estimate.interval(0.95))
                .isEqualTo(MeanInterval.withDefaults().of(clusters));
        assertThat(estimate.warnings()).hasSize(2);
    }

    @Test
    void aSingleClusterSaysNothing() {
        DifferenceEstimate estimate = DifferenceEstimate.clustered(ClusteredMean.of(List.of(Moments.of(1, 0))));

        assertThat(estimate.interval(0.95).isBounded()).isFalse();
        assertThat(estimate.tails(-0.1)).isEqualTo(new Tails(0.5, 0.5));
    }

    @Test
    void whatDoesNotPairIsRefused() {
        assertThatThrownBy(() -> PairedScores.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pairs need two lists of one length, 1 or more: 2 and 1");
        assertThatThrownBy(() -> PairedCounts.of(new double[] {1, 0}, new double[] {1, 0.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Score 1 (from 0) must be 0 or 1: 0.5");
    }
}
