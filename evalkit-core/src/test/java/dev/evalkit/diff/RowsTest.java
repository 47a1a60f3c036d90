package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are made when they are asked for, which must not show. */
class RowsTest {
    private static final DiffResult DIFF = Diff.withDefaults().compare(assorted(1), assorted(2));

    @Test
    void aRowIsTheSameWheneverItIsAskedFor() {
        assertThat(DIFF.rows()).hasSize(1100).isEqualTo(new ArrayList<>(DIFF.rows()));
        assertThat(DIFF.rows()).extracting(DiffRow::verdict).contains(Verdict.values());
    }

    @Test
    void rowsThatAreSelectedAreThoseForWhichThePredicateHolds() {
        for (Verdict verdict : Verdict.values()) {
            Predicate<DiffRow> which = row -> row.gating() && row.verdict() == verdict;
            assertThat(DIFF.select(which))
                    .isEqualTo(DIFF.rows().stream().filter(which).toList());
        }
        DiffResult copied = new DiffResult(DIFF.previous(), DIFF.current(), new ArrayList<>(DIFF.rows()));
        assertThat(copied.select(DiffRow::gating)).isEqualTo(DIFF.gating());
    }

    @ParameterizedTest
    @EnumSource
    void theGateWeighsRowsAsIfEachWereThere(Policy policy) {
        DiffResult copied = new DiffResult(DIFF.previous(), DIFF.current(), List.copyOf(DIFF.rows()));
        Outcome outcome = policy.judge(DIFF);

        assertThat(outcome.failing()).isEqualTo(policy.judge(copied).failing()).isNotEmpty();
        assertThat(outcome.warned()).isEqualTo(policy.judge(copied).warned());
        assertThat(outcome.worse()).isEqualTo(policy.judge(copied).worse());
    }

    @Test
    void rowsCannotBeChanged() {
        List<DiffRow> rows = DIFF.rows();
        assertThatThrownBy(() -> rows.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> rows.set(0, rows.get(1))).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Metrics with and without a direction, an interval, a unit, a slice, a value of 0; some are on one side only. */
    private static ResultSet assorted(int side) {
        Random random = new Random(side);
        List<ResultItem> items = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            if (i % 110 == 9 + side) {
                continue;
            }
            double value = i % 50 == 0 ? 0 : 0.5 + (random.nextInt(4) == 0 ? 0.3 * (random.nextDouble() - 0.5) : 0);
            Map<String, @Nullable Object> meta = new LinkedHashMap<>();
            meta.put("seed", i % 3);
            if (i % 4 == 0) {
                meta.put(Meta.HIGHER_IS_BETTER, i % 8 == 0);
            }
            if (i % 5 == 0) {
                meta.put(Meta.UNIT, i % 10 == 0 || side == 1 ? "ratio" : "points");
            }
            if (i % 7 == 0) {
                meta.put(Meta.SLICE, Map.of("subject", "s" + i % 3));
            }
            if (i % 11 == 0) {
                meta.put(Meta.EVALUATOR, "exact_match_" + (random.nextInt(3) == 0));
            }
            Interval ci = i % 6 == 0 ? null : Interval.of(value - 0.04, value + 0.04);
            if (value == 0) {
                meta.put(Meta.HIGHER_IS_BETTER, null);
            }
            items.add(
                    new ResultItem((i % 13 == 0 ? "accuracy_f1.m" : "m") + i, value, ci, 100L + i % 7, Meta.of(meta)));
        }
        return ResultSet.of(items);
    }
}
