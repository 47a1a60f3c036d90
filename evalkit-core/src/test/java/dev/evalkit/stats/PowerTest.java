package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

    @Test
    void pairsForAMarginFollowTheFormulaOfTheScoreTest() {
        // ψ = 0.2, M = 0.02: √((ψ + 2M)² − 4Mψ(1 + M)) = √0.04128 = 0.203175…, q = 0.110793…, v₀ = 0.201187…;
        // N = (1.959964 √0.201187 + 0.841621 √0.2)²/0.0004 = 3940.7
        assertThat(SampleSize.withDefaults().pairedProportions(0.2, 0.02)).hasValue(3941);
    }

    @ParameterizedTest(name = "discordance {0}, margin {1}")
    @CsvSource({"0.2, 0.05", "0.4, 0.05", "0.1, 0.03"})
    void withThatManyPairsAnUnchangedModelIsFoundNoWorseInAboutFourOfFive(double discordance, double margin) {
        int n = (int)
                SampleSize.withDefaults().pairedProportions(discordance, margin).getAsLong();
        double found = 0;
        BinomialDistribution discordant = BinomialDistribution.of(n, discordance);
        for (int k = 0; k <= discordant.inverseSurvivalProbability(1e-9); k++) {
            BinomialDistribution worse = BinomialDistribution.of(k, 0.5);
            for (int b = 0; b <= k; b++) {
                boolean noWorse =
                        Tango.tails(new PairedCounts(b, k - b, n), -margin).better() < 0.025;
                found += noWorse ? discordant.probability(k) * worse.probability(b) : 0;
            }
        }
        assertThat(found).isEqualTo(0.8, within(0.02));
    }

    @Test
    void aMarginOfZeroHasNoNumber() {
        SampleSize size = SampleSize.withDefaults();

        assertThat(size.pairedProportions(0.2, 0)).isEmpty();
        assertThat(size.pairedScores(0.4, 0)).isEmpty();
        assertThat(size.unpairedRates(0.5, 0)).isEmpty();
        assertThat(size.unpairedScores(1, 2, 0)).isEmpty();
        assertThat(SampleSize.clusters(OptionalLong.empty(), 2, 10)).isEmpty();
    }

    @Test
    void scoresAndRatesFollowTheNormalFormula() {
        SampleSize size = SampleSize.withDefaults();

        // (1.959964 + 0.841621)² = 7.848879…
        assertThat(size.pairedScores(0.5, 0.1)).hasValue(197);
        assertThat(size.unpairedRates(0.5, 0.05)).hasValue(1570);
        assertThat(size.unpairedScores(0.3, 0.4, 0.05)).hasValue(785);
        assertThat(size.withPower(0.9).withLevel(0.9).pairedScores(0.5, 0.1)).hasValue(215);
    }

    @Test
    void clustersAreCountedNotSamples() {
        assertThat(SampleSize.clusters(OptionalLong.of(1000), 2.5, 30)).hasValue(84);
        assertThat(SampleSize.clusters(OptionalLong.of(1000), Double.POSITIVE_INFINITY, 30))
                .isEmpty();
    }

    @Test
    void boundariesGiveNumbers() {
        SampleSize size = SampleSize.withDefaults();

        assertThat(size.pairedProportions(0, 0.02)).hasValue(189);
        assertThat(size.pairedProportions(1, 0.02).getAsLong()).isPositive();
        assertThat(size.pairedProportions(0.2, 1)).hasValue(1);
        assertThat(size.pairedScores(0, 0.1)).hasValue(1);
        assertThat(SampleSize.discordanceOf(0, 100)).isEqualTo(2 * (2 / 104.0) * (102 / 104.0), within(1e-15));
        assertThat(new PairedCounts(0, 0, 98).discordance()).isEqualTo(0.01);
        assertThatThrownBy(() -> size.pairedScores(1, -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A margin must be 0 or more, and finite: -0.1");
    }

    @Test
    void theExactPowerIsTheSumOverAllOutcomes() {
        double power = 0;
        int n = 60;
        double worse = 0.25;
        double better = 0.05;
        for (int b = 0; b <= n; b++) {
            for (int c = 0; c <= n - b; c++) {
                double probability = BinomialDistribution.of(n, worse).probability(b)
                        * BinomialDistribution.of(n - b, better / (1 - worse)).probability(c);
                power += McNemar.exact(b, c).doubledWorse() <= 0.05 ? probability : 0;
            }
        }
        assertThat(McNemarPower.withDefaults().power(n, 0.3, 0.2)).isEqualTo(power, within(1e-10));
    }

    @Test
    void theSizeOfTheExactTestIsAtMostHalfItsLevel() {
        for (int n : new int[] {5, 20, 100, 1000}) {
            assertThat(McNemarPower.withDefaults().power(n, 0.2, 0)).isLessThanOrEqualTo(0.025);
        }
    }

    @Test
    void theSmallestDropThatIsFoundHasThePowerAskedFor() {
        McNemarPower test = McNemarPower.withDefaults().withAlpha(0.05 / 5);

        double drop = test.minimumDetectableDrop(500, 0.2, 0.8).orElseThrow();

        assertThat(test.power(500, 0.2, drop)).isEqualTo(0.8, within(1e-9));
        assertThat(drop)
                .isGreaterThan(McNemarPower.withDefaults()
                        .minimumDetectableDrop(500, 0.2, 0.8)
                        .orElseThrow());
        // The normal formula ((z_α √ψ + z_β √(ψ − d²))²/d² = n) promises 80 % at 0.06815.
        assertThat(test.power(500, 0.2, 0.06815)).isBetween(0.74, 0.79);
    }

    @Test
    void whereEvenTheLargestDropIsMissedThereIsNone() {
        assertThat(McNemarPower.withDefaults().minimumDetectableDrop(20, 0.1, 0.8))
                .isEmpty();
        assertThat(McNemarPower.withDefaults().minimumDetectableDrop(1, 1, 0.8)).isEmpty();
    }

    @Test
    void aMillionPairsAreNoObstacle() {
        assertThat(McNemarPower.withDefaults()
                        .minimumDetectableDrop(1_000_000, 0.2, 0.8)
                        .orElseThrow())
                .isBetween(0.00125, 0.00126);
    }

    @Test
    void impossibleDesignsAreRefused() {
        assertThatThrownBy(() -> McNemarPower.withDefaults().power(10, 0.1, 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The drop must be in [-0.1, 0.1]: 0.2");
        assertThatThrownBy(() -> McNemarPower.withDefaults().power(0, 0.1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Power needs 1 pair or more and a discordance in (0, 1]: 0, 0.1");
    }
}
