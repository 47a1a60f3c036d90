package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class SignFlipsTest {
    private static final RandomBatches RANDOM = new RandomBatches(7, "test", "sign-flip");

    @Test
    void darwinsMaizeGivesFishersCount() {
        // Fisher 1935, The Design of Experiments, section 21: of 32,768 arrangements 863 have a sum of 314 or more, in
        // eighths of an inch.
        double[] differences = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

        Tails tails = SignFlips.test(differences, RANDOM).tails();

        assertThat(tails.better()).isEqualTo(863 / 32768.0, within(1e-15));
        assertThat(tails.worse()).isEqualTo(31933 / 32768.0, within(1e-15));
    }

    @Test
    void tiesDecideAndRoundingDoesNot() {
        // 0.1 + 0.2 is not 0.3 in floating point; in tenths the sums are 6, 4, 2, 0, 0, −2, −4, −6, and the observed
        // one, 0, is tied.
        double[] tenths = {0.1, 0.2, -0.3};

        assertThat(SignFlips.test(tenths, RANDOM).tails()).isEqualTo(new Tails(5 / 8.0, 5 / 8.0));
    }

    @Test
    void differencesOfOneSizeAreMcNemarsTest() {
        double[] differences = new double[1_000_000];
        Arrays.fill(differences, 0, 300, -1);
        Arrays.fill(differences, 300, 550, 1);

        assertThat(SignFlips.test(differences, RANDOM).tails()).isEqualTo(McNemar.exact(300, 250));
    }

    @Test
    void clusterSumsOfBinaryScoresAreCountedOut() {
        double[] clusters = {-5, 3, -4, -1, 2, -6, 0, -2, 1, -3, -7, 4, -2, -2, 5, -9, -1, 2, -3, -4, -6, 1, -8, 2};

        PValue exact = SignFlips.test(clusters, RANDOM);
        // The same with sizes that share no unit, close enough to leave every comparison as it was, is simulated.
        double[] uneven = IntStream.range(0, clusters.length)
                .mapToDouble(i -> clusters[i] * (1 + 1e-7 * Math.sqrt(i + 2)))
                .toArray();
        PValue simulated = SignFlips.test(uneven, RANDOM);

        assertThat(exact.resamples()).isZero();
        assertThat(simulated.resamples()).isEqualTo(10_000);
        assertThat(exact.value()).isBetween(simulated.low() * 0.8, simulated.high() * 1.2);
        assertThat(exact.low()).isEqualTo(exact.high()).isEqualTo(exact.value());
    }

    @Test
    void countingOutAndEnumerationAreTheSharesOfAllSigns() {
        double[] points = {3, -1, 2, 5, -4, 1, 1, -2, 6, 2, 0};
        double[] halfPoints = Arrays.stream(points).map(d -> d * 0.1).toArray();
        double[] roots = IntStream.range(1, 13)
                .mapToDouble(i -> Math.sqrt(i + 0.5) * (i % 3 == 0 ? 1 : -1))
                .toArray();

        for (double[] differences : new double[][] {points, halfPoints, roots}) {
            Tails tails = SignFlips.test(differences, RANDOM).tails();
            Tails all = allSigns(differences);
            assertThat(tails.worse()).isEqualTo(all.worse(), within(1e-14));
            assertThat(tails.better()).isEqualTo(all.better(), within(1e-14));
        }
    }

    private static Tails allSigns(double[] differences) {
        double observed = Arrays.stream(differences).sum();
        int all = 1 << differences.length;
        int worse = 0;
        int better = 0;
        for (int signs = 0; signs < all; signs++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (signs >> i & 1) == 1 ? differences[i] : -differences[i];
            }
            worse += sum <= observed + 1e-9 ? 1 : 0;
            better += sum >= observed - 1e-9 ? 1 : 0;
        }
        return new Tails((double) worse / all, (double) better / all);
    }

    @Test
    void fewerThanSixClustersCannotReject() {
        assertThat(SignFlips.test(new double[] {-9, -9.5, -8.1, -7.77, -9.3}, RANDOM)
                        .value())
                .isEqualTo(2 / 32.0);
        assertThat(SignFlips.test(new double[] {-9, -9.5, -8.1, -7.77, -9.3, -8}, RANDOM)
                        .value())
                .isEqualTo(2 / 64.0);
    }

    @Test
    void differencesOfZeroSayNothing() {
        assertThat(SignFlips.test(new double[] {0, 0, 0}, RANDOM).tails()).isEqualTo(Tails.NO_EVIDENCE);
        assertThat(SignFlips.test(new double[] {-1, 0, 0}, RANDOM).tails()).isEqualTo(new Tails(0.5, 1));
    }

    @Test
    void theOrderOfTheDifferencesChangesNothing() {
        double[] differences = normal(200, -0.1, "order");
        Double[] boxed = Arrays.stream(differences).boxed().toArray(Double[]::new);
        ListSampler.shuffle(RandomStream.of(2, "order", "shuffle"), Arrays.asList(boxed));
        double[] shuffled = Arrays.stream(boxed).mapToDouble(d -> d).toArray();

        assertThat(SignFlips.test(shuffled, RANDOM).tails())
                .isEqualTo(SignFlips.test(differences, RANDOM).tails());
    }

    @Test
    void swappingTheSidesSwapsTheTailsOfTheVerySameDraws() {
        for (int n : new int[] {12, 60}) {
            for (double shift : new double[] {-0.2, 0, 0.2}) {
                double[] differences = normal(n, shift, "swap");
                double[] negated = Arrays.stream(differences).map(d -> -d).toArray();

                assertThat(SignFlips.test(negated, RANDOM).tails())
                        .isEqualTo(SignFlips.test(differences, RANDOM).tails().swapped());
            }
        }
    }

    @Test
    void aThousandScoresAgreeWithStudentsT() {
        double[] differences = normal(1000, -0.07, "t");

        PValue flips = SignFlips.test(differences, RANDOM);
        double t = PairedScores.of(new double[1000], differences).t().tails(0).doubledWorse();

        assertThat(flips.resamples()).isEqualTo(10_000);
        assertThat(t).isBetween(flips.low(), flips.high());
    }

    @Test
    void theLevelIsKeptForSkewedDifferencesToo() {
        // Symmetric under the hypothesis, but not normal: cubes. 2000 rounds of 12; p ≤ 0.05 means 2.5 % of "worse".
        int rejected = 0;
        for (int round = 0; round < 2000; round++) {
            double[] differences = Arrays.stream(normal(12, 0, "level/" + round))
                    .map(d -> d * d * d)
                    .toArray();
            rejected += SignFlips.test(differences, RANDOM).value() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / 2000.0).isBetween(0.016, 0.035);
    }

    @Test
    void whatIsNoDifferenceIsRefused() {
        assertThatThrownBy(() -> SignFlips.test(new double[] {1, Double.NaN}, RANDOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sign flips need finite differences: NaN");
        assertThatThrownBy(() -> SignFlips.test(new double[0], RANDOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sign flips need differences; there are none");
    }

    private static double[] normal(int n, double mean, String name) {
        UniformRandomProvider random = RandomStream.of(11, name, "normal");
        NormalDistribution distribution = NormalDistribution.of(mean, 1);
        return IntStream.range(0, n)
                .mapToDouble(i -> distribution.inverseCumulativeProbability(random.nextDouble()))
                .toArray();
    }
}
