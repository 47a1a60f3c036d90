package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.EvalkitException;
import org.junit.jupiter.api.Test;

class WinRateTest {
    private static final WinRate HALF = WinRate.withDefaults();
    private static final WinRate WITHOUT_TIES = HALF.with(TieRule.LEFT_OUT);

    private final PairAccumulator sums = new PairAccumulator();

    private void add(int times, String first, String second, Preference preference) {
        for (int i = 0; i < times; i++) {
            sums.add(Battle.of(first, second, preference));
        }
    }

    @Test
    void without_ties_the_interval_is_wilsons() {
        add(81, "b", "a", Outcome.FIRST);
        add(263 - 81, "b", "a", Outcome.SECOND);
        WinRateEstimate rate = HALF.against(sums.finish(), "b", "a");
        // 81/263 is the example of Newcombe 1998 (Statistics in Medicine 17, 857), table I: 0.2553 to 0.3662.
        assertThat(rate.value()).isCloseTo(81 / 263.0, within(1e-15));
        assertThat(rate.interval().low()).isCloseTo(0.2553, within(5e-5));
        assertThat(rate.interval().high()).isCloseTo(0.3662, within(5e-5));
        assertThat(rate.interval().method()).isEqualTo("wilson");
        assertThat(rate.battles()).isEqualTo(263);
        assertThat(HALF.against(sums.finish(), "a", "b").value()).isCloseTo(1 - 81 / 263.0, within(1e-15));
    }

    @Test
    void with_ties_the_interval_is_t_on_the_outcomes() {
        add(6, "a", "b", Outcome.FIRST);
        add(2, "a", "b", Outcome.SECOND);
        add(4, "b", "a", Outcome.TIE);
        WinRateEstimate rate = HALF.against(sums.finish(), "a", "b");
        // numpy and scipy: std(ddof=1)/sqrt(12) and stats.t.interval(0.95, 11, ...) of six 1, two 0 and four 0.5
        assertThat(rate.value()).isCloseTo(8 / 12.0, within(1e-15));
        assertThat(rate.standardError()).isCloseTo(0.11236664374387367, within(1e-12));
        assertThat(rate.interval().low()).isCloseTo(0.4193493512970967, within(1e-12));
        assertThat(rate.interval().high()).isCloseTo(0.9139839820362365, within(1e-12));
        assertThat(rate.interval().method()).isEqualTo("student_t");
    }

    @Test
    void ties_can_be_left_out() {
        add(6, "a", "b", Outcome.FIRST);
        add(2, "a", "b", Outcome.SECOND);
        add(4, "b", "a", Outcome.TIE);
        WinRateEstimate rate = WITHOUT_TIES.against(sums.finish(), "a", "b");
        assertThat(rate.value()).isEqualTo(0.75);
        assertThat(rate.battles()).isEqualTo(8);
        assertThat(rate.interval().method()).isEqualTo("wilson");
    }

    @Test
    void soft_preferences_have_a_standard_error() {
        for (double score : new double[] {0.9, 0.6, 0.5, 0.2, 0.8}) {
            sums.add(Battle.of("b", "a", new SoftPreference(1 - score)));
        }
        WinRateEstimate rate = HALF.againstAll(sums.finish(), "a");
        // numpy: mean, std(ddof=1)/sqrt(5), scipy.stats.t.interval(0.95, 4, ...)
        assertThat(rate.value()).isCloseTo(0.6, within(1e-15));
        assertThat(rate.standardError()).isCloseTo(0.12247448713915891, within(1e-14));
        assertThat(rate.interval().low()).isCloseTo(0.25995630967087213, within(1e-12));
    }

    @Test
    void weights_enter_the_mean_and_its_error() {
        sums.add(Battle.of("a", "b", Outcome.FIRST).weighted(3));
        sums.add(Battle.of("a", "b", Outcome.SECOND).weighted(1));
        sums.add(Battle.of("a", "b", Outcome.TIE).weighted(2));
        WinRateEstimate rate = HALF.againstAll(sums.finish(), "a");
        double mean = 4 / 6.0;
        double squares = 9 * (1 - mean) * (1 - mean) + mean * mean + 4 * (0.5 - mean) * (0.5 - mean);
        assertThat(rate.value()).isCloseTo(mean, within(1e-15));
        assertThat(rate.standardError()).isCloseTo(Math.sqrt(squares / 36 * 3 / 2), within(1e-14));
    }

    @Test
    void averaging_over_opponents_gives_each_the_same_say() {
        add(90, "a", "often", Outcome.FIRST);
        add(10, "a", "often", Outcome.SECOND);
        add(1, "a", "rare", Outcome.FIRST);
        add(3, "a", "rare", Outcome.SECOND);
        PairCounts counts = sums.finish();
        assertThat(HALF.againstAll(counts, "a").value()).isCloseTo(91 / 104.0, within(1e-15));
        WinRateEstimate average = HALF.averagedOverOpponents(counts, "a");
        assertThat(average.value()).isCloseTo((0.9 + 0.25) / 2, within(1e-15));
        assertThat(average.opponents()).isEqualTo(2);
        assertThat(average.battles()).isEqualTo(104);
        // The variances of the two rates are 0.09/99 and 0.1875/3; scipy has t(3.0878876408906577) = 3.131812491281111.
        double standardError = Math.sqrt(0.09 / 99 + 0.1875 / 3) / 2;
        assertThat(average.standardError()).isCloseTo(standardError, within(1e-14));
        assertThat(average.interval().low()).isCloseTo(0.575 - 3.131812491281111 * standardError, within(1e-9));
    }

    @Test
    void an_opponent_met_once_leaves_the_average_without_a_standard_error() {
        add(5, "a", "often", Outcome.FIRST);
        add(1, "a", "once", Outcome.FIRST);
        WinRateEstimate average = HALF.averagedOverOpponents(sums.finish(), "a");
        assertThat(average.value()).isEqualTo(1);
        assertThat(average.standardError()).isNull();
        assertThat(average.interval().low()).isZero();
        assertThat(average.interval().warnings())
                .containsExactly("1 of 2 opponents were met once, which tells no spread");
    }

    @Test
    void equal_outcomes_and_single_battles_carry_a_warning() {
        add(1, "a", "b", Outcome.TIE);
        WinRateEstimate one = HALF.against(sums.finish(), "a", "b");
        assertThat(one.value()).isEqualTo(0.5);
        assertThat(one.standardError()).isNull();
        assertThat(one.interval().warnings()).containsExactly("There is one battle, which tells no spread");
        add(1, "a", "b", Outcome.TIE);
        WinRateEstimate two = HALF.against(sums.finish(), "a", "b");
        assertThat(two.standardError()).isZero();
        assertThat(two.interval().warnings())
                .containsExactly("All outcomes are equal, so that the interval has no width");
    }

    @Test
    void a_model_without_a_battle_that_counts_is_an_error() {
        add(2, "a", "b", Outcome.TIE);
        PairCounts counts = sums.finish();
        assertThatThrownBy(() -> HALF.against(counts, "a", "c"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("No battle of 'a' with 'c' counts, out of 2 among 2 models. Check the names.");
        assertThatThrownBy(() -> WITHOUT_TIES.againstAll(counts, "a"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("No battle of 'a' counts, out of 2 among 2 models (ties are left out). Check the names.");
        assertThatThrownBy(() -> HALF.withLevel(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Confidence level must be in (0, 1): 1.0");
    }
}
