package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {
    /**
     * Wins of the row over the column in the Eastern Division of the American League, 1987: Agresti, Categorical Data
     * Analysis, 2nd edition 2002, table 10.10.
     */
    private static final List<String> TEAMS =
            List.of("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore");

    private static final int[][] WINS = {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0},
    };

    private static PairCounts baseball() {
        PairAccumulator sums = new PairAccumulator();
        for (int i = 0; i < WINS.length; i++) {
            for (int j = 0; j < WINS.length; j++) {
                for (int n = 0; n < WINS[i][j]; n++) {
                    sums.add(Battle.of(TEAMS.get(i), TEAMS.get(j), Outcome.FIRST));
                }
            }
        }
        return sums.finish();
    }

    /** So many wins, losses and ties of a against b. */
    private static PairCounts two(int wins, int losses, int ties) {
        PairAccumulator sums = new PairAccumulator();
        Map.of(Outcome.FIRST, wins, Outcome.SECOND, losses, Outcome.TIE, ties).forEach((outcome, n) -> {
            for (int i = 0; i < n; i++) {
                sums.add(Battle.of("a", "b", outcome));
            }
        });
        return sums.finish();
    }

    @Test
    void the_textbook_strengths_of_baseball_teams_are_found() {
        RatingFit fit =
                BradleyTerry.withDefaults().with(CovarianceMethod.FISHER).fit(baseball());
        // Strength over Baltimore's and standard error, as the R package BradleyTerry2 prints them in its vignette
        // (section 2).
        Map<String, double[]> printed = Map.of(
                "Boston", new double[] {1.1077, 0.3339},
                "Cleveland", new double[] {0.6839, 0.3319},
                "Detroit", new double[] {1.4364, 0.3396},
                "Milwaukee", new double[] {1.5814, 0.3433},
                "New York", new double[] {1.2476, 0.3359},
                "Toronto", new double[] {1.2945, 0.3367});
        double points = RatingScale.ELO.pointsPerLogStrength();
        printed.forEach((team, expected) -> {
            ConfidenceInterval difference = fit.difference(team, "Baltimore", 0.95);
            double middle = (difference.low() + difference.high()) / 2 / points;
            double standardError = (difference.high() - difference.low()) / 2 / 1.959963984540054 / points;
            assertThat(middle).as(team).isCloseTo(expected[0], within(5e-5));
            assertThat(standardError).as(team).isCloseTo(expected[1], within(5e-5));
        });
    }

    @Test
    void two_models_have_a_closed_form() {
        // p = (5 + 4/2)/12; the sandwich of the difference is the sum of (y - p)^2 over (n p (1 - p))^2.
        RatingFit fit = BradleyTerry.withDefaults().fit(two(5, 3, 4));
        double p = 7 / 12.0;
        double information = 12 * p * (1 - p);
        double squares = 5 * (1 - p) * (1 - p) + 3 * p * p + 4 * (0.5 - p) * (0.5 - p);
        assertThat(fit.logStrength("a") - fit.logStrength("b")).isCloseTo(Math.log(p / (1 - p)), within(1e-12));
        double width = 1.959963984540054 * 400 / Math.log(10) * Math.sqrt(squares) / information;
        ConfidenceInterval difference = fit.difference("a", "b", 0.95);
        assertThat(difference.high() - difference.low()).isCloseTo(2 * width, within(1e-9));
        assertThat(difference.method()).isEqualTo("sandwich");
        assertThat(fit.standardError("a")).isCloseTo(fit.standardError("b"), within(1e-12));
        assertThat(fit.tieParameter()).isEmpty();
    }

    @Test
    void davidsons_model_of_two_has_a_closed_form() {
        // The model is saturated: the ratio of strengths is 5/3 and nu = 4/sqrt(5 * 3).
        RatingFit fit = BradleyTerry.withDefaults().with(TieModel.DAVIDSON).fit(two(5, 3, 4));
        assertThat(fit.logStrength("a") - fit.logStrength("b")).isCloseTo(Math.log(5 / 3.0), within(1e-12));
        assertThat(fit.tieParameter()).hasValueCloseTo(4 / Math.sqrt(15), within(1e-12));
        // In a saturated model sandwich and Fisher agree: Var ln(p1/p2) = 1/5 + 1/3.
        ConfidenceInterval difference = fit.difference("a", "b", 0.95);
        double width = 1.959963984540054 * 400 / Math.log(10) * Math.sqrt(1 / 5.0 + 1 / 3.0);
        assertThat(difference.high() - difference.low()).isCloseTo(2 * width, within(1e-9));
    }

    @Test
    void davidsons_model_without_a_tie_is_the_plain_one() {
        RatingFit davidson = BradleyTerry.withDefaults().with(TieModel.DAVIDSON).fit(baseball());
        RatingFit plain = BradleyTerry.withDefaults().fit(baseball());
        assertThat(davidson.tieParameter()).hasValue(0);
        assertThat(davidson.standings(0.9)).isEqualTo(plain.standings(0.9));
    }

    @Test
    void the_anchor_moves_points_and_no_width() {
        RatingFit mean = BradleyTerry.withDefaults().fit(baseball());
        RatingFit anchored = BradleyTerry.withDefaults()
                .with(new Anchor.Model("Boston", 1114))
                .fit(baseball());
        assertThat(TEAMS.stream().mapToDouble(mean::rating).average()).hasValueCloseTo(1000.0, within(1e-9));
        assertThat(anchored.rating("Boston")).isEqualTo(1114);
        double shift = 1114 - mean.rating("Boston");
        for (String team : TEAMS) {
            assertThat(anchored.rating(team)).isCloseTo(mean.rating(team) + shift, within(1e-9));
            assertThat(anchored.standardError(team))
                    .isEqualTo(mean.standardError(team))
                    .isPositive();
        }
        assertThatThrownBy(() -> BradleyTerry.withDefaults()
                        .with(new Anchor.Model("Chicago", 1000))
                        .fit(baseball()))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "The anchor 'Chicago' is not among the 7 models rated. Name one of them, or anchor the mean.");
    }

    @Test
    void the_scale_stretches_ratings_and_errors() {
        RatingFit elo = BradleyTerry.withDefaults().fit(baseball());
        RatingFit natural = BradleyTerry.withDefaults()
                .with(new RatingScale(Math.E, 1))
                .with(new Anchor.Mean(0))
                .fit(baseball());
        assertThat(natural.rating("Detroit")).isCloseTo(natural.logStrength("Detroit"), within(1e-12));
        assertThat(elo.standardError("Detroit"))
                .isCloseTo(natural.standardError("Detroit") * 400 / Math.log(10), within(1e-9));
        assertThatThrownBy(() -> new RatingScale(1, 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The base of a rating scale must be finite and above 1: 1.0");
        assertThatThrownBy(() -> new RatingScale(10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The points of a rating scale must be finite and above 0: 0.0");
    }

    @Test
    void a_weight_counts_like_so_many_battles_for_ratings_and_like_one_for_errors() {
        PairAccumulator weighted = new PairAccumulator();
        weighted.add(Battle.of("a", "b", Outcome.FIRST).weighted(5));
        weighted.add(Battle.of("a", "b", Outcome.SECOND).weighted(3));
        weighted.add(Battle.of("a", "b", Outcome.TIE).weighted(4));
        RatingFit fit = BradleyTerry.withDefaults().fit(weighted.finish());
        RatingFit repeated = BradleyTerry.withDefaults().fit(two(5, 3, 4));
        assertThat(fit.rating("a")).isCloseTo(repeated.rating("a"), within(1e-9));
        double p = 7 / 12.0;
        double squares = 25 * (1 - p) * (1 - p) + 9 * p * p + 16 * (0.5 - p) * (0.5 - p);
        double plain = 5 * (1 - p) * (1 - p) + 3 * p * p + 4 * (0.5 - p) * (0.5 - p);
        assertThat(fit.standardError("a") / repeated.standardError("a"))
                .isCloseTo(Math.sqrt(squares / plain), within(1e-12));
    }

    @Test
    void soft_preferences_count_as_their_share() {
        PairAccumulator soft = new PairAccumulator();
        for (double score : new double[] {0.9, 0.6, 0.5, 0.2}) {
            soft.add(Battle.of("a", "b", new SoftPreference(score)));
        }
        RatingFit fit = BradleyTerry.withDefaults().fit(soft.finish());
        double p = 0.55;
        assertThat(fit.logStrength("a") - fit.logStrength("b")).isCloseTo(Math.log(p / (1 - p)), within(1e-12));
        double squares = 0.35 * 0.35 + 0.05 * 0.05 + 0.05 * 0.05 + 0.35 * 0.35;
        double expected = 400 / Math.log(10) * Math.sqrt(squares) / (4 * p * (1 - p)) / 2;
        assertThat(fit.standardError("a")).isCloseTo(expected, within(1e-9));
        assertThatThrownBy(() ->
                        BradleyTerry.withDefaults().with(TieModel.DAVIDSON).fit(soft.finish()))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "Davidson's tie model needs wins, losses and ties: found soft preferences. Count ties as half.");
    }

    @Test
    void standings_are_sorted_and_ranks_say_what_is_open() {
        List<Standing> standings = BradleyTerry.withDefaults().fit(baseball()).standings(0.95);
        assertThat(standings)
                .extracting(Standing::model)
                .containsExactly("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore");
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(standings).extracting(Standing::rankUpperBound).containsExactly(1, 1, 1, 1, 1, 2, 6);
        // Both from the pseudo-inverse in numpy; z at 1 - 0.025/6 for the rank intervals.
        assertThat(standings)
                .extracting(Standing::rankInterval)
                .containsExactly(
                        new RankInterval(1, 5, 0.95),
                        new RankInterval(1, 6, 0.95),
                        new RankInterval(1, 6, 0.95),
                        new RankInterval(1, 6, 0.95),
                        new RankInterval(1, 6, 0.95),
                        new RankInterval(2, 7, 0.95),
                        new RankInterval(6, 7, 0.95));
    }

    @Test
    void models_with_the_same_record_share_a_rank() {
        PairAccumulator sums = new PairAccumulator();
        for (String twin : List.of("twin1", "twin2")) {
            sums.add(Battle.of(twin, "other", Outcome.FIRST));
            sums.add(Battle.of(twin, "other", Outcome.FIRST));
            sums.add(Battle.of("other", twin, Outcome.FIRST));
        }
        List<Standing> standings =
                BradleyTerry.withDefaults().fit(sums.finish()).standings(0.95);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 1, 3);
        assertThat(standings).extracting(Standing::model).containsExactly("twin1", "twin2", "other");
    }

    @Test
    void an_unconverged_fit_is_an_error() {
        assertThatThrownBy(() -> BradleyTerry.withDefaults().withMaxSteps(1).fit(baseball()))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "Bradley-Terry did not converge: Newton step 1 still changes log odds by 1.41, where at most 1e-09"
                                + " is expected. Allow more than 1 steps.");
        assertThatThrownBy(() -> BradleyTerry.withDefaults().withMaxSteps(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least 1 Newton step must be allowed: 0");
    }

    @Test
    void strengths_beyond_double_precision_are_an_error() {
        PairAccumulator sums = new PairAccumulator();
        sums.add(Battle.of("a", "b", Outcome.FIRST).weighted(1e200));
        sums.add(Battle.of("b", "a", Outcome.FIRST).weighted(1e-200));
        assertThatThrownBy(() -> BradleyTerry.withDefaults().withMaxSteps(2000).fit(sums.finish()))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "Bradley-Terry did not converge: some models are so far apart that their battles say nothing in"
                                + " double precision. Leave out models that always or never win but for a vanishing weight.");
    }

    @Test
    void battles_that_all_went_as_expected_have_a_warning() {
        RatingFit fit = BradleyTerry.withDefaults().fit(two(0, 0, 3));
        assertThat(fit.interval("a", 0.95))
                .isEqualTo(new ConfidenceInterval(
                        1000,
                        1000,
                        0.95,
                        "sandwich",
                        List.of("All battles went as expected, so that the interval has no width")));
    }

    @Test
    void rank_upper_bounds_count_the_intervals_that_lie_wholly_above() {
        assertThat(Ranks.upperBounds(List.of(
                        ConfidenceInterval.of(10, 20, 0.95, "given"),
                        ConfidenceInterval.of(20, 30, 0.95, "given"),
                        ConfidenceInterval.of(21, 31, 0.95, "given"),
                        ConfidenceInterval.of(0, 9, 0.95, "given"))))
                .containsExactly(2, 1, 1, 4);
    }

    @Test
    void nothing_to_rate_is_an_error() {
        PairAccumulator sums = new PairAccumulator();
        sums.add(Battle.of("a", "a", Outcome.FIRST));
        assertThatThrownBy(() -> BradleyTerry.withDefaults().fit(sums.finish()))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("Ratings need at least two models that met: found 0 (0 battles kept, 1 dropped).");
    }

    @Test
    void a_model_that_was_not_rated_has_no_rating() {
        assertThatThrownBy(() -> BradleyTerry.withDefaults().fit(baseball()).rating("Chicago"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No rated model: 'Chicago'");
    }
}
