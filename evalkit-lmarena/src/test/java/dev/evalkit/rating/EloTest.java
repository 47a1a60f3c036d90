package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.EvalkitException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EloTest {
    private static BattleLog log(Battle... battles) {
        BattleLog log = new BattleLog();
        for (Battle battle : battles) {
            log.add(battle);
        }
        return log;
    }

    @Test
    void a_win_between_equals_moves_half_of_k() {
        Elo elo = Elo.withDefaults().withK(32).withInitial(1500);
        assertThat(elo.rate(log(Battle.of("a", "b", Outcome.FIRST))))
                .containsExactly(Map.entry("a", 1516.0), Map.entry("b", 1484.0));
    }

    @Test
    void expected_scores_are_those_of_the_worked_example() {
        // The player of 1613 in Wikipedia's "Elo rating system", mathematical details.
        RatingScale scale = RatingScale.ELO;
        assertThat(scale.expectedScore(1613 - 1609)).isCloseTo(0.506, within(5e-4));
        assertThat(scale.expectedScore(1613 - 1477)).isCloseTo(0.686, within(5e-4));
        assertThat(scale.expectedScore(1613 - 1388)).isCloseTo(0.785, within(5e-4));
        assertThat(scale.expectedScore(1613 - 1586)).isCloseTo(0.539, within(5e-4));
        assertThat(scale.expectedScore(1613 - 1720)).isCloseTo(0.351, within(5e-4));
    }

    @Test
    void ties_and_soft_preferences_score_their_share() {
        Elo elo = Elo.withDefaults();
        assertThat(elo.rate(log(Battle.of("a", "b", Outcome.TIE)))).containsEntry("a", 1000.0);
        assertThat(elo.rate(log(Battle.of("a", "b", new SoftPreference(0.75)))).get("a"))
                .isEqualTo(1001.0);
    }

    @Test
    void the_order_of_battles_matters() {
        Battle win = Battle.of("a", "b", Outcome.FIRST);
        Battle loss = Battle.of("a", "b", Outcome.SECOND);
        Elo elo = Elo.withDefaults().withK(100);
        assertThat(elo.rate(log(win, loss)).get("a")).isLessThan(1000);
        assertThat(elo.rate(log(loss, win)).get("a")).isGreaterThan(1000);
    }

    @Test
    void another_scale_changes_what_is_expected() {
        Battle win = Battle.of("a", "b", Outcome.FIRST);
        Map<String, Double> steep =
                Elo.withDefaults().with(new RatingScale(10, 1)).rate(log(win, win));
        // After the first win a is 4 points ahead: its second win is expected 10,000 to 1.
        assertThat(steep.get("a")).isCloseTo(1002 + 4 / 10_001.0, within(1e-9));
    }

    @Test
    void weights_are_refused() {
        assertThatThrownBy(() -> Elo.withDefaults()
                        .rate(log(Battle.of("a", "b", Outcome.TIE).weighted(2))))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("Online Elo knows no weights: found 2.0 between 'a' and 'b'. Leave the weights out, or use"
                        + " Bradley-Terry.");
        assertThatThrownBy(() -> Elo.withDefaults().withK(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Elo's K must be finite and above 0: 0.0");
        assertThatThrownBy(() -> Elo.withDefaults().withInitial(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The initial rating must be finite: NaN");
    }
}
