package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TangoTest {

    // (0.026, 0.517) stands, with the other sign, in Fagerland, Lydersen and Laake 2014 (Statistics in Medicine 33,
    // 2850), table V, for the airway
    // data of Bentur et al.: 7 worse, 1 better, 21 pairs. All digits: maximising the likelihood under the hypothesis by
    // bisection in
    // 40-digit arithmetic (mpmath 1.3), not by Tango's closed form, and solving for |z| = 1.959963984540054.
    @ParameterizedTest(name = "{0} worse, {1} better of {2}")
    @CsvSource({
        "7, 1, 21, -0.5172322764213774, -0.02600303248086854",
        "1, 7, 21, 0.02600303248086854, 0.5172322764213774",
        "40, 20, 160, -0.2180642441668248, -0.03086453313308672",
        "16, 6, 161, -0.1240234324640682, -0.005433395731677082",
        "3, 0, 1000, -0.008783014053503174, 0.0008382387610117895",
        "154, 286, 1730, 0.05284368857940976, 0.09992233932919685",
        "160, 165, 900, -0.03376895786026424, 0.0448741355923098",
        "0, 0, 100, -0.03699349820698568, 0.03699349820698568",
        "5, 0, 5, -1.0, -0.1310350704336504"
    })
    void theIntervalIsTheOneThatWasPublished(double worse, double better, double pairs, double low, double high) {
        ConfidenceInterval interval = Tango.interval(new PairedCounts(worse, better, pairs), 0.95);

        assertThat(interval.low()).isEqualTo(low, within(1e-12));
        assertThat(interval.high()).isEqualTo(high, within(1e-12));
        assertThat(interval.method()).isEqualTo("tango");
    }

    // Computed as above.
    @ParameterizedTest
    @CsvSource({
        "40, 20, 160, -0.05, -1.56805964336246",
        "7, 1, 21, -0.1, -1.471333216362518",
        "2.5, 1.25, 40.5, -0.02, -0.2304689370881041",
        "0, 0, 100, -0.02, 1.428571428571429"
    })
    void theScoreAtAMarginIsTheOneOfTheConstrainedLikelihood(
            double worse, double better, double pairs, double hypothesis, double z) {
        assertThat(Tango.score(new PairedCounts(worse, better, pairs), hypothesis))
                .isEqualTo(z, within(1e-12));
    }

    @Test
    void effectiveCountsMayBeFractional() {
        PairedCounts counts = new PairedCounts(5, 2.5, 81).dividedBy(2);

        ConfidenceInterval interval = Tango.interval(counts, 0.9);

        // Computed as above for b = 2.5, c = 1.25, n = 40.5.
        assertThat(interval.low()).isEqualTo(-0.1304899382512014, within(1e-12));
        assertThat(interval.high()).isEqualTo(0.06140636612626137, within(1e-12));
    }

    @Test
    void theScoreAtZeroIsMcNemarsWithoutCorrection() {
        PairedCounts counts = new PairedCounts(40, 20, 160);

        double z = Tango.score(counts, 0);

        assertThat(z * z).isEqualTo(McNemar.chiSquare(counts).statistic(), within(1e-12));
    }

    @Test
    void theIntervalEndsWhereTheDoubledTailEqualsItsErrorRate() {
        PairedCounts counts = new PairedCounts(30, 18, 400);

        ConfidenceInterval interval = Tango.interval(counts, 0.95);

        assertThat(Tango.tails(counts, interval.high()).doubledWorse()).isEqualTo(0.05, within(1e-10));
        assertThat(Tango.tails(counts, interval.low()).swapped().doubledWorse()).isEqualTo(0.05, within(1e-10));
    }

    @Test
    void swappingTheSidesNegatesTheIntervalAndSwapsTheTailsToTheLastBit() {
        UniformRandomProvider random = RandomStream.of(1, "swap", "tango");
        for (int i = 0; i < 300; i++) {
            double pairs = 1 + random.nextInt(500) + random.nextDouble();
            double worse = random.nextDouble() * pairs;
            double better = random.nextDouble() * (pairs - worse);
            PairedCounts counts = new PairedCounts(worse, better, pairs);
            double delta = 2 * random.nextDouble() - 1;

            ConfidenceInterval interval = Tango.interval(counts, 0.95);
            ConfidenceInterval swapped = Tango.interval(counts.swapped(), 0.95);

            assertThat(swapped.low()).isEqualTo(-interval.high());
            assertThat(swapped.high()).isEqualTo(-interval.low());
            assertThat(Tango.tails(counts.swapped(), -delta))
                    .isEqualTo(Tango.tails(counts, delta).swapped());
        }
    }

    @ParameterizedTest(name = "{0} worse, {1} better of {2}")
    @CsvSource({
        "0, 0, 1",
        "1, 0, 1",
        "0, 1, 1",
        "7, 0, 7",
        "0, 7, 7",
        "3, 4, 7",
        "1000000, 0, 1000000",
        "0, 0, 0.3",
        "0, 0, 1e9"
    })
    void noBoundaryGivesAnythingButNumbers(double worse, double better, double pairs) {
        PairedCounts counts = new PairedCounts(worse, better, pairs);
        for (double delta : new double[] {-1, -0.999, -0.02, -1e-300, 0, 1e-300, 0.02, 0.999, 1}) {
            assertThat(Tango.score(counts, delta)).isNotNaN();
            Tails tails = Tango.tails(counts, delta);
            assertThat(tails.worse() + tails.better()).isEqualTo(1, within(1e-12));
        }
        for (double level : new double[] {0.01, 0.95, 0.999999}) {
            ConfidenceInterval interval = Tango.interval(counts, level);
            assertThat(interval.low()).isBetween(-1.0, counts.difference());
            assertThat(interval.high()).isBetween(counts.difference(), 1.0);
        }
    }

    @Test
    void withoutDiscordantPairsTheIntervalIsThatOfWilsonForNoSuccess() {
        // z(δ) = √(nδ/(1 − δ)) = z gives δ = z²/(n + z²), the upper end of Wilson's interval for 0 of n.
        ConfidenceInterval interval = Tango.interval(new PairedCounts(0, 0, 250), 0.95);

        assertThat(interval.high())
                .isEqualTo(ProportionInterval.withDefaults().of(0, 250).high(), within(1e-12));
    }

    @Test
    void aMarginBeyondEveryPossibleDifferenceCannotBeExceeded() {
        PairedCounts counts = new PairedCounts(7, 0, 7);

        assertThat(Tango.tails(counts, -1.5)).isEqualTo(new Tails(1, 0));
        assertThat(Tango.tails(counts, 1.5)).isEqualTo(new Tails(0, 1));
    }

    @Test
    void theNormalTailKeepsItsLevelAtTheMarginWhereManyPairsAreDiscordant() {
        // n = 500, M = 0.02, the true drop exactly M, 20 % discordant; summed over all outcomes.
        assertThat(rejectionRate(500, 0.2, 0.02, counts -> Tango.tails(counts, -0.02)))
                .isBetween(0.0245, 0.0255);
    }

    @Test
    void exactTailsKeepTheirLevelWhereTheNormalTailDoesNot() {
        assertThat(rejectionRate(100, 0.05, 0.02, counts -> Tango.tails(counts, -0.02)))
                .isBetween(0.035, 0.036);
        assertThat(rejectionRate(100, 0.05, 0.02, counts -> TangoExact.tails(counts, -0.02)))
                .isBetween(0.017, 0.018);
    }

    @Test
    void exactTailsAgreeWithNormalOnesWhereManyPairsAreDiscordant() {
        PairedCounts counts = new PairedCounts(10_400, 10_000, 100_000);

        Tails exact = TangoExact.tails(counts, -0.002);

        assertThat(exact.worse()).isEqualTo(Tango.tails(counts, -0.002).worse(), within(2e-3));
        assertThat(exact.worse() + exact.better()).isBetween(1.0, 1.01);
    }

    @Test
    void exactTailsAtZeroComeFromTheOutcomesThemselves() {
        // n = 2, one worse: q = 1/4 and P(worse) = P(better) = 1/4. z(1, 0) = −1; at most that: (1, 0), (2, 0).
        Tails tails = TangoExact.tails(new PairedCounts(1, 0, 2), 0);

        assertThat(tails.worse()).isEqualTo(2 * 0.25 * 0.5 + 0.25 * 0.25, within(1e-12));
        assertThat(tails.better()).isEqualTo(1 - 0.25 * 0.25, within(1e-12));
    }

    @ParameterizedTest(name = "{0} worse, {1} better of {2}")
    @CsvSource({"0, 0, 1", "1, 0, 1", "0, 1, 1", "7, 0, 7", "0, 7, 7", "3, 4, 7", "0, 0, 50"})
    void exactTailsSwapWithTheSidesAndAreNumbersAtEveryBoundary(double worse, double better, double pairs) {
        PairedCounts counts = new PairedCounts(worse, better, pairs);
        for (double delta : new double[] {-1.1, -1, -0.3, -0.02, 0, 0.02, 1}) {
            Tails tails = TangoExact.tails(counts, delta);
            assertThat(tails.worse() + tails.better()).isBetween(1 - 1e-12, 2.0);
            Tails swapped = TangoExact.tails(counts.swapped(), -delta);
            assertThat(swapped.better()).isEqualTo(tails.worse(), within(1e-12));
        }
    }

    /** How often the tail of "worse" is at most 2.5 % where the true drop is exactly the margin. */
    private static double rejectionRate(int n, double discordance, double margin, Function<PairedCounts, Tails> test) {
        BinomialDistribution worse = BinomialDistribution.of(n, (discordance + margin) / 2);
        double betterOfOthers = (discordance - margin) / 2 / (1 - (discordance + margin) / 2);
        double rejected = 0;
        for (int b = 0; b <= worse.inverseSurvivalProbability(1e-9); b++) {
            BinomialDistribution better = BinomialDistribution.of(n - b, betterOfOthers);
            for (int c = 0; c <= better.inverseSurvivalProbability(1e-9); c++) {
                boolean rejects = test.apply(new PairedCounts(b, c, n)).worse() <= 0.025;
                rejected += rejects ? worse.probability(b) * better.probability(c) : 0;
            }
        }
        return rejected;
    }

    @Test
    void whatCannotBeCountsIsRefused() {
        assertThatThrownBy(() -> new PairedCounts(3, 2, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Paired counts need worse >= 0, better >= 0 and pairs >= worse + better > 0: worse = 3.0, better = 2.0, pairs = 4.0");
        assertThatThrownBy(() -> Tango.score(new PairedCounts(1, 1, 4), -1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A difference of proportions must be in [-1, 1]: -1.2");
    }
}
