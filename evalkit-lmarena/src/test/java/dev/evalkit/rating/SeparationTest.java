package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.evalkit.EvalkitException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where no finite ratings exist, that is found before fitting. */
class SeparationTest {
    private static final BradleyTerry METHOD = BradleyTerry.withDefaults();

    /** Battles as "winner>loser" or "model=model". */
    private static PairCounts battles(String... battles) {
        PairAccumulator sums = new PairAccumulator();
        for (String battle : battles) {
            boolean tie = battle.contains("=");
            String[] sides = battle.split(tie ? "=" : ">", -1);
            sums.add(Battle.of(sides[0], sides[1], tie ? Outcome.TIE : Outcome.FIRST));
        }
        return sums.finish();
    }

    @Test
    void groups_between_which_wins_go_one_way_are_named() {
        PairCounts counts = battles("a>b", "b>c", "c>a", "a>d", "d>e", "e>d", "f>a");
        NoFiniteRatingsException refused =
                catchThrowableOfType(NoFiniteRatingsException.class, () -> METHOD.fit(counts));
        assertThat(refused)
                .hasMessage(
                        "The battles determine no finite ratings: between the 3 groups that 6 models fall into, wins go one"
                                + " way only or no battle was fought: [a, b, c], [d, e], [f]. Add battles that connect the groups both"
                                + " ways, leave models out, or rate the largest group alone.");
        assertThat(refused.components()).containsExactly(List.of("a", "b", "c"), List.of("d", "e"), List.of("f"));
    }

    @Test
    void groups_that_never_met_are_named() {
        assertThatThrownBy(() -> METHOD.fit(battles("a>b", "b>a", "c=d")))
                .isInstanceOf(NoFiniteRatingsException.class)
                .hasMessageContaining("[a, b], [c, d]");
    }

    @Test
    void the_largest_group_is_rated_on_request() {
        PairCounts counts = battles("a>b", "b>c", "c>a", "a>d", "d>e", "e>d", "f>a");
        RatingFit fit = METHOD.with(Separation.LARGEST_COMPONENT).fit(counts);
        assertThat(fit.models()).containsExactly("a", "b", "c");
        assertThat(fit.leftOut()).containsExactly("d", "e", "f");
        assertThat(fit.counts().battles()).isEqualTo(3);
        assertThat(fit.standings(0.95))
                .isEqualTo(METHOD.fit(battles("a>b", "b>c", "c>a")).standings(0.95));
        assertThatThrownBy(() -> METHOD.with(Separation.LARGEST_COMPONENT)
                        .with(new Anchor.Model("f", 1000))
                        .fit(counts))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "The anchor 'f' is not among the 3 models rated: it is left out with its component. Name one of"
                                + " them, or anchor the mean.");
    }

    @Test
    void a_group_of_one_cannot_be_rated() {
        assertThatThrownBy(() -> METHOD.with(Separation.LARGEST_COMPONENT).fit(battles("a>b", "b>c")))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("Ratings need at least two models that met: found 1 (0 battles kept, 0 dropped).");
    }

    @Test
    void long_lists_are_shortened_in_the_message_only() {
        PairAccumulator sums = new PairAccumulator();
        for (int i = 10; i < 40; i++) {
            sums.add(Battle.of("m" + i, "m" + (i + 1), Outcome.FIRST));
        }
        NoFiniteRatingsException refused =
                catchThrowableOfType(NoFiniteRatingsException.class, () -> METHOD.fit(sums.finish()));
        assertThat(refused)
                .hasMessageContaining("31 groups that 31 models")
                .hasMessageContaining("[m29] and 11 more. Add");
        assertThat(refused.components()).hasSize(31);
    }

    @Test
    void one_tie_connects_both_ways() {
        assertThat(METHOD.fit(battles("a>b", "b>c", "c=a")).models()).hasSize(3);
    }

    @Test
    void davidsons_parameter_is_unbounded_without_a_cycle_of_more_wins_than_ties() {
        // Strongly connected, and finite where ties are half; yet P(b wins) can go to 0 with the other two fitting
        // exactly.
        PairCounts saturated = battles("a>b", "a=b");
        assertThat(METHOD.fit(saturated).steps()).isPositive();
        assertThatThrownBy(() -> METHOD.with(TieModel.DAVIDSON).fit(saturated))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "Davidson's tie model has no finite optimum here: no cycle of battles has more wins than ties."
                                + " Count ties as half.");
        assertThatThrownBy(() -> METHOD.with(TieModel.DAVIDSON).fit(battles("a=b", "b=c")))
                .isInstanceOf(EvalkitException.class);
    }

    @Test
    void davidsons_parameter_is_bounded_by_a_cycle_of_more_wins_than_ties() {
        // Two wins and a tie around the cycle.
        RatingFit fit = METHOD.with(TieModel.DAVIDSON).fit(battles("a>b", "b>c", "c=a"));
        assertThat(fit.tieParameter().orElseThrow()).isFinite().isPositive();
        // One win against two ties does not.
        assertThatThrownBy(() -> METHOD.with(TieModel.DAVIDSON).fit(battles("a>b", "b=c", "c=a")))
                .isInstanceOf(EvalkitException.class);
    }
}
