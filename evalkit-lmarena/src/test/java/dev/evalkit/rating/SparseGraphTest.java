package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sparse and nearly degenerate battles, on which fixed-point solvers take a hundred thousand rounds or stop too early. */
class SparseGraphTest {
    private static String name(int i) {
        return "m%03d".formatted(i);
    }

    private static void add(PairAccumulator sums, int winner, int loser, double weight) {
        sums.add(Battle.of(name(winner), name(loser), Outcome.FIRST).weighted(weight));
    }

    @Test
    void a_chain_of_200_models_is_exact() {
        PairAccumulator sums = new PairAccumulator();
        for (int i = 1; i < 200; i++) {
            add(sums, i, i - 1, 1 + i % 7);
            add(sums, i - 1, i, 1 + i % 5);
        }
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        for (int i = 1; i < 200; i++) {
            // In a chain every pair is fitted exactly, and the variance of a difference is that of its only link.
            double w = 1 + i % 7;
            double l = 1 + i % 5;
            assertThat(fit.logStrength(name(i)) - fit.logStrength(name(i - 1)))
                    .as("link %d", i)
                    .isCloseTo(Math.log(w / l), within(1e-10));
        }
        assertThat(fit.steps()).isLessThan(20);
    }

    @Test
    void a_steep_chain_of_200_models_is_exact() {
        PairAccumulator sums = new PairAccumulator();
        for (int i = 1; i < 200; i++) {
            add(sums, i, i - 1, 999);
            add(sums, i - 1, i, 1);
        }
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        assertThat(fit.logStrength(name(199)) - fit.logStrength(name(0))).isCloseTo(199 * Math.log(999), within(1e-7));
    }

    @Test
    void a_chain_with_links_of_very_different_weight_is_exact() {
        PairAccumulator sums = new PairAccumulator();
        for (int i = 1; i < 100; i++) {
            double weight = Math.pow(10, i % 13 - 6);
            add(sums, i, i - 1, 3 * weight);
            add(sums, i - 1, i, weight);
        }
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        for (int i = 1; i < 100; i++) {
            assertThat(fit.logStrength(name(i)) - fit.logStrength(name(i - 1)))
                    .as("link %d", i)
                    .isCloseTo(Math.log(3), within(1e-8));
        }
    }

    @Test
    void one_loss_in_a_billion_is_exact() {
        PairAccumulator sums = new PairAccumulator();
        add(sums, 1, 0, 1e9);
        add(sums, 0, 1, 1);
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        assertThat(fit.logStrength(name(1)) - fit.logStrength(name(0))).isCloseTo(Math.log(1e9), within(1e-9));
    }

    @Test
    void a_band_graph_reaches_the_optimum_with_either_tie_model() {
        Random random = new Random(5);
        PairAccumulator sums = new PairAccumulator();
        for (int i = 0; i < 200; i++) {
            for (int j = i + 1; j <= Math.min(i + 3, 199); j++) {
                for (int n = 0; n < 12; n++) {
                    double u = random.nextDouble();
                    Outcome outcome = u < 0.2 ? Outcome.TIE : u < 0.45 ? Outcome.FIRST : Outcome.SECOND;
                    sums.add(Battle.of(name(i), name(j), outcome));
                }
            }
        }
        PairCounts counts = sums.finish();
        for (TieModel ties : TieModel.values()) {
            RatingFit fit = BradleyTerry.withDefaults().with(ties).fit(counts);
            assertThat(fit.largestGradient()).as("%s", ties).isLessThan(1e-9);
            assertThat(fit.steps()).as("%s", ties).isLessThan(20);
        }
    }

    @Test
    void full_newton_steps_alone_would_end_far_from_the_optimum() {
        // From equal strengths they overshoot to strengths of +-1000, where the gradient vanishes in double precision.
        PairAccumulator sums = new PairAccumulator();
        add(sums, 0, 1, 512);
        add(sums, 1, 0, 14);
        add(sums, 1, 2, 0.03);
        add(sums, 2, 0, 200);
        add(sums, 2, 3, 1000);
        add(sums, 3, 4, 0.2);
        add(sums, 4, 0, 100);
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        // The same maximum from numpy, by damped steps on the pseudo-inverse.
        double[] expected = {-6.92415371, -10.52122185, 13.3361922, 2.92189844, 1.18728492};
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.logStrength(name(i))).isCloseTo(expected[i], within(1e-6));
        }
    }
}
