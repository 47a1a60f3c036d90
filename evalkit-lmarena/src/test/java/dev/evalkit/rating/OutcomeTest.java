package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    @ParameterizedTest
    @ValueSource(strings = {"model_a", "Model A", "left", "LEFT", " a ", "A"})
    void labels_of_the_first_side_are_read(String label) {
        assertThat(Outcome.ofLabel(label)).contains(Outcome.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model_b", "model-b", "right", "Right", "b", "B"})
    void labels_of_the_second_side_are_read(String label) {
        assertThat(Outcome.ofLabel(label)).contains(Outcome.SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tie",
                "Tie",
                "tie (bothbad)",
                "Tie (Both Bad)",
                "both_bad",
                "bothbad",
                "tie(all bad)",
                "tie (allbad)"
            })
    void both_kinds_of_tie_are_ties(String label) {
        assertThat(Outcome.ofLabel(label)).contains(Outcome.TIE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "c", "model_c", "draw?", "invalid", "1"})
    void other_labels_are_not_guessed(String label) {
        assertThat(Outcome.ofLabel(label)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_other_side_has_the_rest_of_the_score(Outcome outcome) {
        assertThat(outcome.flipped().score()).isEqualTo(1 - outcome.score());
        assertThat(outcome.flipped().flipped()).isEqualTo(outcome);
    }

    @Test
    void a_soft_preference_is_a_share() {
        assertThat(new SoftPreference(0.25).flipped()).isEqualTo(new SoftPreference(0.75));
        assertThatThrownBy(() -> new SoftPreference(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A soft preference must be in [0, 1]: 1.5");
        assertThatThrownBy(() -> new SoftPreference(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A soft preference must be in [0, 1]: NaN");
    }

    @Test
    void a_weight_is_finite_and_above_zero() {
        Battle battle = Battle.of("a", "b", Outcome.TIE);
        assertThat(battle.weighted(2.5).weight()).isEqualTo(2.5);
        assertThatThrownBy(() -> battle.weighted(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A battle's weight must be finite and above 0: 0.0");
        assertThatThrownBy(() -> battle.weighted(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A battle's weight must be finite and above 0: Infinity");
    }
}
