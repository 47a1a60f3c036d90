package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {
    static final ClusteredMean FOUR = ClusteredMean.of(
            List.of(Moments.of(1, 0), Moments.of(0, 0, 0), Moments.of(1, 1, 1, 1), Moments.of(0.5, 1, 0)));

    @Test
    void hasThreeStandardErrors() {
        // NumPy 2.4, from the formulas in the Javadoc; the plain one is scipy.stats.sem.
        assertThat(FOUR.n()).isEqualTo(12);
        assertThat(FOUR.clusters()).isEqualTo(4);
        assertThat(FOUR.mean()).isCloseTo(0.5416666666666666, within(1e-12));
        assertThat(FOUR.cr0()).isCloseTo(0.2045371732642103, within(1e-12));
        assertThat(FOUR.cr1()).isCloseTo(0.23617918408675387, within(1e-12));
        assertThat(FOUR.plain()).isCloseTo(0.14378979466744174, within(1e-12));
        assertThat(FOUR.designEffect(0.95)).isCloseTo(7.113004714961159, within(1e-9));
    }

    @Test
    void clustersOfOneGiveThePlainErrorAsCr1() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
        ClusteredMean mean = ClusteredMean.of(
                IntStream.range(0, 8).mapToObj(i -> Moments.of(values[i])).toList());
        assertThat(mean.cr1()).isCloseTo(Moments.of(values).standardError(), within(1e-14));
        assertThat(mean.plain()).isCloseTo(Moments.of(values).standardError(), within(1e-14));
    }

    @Test
    void designEffectIsNeverBelowOne() {
        // Every cluster has the same mean: clustering narrows, and is not believed to.
        ClusteredMean mean = ClusteredMean.of(List.of(Moments.of(0, 1), Moments.of(1, 0), Moments.of(0, 1)));
        assertThat(mean.cr0()).isZero();
        assertThat(mean.designEffect(0.95)).isEqualTo(1);
    }

    @Test
    void equalSamplesCountOncePerCluster() {
        ClusteredMean mean = ClusteredMean.of(List.of(Moments.ofBinary(4, 4), Moments.ofBinary(6, 6)));
        assertThat(mean.plain()).isZero();
        assertThat(mean.designEffect(0.95)).isEqualTo(5);
    }

    @Test
    void oneClusterHasNoErrorToGive() {
        ClusteredMean mean = ClusteredMean.of(List.of(Moments.of(1, 2)));
        assertThat(mean.cr1()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(mean.designEffect(0.95)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ClusteredMean.of(List.of(Moments.of(1))).plain()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void orderOfClustersDoesNotMatter() {
        ClusteredMean turned = ClusteredMean.of(
                List.of(Moments.of(0, 1, 0.5), Moments.of(1, 1, 1, 1), Moments.of(0, 0, 0), Moments.of(0, 1)));
        assertThat(turned.mean()).isCloseTo(FOUR.mean(), within(1e-15));
        assertThat(turned.cr1()).isCloseTo(FOUR.cr1(), within(1e-15));
        assertThat(turned.plain()).isCloseTo(FOUR.plain(), within(1e-15));
    }

    @Test
    void warnsOfFewClusters() {
        assertThat(ofClusters(30).warnings()).isEmpty();
        assertThat(ofClusters(29).warnings())
                .containsExactly(
                        "30 clusters or more are wanted for a clustered interval to keep its level; there are 29");
        assertThat(ofClusters(6).warnings()).hasSize(1);
        assertThat(ofClusters(5).warnings())
                .containsExactly(
                        "30 clusters or more are wanted for a clustered interval to keep its level; there are 5",
                        "6 clusters or more are needed for a verdict; there are 5");
    }

    @Test
    void refusesNoClustersAndEmptyOnes() {
        assertThatThrownBy(() -> ClusteredMean.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A clustered mean needs clusters; there are none");
        assertThatThrownBy(() -> ClusteredMean.of(List.of(Moments.of(1), Moments.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Every cluster needs a sample; cluster 1 (from 0) has none");
    }

    private static ClusteredMean ofClusters(int count) {
        return ClusteredMean.of(IntStream.range(0, count)
                .mapToObj(g -> Moments.ofBinary(g % 2, 2))
                .toList());
    }
}
