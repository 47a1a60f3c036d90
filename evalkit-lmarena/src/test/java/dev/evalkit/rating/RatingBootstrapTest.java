package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RatingBootstrapTest {
    private static final RatingBootstrap HUNDRED = new RatingBootstrap(100, 7, "elo_rating/test");

    /** Four models that met 300 times per pair, with a fifth of ties. */
    private static PairCounts many() {
        PairAccumulator sums = new PairAccumulator();
        List<String> models = List.of("a", "b", "c", "d");
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                for (int n = 0; n < 300; n++) {
                    Outcome outcome = n < 60 ? Outcome.TIE : n < 180 + 20 * (j - i) ? Outcome.FIRST : Outcome.SECOND;
                    sums.add(Battle.of(models.get(i), models.get(j), outcome));
                }
            }
        }
        return sums.finish();
    }

    private static double halfWidth(ConfidenceInterval interval) {
        return (interval.high() - interval.low()) / 2;
    }

    @Test
    void intervals_do_not_depend_on_the_number_of_threads() throws InterruptedException, ExecutionException {
        RatingFit fit = BradleyTerry.withDefaults().fit(many());
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);
        try {
            ConfidenceInterval alone =
                    one.submit(() -> HUNDRED.resample(fit).interval("a", 0.95)).get();
            ConfidenceInterval together =
                    four.submit(() -> HUNDRED.resample(fit).interval("a", 0.95)).get();
            assertThat(together).isEqualTo(alone);
        } finally {
            one.shutdown();
            four.shutdown();
        }
    }

    @Test
    void another_seed_or_identity_draws_other_rounds() {
        RatingFit fit = BradleyTerry.withDefaults().fit(many());
        ConfidenceInterval seven = HUNDRED.resample(fit).interval("a", 0.95);
        assertThat(new RatingBootstrap(100, 8, "elo_rating/test").resample(fit).interval("a", 0.95))
                .isNotEqualTo(seven);
        assertThat(new RatingBootstrap(100, 7, "other").resample(fit).interval("a", 0.95))
                .isNotEqualTo(seven);
    }

    @Test
    void the_bootstrap_agrees_with_the_sandwich_where_battles_are_many() {
        for (TieModel ties : TieModel.values()) {
            RatingFit fit = BradleyTerry.withDefaults()
                    .with(ties)
                    .with(new Anchor.Model("b", 1200))
                    .fit(many());
            BootstrapRatings rounds = new RatingBootstrap(4000, 1, "many").resample(fit);
            assertThat(rounds.rounds()).isEqualTo(4000);
            assertThat(rounds.separatedRounds()).isZero();
            for (String model : fit.models()) {
                // The standard deviation of 4,000 rounds is good to 1/sqrt(8000), or 1.1 %.
                assertThat(rounds.standardError(model))
                        .as("%s %s", ties, model)
                        .isCloseTo(fit.standardError(model), withinPercentage(5));
                assertThat(rounds.interval(model, 0.95).low())
                        .isCloseTo(fit.interval(model, 0.95).low(), within(0.2 * fit.standardError(model)));
            }
            assertThat(halfWidth(rounds.difference("a", "d", 0.9)))
                    .isCloseTo(halfWidth(fit.difference("a", "d", 0.9)), withinPercentage(6));
            assertThat(rounds.interval("a", 0.95).method()).isEqualTo("bootstrap_percentile");
            assertThat(rounds.interval("a", 0.95).warnings()).isEmpty();
        }
    }

    @Test
    void separated_rounds_are_counted_and_warned_about() {
        PairAccumulator sums = new PairAccumulator();
        for (int n = 0; n < 4; n++) {
            sums.add(Battle.of("a", "b", n == 0 ? Outcome.SECOND : Outcome.FIRST));
        }
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        BootstrapRatings rounds = new RatingBootstrap(1000, 3, "four battles").resample(fit);
        // A round is separated where all 4 draws are wins or all are losses: 0.75^4 + 0.25^4 = 0.32, +- 0.015.
        assertThat(rounds.separatedRounds()).isBetween(260, 380);
        assertThat(rounds.interval("a", 0.95).warnings())
                .containsExactly(
                        rounds.separatedRounds() + " of 1000 bootstrap rounds had no finite ratings and are left out,"
                                + " which makes the interval too narrow. Prefer the sandwich.");
    }

    @Test
    void davidsons_model_counts_rounds_with_unbounded_ties_as_separated() {
        PairAccumulator sums = new PairAccumulator();
        for (Outcome outcome : Outcome.values()) {
            sums.add(Battle.of("a", "b", outcome));
        }
        RatingFit fit = BradleyTerry.withDefaults().with(TieModel.DAVIDSON).fit(sums.finish());
        BootstrapRatings rounds = new RatingBootstrap(1000, 3, "three battles").resample(fit);
        // Finite needs a win and a loss: 12 of the 27 draws (6 with the tie, 6 with two alike).
        assertThat(1000 - rounds.separatedRounds()).isBetween(390, 500);
    }

    @Test
    void half_widths_of_real_battles_are_near_those_of_fastchat() {
        RatingFit fit = BradleyTerry.withDefaults().fit(SharedBattles.LLMFAO.counts());
        BootstrapRatings rounds = new RatingBootstrap(300, 1, "llmfao").resample(fit);
        JsonNode reference =
                SharedBattles.LLMFAO.reference("fastchat-bootstrap_bt").get("rows");
        assertThat(rounds.separatedRounds()).isPositive();
        int compared = 0;
        for (Standing standing : fit.standings(0.95)) {
            JsonNode row = reference.get(standing.model());
            double theirs = (row.get("q975").doubleValue() - row.get("q025").doubleValue()) / 2;
            // FastChat keeps the separated rounds, at whatever its solver stops with: it is always the wider one, and
            // has no
            // meaning for a model that is separated in some rounds, where it is more than twice the sandwich.
            if (theirs < 2 * halfWidth(standing.interval())) {
                double ours = halfWidth(rounds.interval(standing.model(), 0.95));
                assertThat(ours).as(standing.model()).isCloseTo(theirs, withinPercentage(35));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void weights_and_soft_preferences_cannot_be_drawn_again() {
        PairAccumulator sums = new PairAccumulator();
        sums.add(Battle.of("a", "b", new SoftPreference(0.4)));
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        assertThatThrownBy(() -> HUNDRED.resample(fit))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "The bootstrap draws whole battles again: found weights or soft preferences. Use the sandwich.");
    }

    @Test
    void too_few_battles_to_draw_again_are_an_error() {
        PairAccumulator sums = new PairAccumulator();
        for (int i = 0; i < 20; i++) {
            sums.add(Battle.of("m" + i, "m" + (i + 1) % 20, Outcome.FIRST));
        }
        RatingFit fit = BradleyTerry.withDefaults().fit(sums.finish());
        assertThatThrownBy(() -> HUNDRED.resample(fit))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "100 of 100 bootstrap rounds had no finite ratings: there are too few battles to draw again. Use"
                                + " the sandwich.");
        assertThatThrownBy(() -> new RatingBootstrap(1, 0, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bootstrap needs at least 2 rounds: 1");
    }
}
