package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgesAsClustersTest {
    private static final List<String> MODELS = List.of("a", "b", "c");

    /** Sixty judges of five battles each; every judge has a favourite. */
    private static BattleLog opinionated() {
        Random random = new Random(11);
        BattleLog log = new BattleLog();
        for (int judge = 0; judge < 60; judge++) {
            String favourite = MODELS.get(random.nextInt(3));
            for (int n = 0; n < 5; n++) {
                int i = random.nextInt(3);
                String first = MODELS.get(i);
                String second = MODELS.get((i + 1) % 3);
                boolean wins = first.equals(favourite) || (!second.equals(favourite) && random.nextBoolean());
                log.add(Battle.of(first, second, wins ? Outcome.FIRST : n == 4 ? Outcome.TIE : Outcome.SECOND)
                        .judgedBy("judge " + judge));
            }
        }
        return log;
    }

    @Test
    void judges_of_one_battle_each_give_the_plain_sandwich() {
        BattleLog named = new BattleLog();
        BattleLog unnamed = new BattleLog();
        List<Battle> battles = opinionated().battles();
        for (int i = 0; i < battles.size(); i++) {
            Battle battle = battles.get(i);
            named.add(battle.judgedBy("judge " + i));
            unnamed.add(Battle.of(battle.first(), battle.second(), battle.preference()));
        }
        double correction = Math.sqrt(battles.size() / (battles.size() - 1.0));
        for (TieModel ties : TieModel.values()) {
            BradleyTerry method = BradleyTerry.withDefaults().with(ties);
            double plain = method.fit(named.counts()).standardError("a");
            assertThat(method.fitClustered(named).standardError("a")).isCloseTo(plain * correction, within(1e-9));
            assertThat(method.fitClustered(unnamed).standardError("a")).isCloseTo(plain * correction, within(1e-9));
        }
    }

    @Test
    void judges_with_favourites_widen_intervals_and_move_no_rating() {
        RatingFit clustered = BradleyTerry.withDefaults().fitClustered(opinionated());
        RatingFit plain = BradleyTerry.withDefaults().fit(opinionated().counts());
        assertThat(clustered.rating("a")).isEqualTo(plain.rating("a"));
        assertThat(clustered.standardError("a")).isGreaterThan(1.3 * plain.standardError("a"));
        ConfidenceInterval interval = clustered.interval("a", 0.95);
        assertThat(interval.method()).isEqualTo("sandwich_cr1");
        assertThat(interval.warnings()).isEmpty();
        // t(59) at 97.5 %, from scipy.
        assertThat((interval.high() - interval.low()) / 2 / clustered.standardError("a"))
                .isCloseTo(2.000995378088267, within(1e-9));
    }

    @Test
    void the_difference_of_two_models_has_a_closed_form() {
        // Two judges, a clean sheet but for one battle: sum the scores of each judge, then square.
        BattleLog log = new BattleLog();
        for (int n = 0; n < 3; n++) {
            log.add(Battle.of("a", "b", Outcome.FIRST).judgedBy("x"));
        }
        log.add(Battle.of("a", "b", Outcome.SECOND).judgedBy("y"));
        RatingFit fit =
                BradleyTerry.withDefaults().with(new RatingScale(Math.E, 1)).fitClustered(log);
        double p = 0.75;
        double squares = Math.pow(3 * (1 - p), 2) + Math.pow(p, 2);
        double standardError = Math.sqrt(2 * squares) / (4 * p * (1 - p));
        ConfidenceInterval difference = fit.difference("a", "b", 0.95);
        // t(1) at 97.5 %.
        assertThat((difference.high() - difference.low()) / 2)
                .isCloseTo(12.706204736174694 * standardError, within(1e-8));
        assertThat(difference.warnings())
                .containsExactly("Only 2 judges: intervals over fewer than 30 clusters are too narrow.");
    }

    @Test
    void one_judge_is_no_sample_of_judges() {
        BattleLog log = new BattleLog();
        log.add(Battle.of("a", "b", Outcome.TIE).judgedBy("x"));
        assertThatThrownBy(() -> BradleyTerry.withDefaults().fitClustered(log))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("Clustered standard errors need at least two judges: found 1.");
        assertThatThrownBy(() -> BradleyTerry.withDefaults()
                        .with(CovarianceMethod.FISHER)
                        .fitClustered(log))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("Judges as clusters need the covariance 'sandwich': found 'fisher'.");
    }

    @Test
    void battles_of_models_that_are_left_out_are_left_out_of_clusters_too() {
        BattleLog log = opinionated();
        double alone = BradleyTerry.withDefaults().fitClustered(log).standardError("a");
        log.add(Battle.of("never beaten", "a", Outcome.FIRST).judgedBy("judge 1"));
        RatingFit fit =
                BradleyTerry.withDefaults().with(Separation.LARGEST_COMPONENT).fitClustered(log);
        assertThat(fit.leftOut()).containsExactly("never beaten");
        assertThat(fit.standardError("a")).isEqualTo(alone);
    }
}
