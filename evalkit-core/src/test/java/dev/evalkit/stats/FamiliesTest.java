package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    // The 15 p-values of Benjamini and Hochberg 1995, section 3.2, of which their method rejects four at 0.05 and
    // Bonferroni's three.
    private static final double[] BENJAMINI_HOCHBERG_1995 = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.000
    };

    @Test
    void holmMultipliesByHowManyAreLeft() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjust(BENJAMINI_HOCHBERG_1995)).startsWith(new double[] {0.0015}, within(1e-15));
        // As in the paper: Bonferroni's method, and Holm's, reject the three smallest at 0.05.
        assertThat(Arrays.stream(Holm.adjust(BENJAMINI_HOCHBERG_1995))
                        .filter(p -> p <= 0.05)
                        .count())
                .isEqualTo(3);
    }

    @Test
    void benjaminiAndHochbergRejectFourInTheirExample() {
        double[] adjusted = BenjaminiHochberg.adjust(BENJAMINI_HOCHBERG_1995);

        // 0.0004 · 15/2, 0.0019 · 15/3, 0.0095 · 15/4, and min(0.0278 · 15/6, 0.0298 · 15/7, 0.0344 · 15/8, …)
        assertThat(Arrays.copyOf(adjusted, 4))
                .containsExactly(new double[] {0.0015, 0.003, 0.0095, 0.035625}, within(1e-15));
        assertThat(adjusted[5]).isEqualTo(0.0298 * 15 / 7, within(1e-15));
        assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05).count()).isEqualTo(4);
    }

    @Test
    void theOrderGivenIsTheOrderReturned() {
        assertThat(Holm.adjust(0.9, 0.01)).containsExactly(new double[] {0.9, 0.02}, within(1e-15));
        assertThat(BenjaminiHochberg.adjust(0.9, 0.01)).containsExactly(new double[] {0.9, 0.02}, within(1e-15));
        assertThat(Holm.adjust()).isEmpty();
        assertThat(BenjaminiHochberg.adjust()).isEmpty();
    }

    @Test
    void whatIsNoPValueIsRefused() {
        assertThatThrownBy(() -> Holm.adjust(0.5, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p-values must be in [0, 1]: [0.5, NaN]");
    }

    @Test
    void raisingAPValueLowersNoAdjustedOne() {
        UniformRandomProvider random = RandomStream.of(1, "monotone", "holm");
        for (int i = 0; i < 500; i++) {
            double[] low = random.doubles(6).map(u -> u * u).toArray();
            double[] high = Arrays.stream(low)
                    .map(p -> p + (1 - p) * random.nextDouble() * random.nextInt(2))
                    .toArray();
            double[] adjustedLow = Holm.adjust(low);
            double[] adjustedHigh = Holm.adjust(high);
            for (int j = 0; j < low.length; j++) {
                assertThat(adjustedHigh[j]).isGreaterThanOrEqualTo(adjustedLow[j]);
            }
        }
    }

    /** A simulation whose p-value of "worse" is known: a draw is extreme with probability p/2. */
    private static PValue simulated(double p, String name) {
        NullSimulation coin = (random, resamples) -> {
            long worse = 0;
            for (int i = 0; i < resamples; i++) {
                worse += random.nextDouble() < p / 2 ? 1 : 0;
            }
            return new TailCounts(worse, resamples - worse, resamples);
        };
        return MonteCarloP.start(coin, new RandomBatches(1, name, "coin"));
    }

    private static PValue known(double p) {
        return PValue.of(new Tails(p / 2, 1 - p / 2));
    }

    @Test
    void knownPValuesAreAdjustedAsByHolmAlone() {
        List<AdjustedP> adjusted =
                SequentialHolm.withDefaults().adjust(List.of(known(0.01), known(0.04), known(0.03), known(0.005)));

        assertThat(adjusted).extracting(AdjustedP::adjusted).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(adjusted).extracting(AdjustedP::decided).containsOnly(true);
        assertThat(SequentialHolm.withDefaults().adjust(List.of())).isEmpty();
    }

    @Test
    void aClearPValueNeedsNoMoreThanTheFirstDraws() {
        SequentialHolm.Outcome outcome = SequentialHolm.withDefaults()
                .adjust(List.of(simulated(0.6, "clear"), simulated(0.001, "small")), new double[2]);

        assertThat(outcome.drawn()).extracting(PValue::resamples).containsExactly(10_000L, 10_000L);
        assertThat(outcome.zero().get(0).adjusted()).isGreaterThan(0.05);
        assertThat(outcome.zero().get(1).adjusted()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aPValueNearItsCutOffIsDrawnOnUntilItIsToldFromIt() {
        SequentialHolm.Outcome outcome =
                SequentialHolm.withDefaults().adjust(List.of(simulated(0.046, "near")), new double[1]);

        assertThat(outcome.drawn().get(0).resamples()).isBetween(20_000L, 1_000_000L);
        assertThat(outcome.drawn().get(0).high()).isLessThanOrEqualTo(0.05);
        assertThat(outcome.zero().get(0).decided()).isTrue();
        assertThat(outcome.zero().get(0).adjusted()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aPValueThatCannotBeToldFromItsCutOffIsNotRejectedAndSaysSo() {
        SequentialHolm.Outcome outcome = SequentialHolm.withDefaults()
                .withMostResamples(50_000)
                .adjust(List.of(simulated(0.05, "tie"), known(0.9)), new double[2]);
        SequentialHolm.Outcome alone = SequentialHolm.withDefaults()
                .withMostResamples(50_000)
                .adjust(List.of(simulated(0.05, "tie")), new double[1]);

        // Of two, the cut-off is 0.025 and 0.05 is far from it; alone it is 0.05.
        assertThat(outcome.zero().get(0).decided()).isTrue();
        assertThat(alone.drawn().get(0).resamples()).isEqualTo(50_000);
        assertThat(alone.zero().get(0).decided()).isFalse();
        assertThat(alone.zero().get(0).adjusted()).isGreaterThan(0.05);
        assertThat(alone.zero().get(0).warnings().get(0))
                .matches(
                        "Monte Carlo: 50000 resamples put p in \\[0\\.0[0-9]+, 0\\.0[0-9]+\\], which its cut-off still divides, so that it is not rejected");
    }

    @Test
    void theCutOffMovesOnOnceAnotherIsRejected() {
        // Alone in its family 0.04 would be clear; among two it is compared with 0.05 only because the other is
        // rejected.
        List<PValue> family = List.of(simulated(0.04, "second"), simulated(0.0004, "first"));

        List<AdjustedP> adjusted = SequentialHolm.withDefaults().adjust(family);

        assertThat(adjusted).extracting(AdjustedP::decided).containsOnly(true);
        assertThat(adjusted.get(0).adjusted()).isLessThanOrEqualTo(0.05);
        assertThat(adjusted.get(1).adjusted()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void theMarginIsJudgedByTheLargerOfBothPValues() {
        SequentialHolm.Outcome outcome = SequentialHolm.withDefaults()
                .adjust(List.of(known(0.03), simulated(0.7, "zero"), known(0.001)), new double[] {0.2, 0.01, 0.0001});

        assertThat(outcome.margin().get(0).p()).isEqualTo(0.2);
        assertThat(outcome.margin().get(1).p()).isEqualTo(outcome.zero().get(1).p());
        assertThat(outcome.margin().get(2).p()).isEqualTo(0.001);
        assertThat(outcome.zero().get(2).adjusted()).isEqualTo(0.003, within(1e-15));
    }

    @Test
    void decisionsAreThoseOfTheTruePValuesAndAgreeWithTheAdjustedOnes() {
        UniformRandomProvider random = RandomStream.of(2, "families", "mixed");
        SequentialHolm holm = SequentialHolm.withDefaults().withMostResamples(160_000);
        int decided = 0;
        for (int round = 0; round < 25; round++) {
            double[] truth = new double[8];
            List<PValue> family = new ArrayList<>();
            for (int i = 0; i < truth.length; i++) {
                truth[i] = Math.pow(random.nextDouble(), 3);
                family.add(i % 2 == 0 ? simulated(truth[i], round + "/" + i) : known(truth[i]));
            }
            double[] expected = Holm.adjust(truth);
            List<AdjustedP> adjusted = holm.adjust(family);
            if (adjusted.stream().allMatch(AdjustedP::decided)) {
                decided++;
                for (int i = 0; i < truth.length; i++) {
                    assertThat(adjusted.get(i).adjusted() <= 0.05).isEqualTo(expected[i] <= 0.05);
                }
            }
        }
        assertThat(decided).isGreaterThan(20);
    }

    @Test
    void drawingOnGivesTheSameAsBefore() {
        MonteCarloP once = (MonteCarloP) simulated(0.3, "again");
        MonteCarloP again = (MonteCarloP) simulated(0.3, "again");

        assertThat(again.extendedTo(30_000).counts())
                .isEqualTo(once.extendedTo(30_000).counts());
        assertThat(once.extendedTo(30_000).tails().worse())
                .isEqualTo((once.extendedTo(30_000).counts().worse() + 1) / 30_001.0);
        assertThatThrownBy(() -> once.extendedTo(5_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 10000 resamples; more than that can be asked for, not 5000");
    }
}
