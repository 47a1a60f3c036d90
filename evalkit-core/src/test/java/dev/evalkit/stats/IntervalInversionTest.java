package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalInversionTest {

    @Test
    void invertingTheIntervalOfATTestGivesItsPValue() {
        DifferenceEstimate t = new DifferenceEstimate(-0.04, 0.015, 24, "t", List.of());
        for (double hypothesis : new double[] {-0.02, 0, 0.03}) {
            Tails inverted = IntervalInversion.tails(t::interval, hypothesis);
            assertThat(inverted.worse()).isEqualTo(t.tails(hypothesis).worse(), within(1e-10));
        }
        assertThat(IntervalInversion.tails(t::interval, -0.07).better())
                .isEqualTo(t.tails(-0.07).better(), within(1e-10));
    }

    @Test
    void aDifferenceOnTheOtherSideOfTheCutOffHasADoubledTailOfOne() {
        DifferenceEstimate t = new DifferenceEstimate(0.04, 0.015, 24, "t", List.of());

        assertThat(IntervalInversion.tails(t::interval, 0).doubledWorse()).isEqualTo(1);
        assertThat(IntervalInversion.tails(t::interval, 0.04).doubledWorse()).isEqualTo(1);
    }

    @Test
    void newcombesPValueIsTheLevelAtWhichItsEndMeetsTheMargin() {
        UnpairedCounts counts = new UnpairedCounts(180, 200, 150, 200);

        double p = IntervalInversion.tails(level -> Newcombe.interval(counts, level), -0.05)
                .doubledWorse();

        assertThat(p).isBetween(0.001, 0.05);
        assertThat(Newcombe.interval(counts, 1 - p).high()).isEqualTo(-0.05, within(1e-9));
    }

    @Test
    void endsThatJumpOrAreUnboundedAreNoObstacle() {
        double[] previous = IntStream.rangeClosed(1, 400).mapToDouble(i -> -i).toArray();
        double[] current =
                IntStream.rangeClosed(1, 400).mapToDouble(i -> -1.3 * i).toArray();
        QuantileEstimator estimator = QuantileEstimator.withDefaults();

        Tails tails = IntervalInversion.tails(
                level -> {
                    QuantileEstimator at = estimator.withLevel(level);
                    QuantileEstimate p = at.estimate(previous, 0.5);
                    QuantileEstimate c = at.estimate(current, 0.5);
                    return Mover.difference(
                            p.value(),
                            p.interval().low(),
                            p.interval().high(),
                            c.value(),
                            c.interval().low(),
                            c.interval().high(),
                            level);
                },
                0);

        assertThat(tails.doubledWorse()).isBetween(1e-6, 0.01);
        assertThat(tails.better()).isEqualTo(0.5);
    }

    @Test
    void aPValueBelowWhatALevelCanSayIsReportedAsTheLeast() {
        DifferenceEstimate t = new DifferenceEstimate(-1, 0.001, 500, "t", List.of());

        assertThat(IntervalInversion.tails(t::interval, 0).doubledWorse()).isEqualTo(1e-15);
    }

    @Test
    void rescalingFollowsTheNormalQuantilesAndKeepsTheArmsApart() {
        ConfidenceInterval ninety = ConfidenceInterval.of(0.7, 0.95, 0.90, "reported");

        ConfidenceInterval rescaled = NormalRescaling.rescale(0.9, ninety, 0.95);

        // z(0.95)/z(0.90) = 1.959963984540054/1.6448536269514722
        double stretch = 1.191573494702139;
        assertThat(rescaled.low()).isEqualTo(0.9 - 0.2 * stretch, within(1e-12));
        assertThat(rescaled.high()).isEqualTo(0.9 + 0.05 * stretch, within(1e-12));
        assertThat(rescaled.level()).isEqualTo(0.95);
    }

    @Test
    void rescalingKeepsUnboundedEndsUnbounded() {
        ConfidenceInterval open = ConfidenceInterval.of(1, Double.POSITIVE_INFINITY, 0.95, "order_statistics");

        assertThat(NormalRescaling.rescale(2, open, 0.99).high()).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
