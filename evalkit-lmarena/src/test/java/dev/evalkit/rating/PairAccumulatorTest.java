package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairAccumulatorTest {
    private static final List<Battle> BATTLES = List.of(
            Battle.of("zeta", "alpha", Outcome.FIRST),
            Battle.of("alpha", "zeta", Outcome.FIRST),
            Battle.of("zeta", "alpha", Outcome.SECOND),
            Battle.of("mid", "zeta", Outcome.TIE).weighted(2),
            Battle.of("mid", "alpha", new SoftPreference(0.75)).weighted(2));

    private static PairCounts count(List<Battle> battles) {
        PairAccumulator sums = new PairAccumulator();
        battles.forEach(sums::add);
        return sums.finish();
    }

    @Test
    void battles_add_up_per_unordered_pair_seen_from_the_first_name() {
        PairCounts counts = count(BATTLES);
        assertThat(counts.models()).containsExactly("alpha", "mid", "zeta");
        WeightSum none = new WeightSum(0, 0, 0);
        OutcomeSums notSoft = new OutcomeSums(0, 0, 0, 0, 0, 0);
        assertThat(counts.pairs())
                .containsExactly(
                        // Σw = 2, Σwy = 0.5, Σw² = 4, Σw²y = 1, Σw²y² = 0.25 for y = 0.25 from alpha's side.
                        new PairTally(0, 1, none, none, none, new OutcomeSums(1, 2, 0.5, 4, 1, 0.25)),
                        new PairTally(0, 2, new WeightSum(2, 2, 2), new WeightSum(1, 1, 1), none, notSoft),
                        new PairTally(1, 2, none, none, new WeightSum(1, 2, 4), notSoft));
        assertThat(counts.battles()).isEqualTo(5);
    }

    @Test
    void parts_merge_to_the_same_counts_whatever_names_each_part_saw_first() {
        PairCounts whole = count(BATTLES);
        for (int cut = 0; cut <= BATTLES.size(); cut++) {
            PairAccumulator early = new PairAccumulator();
            PairAccumulator late = new PairAccumulator();
            BATTLES.subList(0, cut).forEach(early::add);
            BATTLES.subList(cut, BATTLES.size()).forEach(late::add);
            late.dropUnknownLabel();
            early.merge(late);
            assertThat(early.finish()).isEqualTo(new PairCounts(whole.models(), whole.pairs(), new Dropped(0, 1, 0)));
        }
    }

    @Test
    void plain_counts_do_not_depend_on_the_order_of_battles() {
        Random random = new Random(1);
        List<Battle> battles = IntStream.range(0, 500)
                .mapToObj(i -> Battle.of(
                        "m" + random.nextInt(12), "m" + random.nextInt(12), i % 3 == 0 ? Outcome.TIE : Outcome.FIRST))
                .collect(Collectors.toList());
        PairCounts inOrder = count(battles);
        Collections.shuffle(battles, random);
        assertThat(count(battles)).isEqualTo(inOrder);
    }

    @Test
    void self_battles_unknown_labels_and_blank_names_are_dropped_and_counted() {
        PairAccumulator sums = new PairAccumulator();
        sums.add(Battle.of("a", "a", Outcome.FIRST));
        sums.add(Battle.of("a", " ", Outcome.FIRST));
        sums.add(Battle.of("", "", Outcome.TIE));
        sums.dropUnknownLabel();
        sums.add(Battle.of("a", "b", Outcome.TIE));
        PairCounts counts = sums.finish();
        assertThat(counts.dropped()).isEqualTo(new Dropped(1, 1, 2));
        assertThat(counts.dropped().total()).isEqualTo(4);
        assertThat(counts.battles()).isEqualTo(1);
    }

    @Test
    void a_log_keeps_order_and_adds_up_to_the_same_counts() {
        BattleLog early = new BattleLog();
        BattleLog late = new BattleLog();
        early.add(BATTLES.get(0));
        early.add(Battle.of("a", "a", Outcome.FIRST));
        BATTLES.subList(1, BATTLES.size()).forEach(late::add);
        late.dropUnknownLabel();
        early.merge(late);
        assertThat(early.battles()).isEqualTo(BATTLES);
        PairCounts whole = count(BATTLES);
        assertThat(early.dropped()).isEqualTo(new Dropped(1, 1, 0));
        assertThat(early.counts()).isEqualTo(new PairCounts(whole.models(), whole.pairs(), early.dropped()));
    }

    @Test
    void only_whole_battles_with_one_of_three_outcomes_are_plain() {
        assertThat(count(BATTLES.subList(0, 3)).isPlain()).isTrue();
        assertThat(count(BATTLES.subList(0, 4)).isPlain()).isFalse();
        assertThat(count(List.of(Battle.of("a", "b", new SoftPreference(1)))).isPlain())
                .isFalse();
    }

    @Test
    void a_restriction_keeps_the_battles_among_some_models() {
        PairCounts counts = count(BATTLES).restrictedTo(List.of("zeta", "alpha", "nobody"));
        assertThat(counts.models()).containsExactly("alpha", "zeta");
        assertThat(counts).isEqualTo(count(BATTLES.subList(0, 3)));
    }

    @Test
    void counts_refuse_what_is_not_sorted() {
        PairTally pair = count(BATTLES).pairs().get(1);
        assertThatThrownBy(() -> new PairCounts(List.of("b", "a"), List.of(), new Dropped(0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models must be sorted and distinct: b, a");
        assertThatThrownBy(() -> new PairCounts(List.of("a", "b"), List.of(pair), new Dropped(0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pairs must be sorted and distinct, the first index below the second, of 2 models: 0, 2");
    }
}
