package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialSamplerTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 2",
        "2, 1, 3",
        "9, 2, 3",
        "20, 1, 20",
        "20, 10, 20",
        "24, 5, 12",
        "40, 1, 4",
        "100, 99, 100",
        "1000, 1, 3",
        "1000, 9, 1000",
        "1000000, 1, 100000",
        "1000000, 1, 2",
        "5000000, 49, 50"
    })
    void drawsFollowTheBinomialDistribution(int n, long weight, long total) {
        BinomialDistribution binomial = BinomialDistribution.of(n, (double) weight / total);
        // Up to 40 bins between quantiles; Pearson's X² at p = 1e-4. The seed is fixed, so this never fails by chance.
        int draws = 200_000;
        int[] upper = new int[40];
        long[] observed = new long[40];
        for (int bin = 0; bin < 40; bin++) {
            upper[bin] = bin == 39 ? n : binomial.inverseCumulativeProbability((bin + 1) / 40.0);
        }
        UniformRandomProvider rng = RandomStream.of(11, n + " " + weight + "/" + total, "binomial");
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            long k = BinomialSampler.sample(rng, n, weight, total);
            if (k < 0 || k > n) {
                throw new AssertionError(k + " of " + n);
            }
            sum += k;
            int bin = 0;
            while (k > upper[bin]) {
                bin++;
            }
            observed[bin]++;
        }
        double standardError = Math.sqrt(binomial.getVariance() / draws);
        assertThat(sum / draws).isCloseTo(binomial.getMean(), within(4 * standardError));
        double chiSquare = 0;
        int bins = -1;
        for (int bin = 0; bin < 40; bin++) {
            double below = bin == 0 ? 0 : binomial.cumulativeProbability(upper[bin - 1]);
            double expected = draws * (binomial.cumulativeProbability(upper[bin]) - below);
            if (expected > 0) {
                chiSquare += Math.pow(observed[bin] - expected, 2) / expected;
                bins++;
            }
        }
        if (bins > 0) {
            assertThat(chiSquare).isLessThan(ChiSquaredDistribution.of(bins).inverseSurvivalProbability(1e-4));
        }
    }

    @Test
    void hugeCountsHaveTheRightMeanAndSpread() {
        long n = 1L << 50;
        UniformRandomProvider rng = RandomStream.of(12, "huge", "binomial");
        MomentsAccumulator moments = new MomentsAccumulator();
        for (int i = 0; i < 100_000; i++) {
            moments.add(BinomialSampler.sample(rng, n, 3, 10) - 0.3 * n);
        }
        double deviation = Math.sqrt(0.21 * n);
        assertThat(moments.toMoments().mean()).isCloseTo(0, within(4 * deviation / Math.sqrt(100_000)));
        assertThat(Math.sqrt(moments.toMoments().variance())).isCloseTo(deviation, within(0.01 * deviation));
    }

    @Test
    void certaintyAndImpossibilityNeedNoDraw() {
        UniformRandomProvider never = () -> {
            throw new AssertionError("drew");
        };
        assertThat(BinomialSampler.sample(never, 10, 0, 5)).isZero();
        assertThat(BinomialSampler.sample(never, 10, 5, 5)).isEqualTo(10);
        assertThat(BinomialSampler.sample(never, 0, 1, 5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"100, 3", "100, 30", "1000000000000, 30"})
    void loopsEndWithABrokenGeneratorToo(long n, long weight) {
        for (long bits : new long[] {0, -1, 1L << 63, 0xFFFL << 52, 1L << 11}) {
            assertThat(BinomialSampler.sample(() -> bits, n, weight, 100)).isBetween(0L, n);
        }
    }
}
