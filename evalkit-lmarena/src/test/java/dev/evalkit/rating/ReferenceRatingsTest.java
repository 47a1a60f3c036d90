package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Ratings of real battles agree with what other programs computed, within the tolerances that the collection's README gives.
 */
class ReferenceRatingsTest {
    static final List<SharedBattles> ALL = List.of(SharedBattles.SIMPLE, SharedBattles.FOOD, SharedBattles.LLMFAO);

    private static final String EXACT = "exact-mle-newton";

    private static RatingFit fit(SharedBattles battles) {
        return BradleyTerry.withDefaults().fit(battles.counts());
    }

    private static Percentage relative(double tolerance) {
        return withinPercentage(100 * tolerance);
    }

    private static void assertAll(
            Map<String, Double> expected, ToDoubleFunction<String> actual, Offset<Double> tolerance) {
        assertThat(expected).isNotEmpty();
        expected.forEach((model, value) ->
                assertThat(actual.applyAsDouble(model)).as(model).isCloseTo(value, tolerance));
    }

    private static void assertAll(Map<String, Double> expected, ToDoubleFunction<String> actual, Percentage tolerance) {
        assertThat(expected).isNotEmpty();
        expected.forEach((model, value) ->
                assertThat(actual.applyAsDouble(model)).as(model).isCloseTo(value, tolerance));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void battles_are_kept_and_dropped_as_in_the_reference(SharedBattles battles) {
        var meta = battles.reference(EXACT).get("meta");
        PairCounts counts = battles.counts();
        assertThat(counts.models()).hasSize(meta.get("models").intValue()).isSorted();
        assertThat(counts.battles()).isEqualTo(meta.get("battles").longValue());
        assertThat(counts.dropped().unknownLabels())
                .isEqualTo(meta.get("dropped_label").longValue());
        assertThat(counts.dropped().selfBattles())
                .isEqualTo(meta.get("dropped_self").longValue());
        assertThat(counts.pairs().stream()
                        .mapToLong(pair -> pair.ties().battles())
                        .sum())
                .isEqualTo(meta.get("ties").longValue());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void ratings_are_the_exact_maximum_of_the_likelihood(SharedBattles battles) {
        RatingFit fit = fit(battles);
        assertAll(battles.column(EXACT, "rating"), fit::rating, within(1e-6));
        assertAll(battles.column(EXACT, "log_strength"), fit::logStrength, within(1e-8));
        assertThat(fit.logLikelihood())
                .isCloseTo(battles.reference(EXACT).get("loglik").doubleValue(), relative(1e-12));
        assertThat(fit.largestGradient()).isLessThan(1e-9);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void strengths_agree_with_evalica(SharedBattles battles) {
        RatingFit fit = fit(battles);
        assertAll(battles.scores("evalica-bradley_terry-tight"), m -> Math.exp(fit.logStrength(m)), relative(1e-9));
        // At its default tolerance evalica stops earlier: 1e-4 points.
        battles.scores("evalica-bradley_terry")
                .forEach((model, strength) -> assertThat(fit.rating(model))
                        .as(model)
                        .isCloseTo(1000 + RatingScale.ELO.pointsPerLogStrength() * Math.log(strength), within(1e-4)));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void strengths_agree_with_choix(SharedBattles battles) {
        RatingFit fit = fit(battles);
        double points = RatingScale.ELO.pointsPerLogStrength();
        assertAll(battles.scores("choix-ilsr_dense"), fit::logStrength, within(1e-6 / points));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void ratings_agree_with_fastchat_as_far_as_it_converges(SharedBattles battles) {
        assertAll(battles.scores("fastchat-compute_bt"), fit(battles)::rating, within(0.15));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void sandwich_intervals_agree(SharedBattles battles) {
        RatingFit fit = fit(battles);
        assertAll(battles.column(EXACT, "sandwich_se"), fit::standardError, within(1e-5));
        assertAll(battles.column(EXACT, "lower"), m -> fit.interval(m, 0.95).low(), within(1e-5));
        assertAll(battles.column(EXACT, "upper"), m -> fit.interval(m, 0.95).high(), within(1e-5));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void fisher_standard_errors_agree(SharedBattles battles) {
        RatingFit fit =
                BradleyTerry.withDefaults().with(CovarianceMethod.FISHER).fit(battles.counts());
        assertAll(battles.column(EXACT, "fisher_se"), fit::standardError, within(1e-5));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_boards_regularised_intervals_can_be_reproduced(SharedBattles battles) {
        RatingFit fit = BradleyTerry.withDefaults().with(CovarianceMethod.ARENA).fit(battles.counts());
        assertAll(battles.column(EXACT, "arena_rank_reg_se"), fit::standardError, within(1e-5));
        assertAll(
                battles.column(EXACT, "arena_rank_reg_lower"),
                m -> fit.interval(m, 0.95).low(),
                within(1e-5));
        assertAll(
                battles.column(EXACT, "arena_rank_reg_upper"),
                m -> fit.interval(m, 0.95).high(),
                within(1e-5));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void standings_hold_the_boards_ranks_and_the_number_of_battles(SharedBattles battles) {
        List<Standing> standings = fit(battles).standings(0.95);
        Map<String, Double> ranks = standings.stream()
                .collect(Collectors.toMap(Standing::model, standing -> (double) standing.rankUpperBound()));
        Map<String, Double> played =
                standings.stream().collect(Collectors.toMap(Standing::model, standing -> (double) standing.battles()));
        assertThat(ranks).isEqualTo(battles.column(EXACT, "rank_ub"));
        assertThat(played).isEqualTo(battles.column(EXACT, "battles"));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void davidsons_model_agrees_with_newmans_solver(SharedBattles battles) {
        RatingFit fit = BradleyTerry.withDefaults().with(TieModel.DAVIDSON).fit(battles.counts());
        Map<String, Double> scores = battles.scores("evalica-newman-tight");
        // evalica does not normalise these: divide by the geometric mean.
        double mean = scores.values().stream().mapToDouble(Math::log).average().orElseThrow();
        scores.forEach((model, score) -> assertThat(Math.exp(fit.logStrength(model)))
                .as(model)
                .isCloseTo(Math.exp(Math.log(score) - mean), relative(1e-6)));
        double v = battles.reference("evalica-newman-tight").get("v").doubleValue();
        assertThat(fit.tieParameter().orElseThrow() / 2).isCloseTo(v, within(1e-6));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void online_elo_agrees(SharedBattles battles) {
        Map<String, Double> ratings = Elo.withDefaults().rate(battles.log());
        assertAll(battles.scores("evalica-elo"), ratings::get, within(1e-9));
        assertAll(battles.scores("fastchat-compute_elo"), ratings::get, within(1e-9));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void average_win_rates_agree(SharedBattles battles) {
        PairCounts counts = battles.counts();
        WinRate rate = WinRate.withDefaults();
        assertAll(
                battles.scores("evalica-average_win_rate"),
                m -> rate.averagedOverOpponents(counts, m).value(),
                within(1e-12));
    }
}
