package dev.evalkit.lmarena.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Regime;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.drift.RegimeChange.Kind;
import dev.evalkit.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final double WIDTH = 3.92;

    /** Ten models m0 to m9, 10 points apart, with standard errors of 1. */
    private static List<BoardRow> rows(double shift) {
        List<BoardRow> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(row("m" + i, 1000 + 10 * i + shift, WIDTH / 2));
        }
        return rows;
    }

    private static BoardRow row(String model, double rating, double halfWidth) {
        Interval interval = new Interval(rating - halfWidth, rating + halfWidth);
        return new BoardRow("overall", model, null, null, null, rating, interval, null, null, null);
    }

    private static BoardSide side(List<BoardRow> rows) {
        return side(rows, Selection.ALL, null);
    }

    private static BoardSide side(List<BoardRow> rows, Selection selection, @Nullable Boolean styleControl) {
        Origin origin = new Origin("x", null, "text", null, null, null, null, "0".repeat(64), null, "LMArena");
        return new BoardSide("x.json", "0".repeat(64), origin, Regime.of(rows, null, styleControl), selection, rows);
    }

    private static DriftResult compare(List<BoardRow> previous, List<BoardRow> current) {
        return Drift.withDefaults().compare(side(previous), side(current));
    }

    private static DriftRow row(DriftResult drift, String model) {
        return drift.rows().stream()
                .filter(row -> row.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static DriftRow.Test test(DriftRow row) {
        return Optional.ofNullable(row.test()).orElseThrow();
    }

    @Test
    void aModelThatFellBeyondTheCommonShiftIsFound() {
        List<BoardRow> current = rows(3);
        current.set(4, row("m4", 1040 + 3 - 12, WIDTH / 2));
        DriftResult drift = compare(rows(0), current);
        assertThat(drift.regimeChanges()).isEmpty();
        assertThat(drift.changes()).extracting(DriftRow::model).containsExactly("m4");
        DriftRow m4 = row(drift, "m4");
        assertThat(m4.verdict()).isEqualTo(DriftVerdict.FELL);
        assertThat(m4.change()).isEqualTo(-12);
        // 1.96/1.959964 off 1; z = −12/√2; p = 2Φ(−8.485) = 2.1e-17, times 10 by Holm
        assertThat(test(m4).z()).isEqualTo(-12 / Math.sqrt(2), offset(1e-3));
        assertThat(test(m4).adjusted()).isBetween(2e-16, 2.3e-16);
        assertThat(DriftReport.of(drift, 5).lines())
                .containsExactly(
                        "m4 in overall: 1040.0 → 1031.0, -12.0 points beyond the common shift, adjusted p 2.2e-16: fell",
                        "10 rows: 1 fell, 9 no change",
                        "A change counts from 5 points on. The z test is conservative, since both boards share votes: \"no change\" proves nothing. Ranks never count (1 moved).");
        assertThat(DriftReport.of(drift, 5).markdown()).isEqualTo("""
                        # Drift of a leaderboard

                        x.json → x.json

                        No change of regime was found.

                        10 rows: 1 fell, 9 no change

                        A change counts from 5 points on. The z test is conservative, since both boards share votes: "no change" proves nothing. Ranks never count (1 moved).

                        | category | model | previous | current | change | adjusted p | verdict |
                        | --- | --- | --- | --- | --- | --- | --- |
                        | overall | m4 | 1040.0 | 1031.0 | -12.0 | 2.2e-16 | fell |

                        LMArena
                        """);
    }

    @Test
    void aSignificantChangeBelowTheMinimumEffectDoesNotCount() {
        List<BoardRow> previous = new ArrayList<>();
        List<BoardRow> current = new ArrayList<>();
        for (BoardRow row : rows(0)) {
            previous.add(row(row.model(), row.rating(), 0.1));
            current.add(row(row.model(), row.rating() + (row.model().equals("m3") ? 4.9 : 0), 0.1));
        }
        DriftResult drift = compare(previous, current);
        assertThat(test(row(drift, "m3")).adjusted()).isLessThan(1e-6);
        assertThat(drift.changes()).isEmpty();
        assertThat(Drift.withDefaults()
                        .with(DriftSettings.withDefaults().withMinimumEffect(4))
                        .compare(side(previous), side(current))
                        .changes())
                .extracting(DriftRow::verdict)
                .containsExactly(DriftVerdict.ROSE);
    }

    @Test
    void aLargeChangeWithinChanceDoesNotCount() {
        List<BoardRow> current = rows(0);
        current.set(0, row("m0", 1030, 60));
        assertThat(compare(rows(0), current).changes()).isEmpty();
    }

    @Test
    void theAnchorIsNeitherTestedNorPartOfTheShift() {
        List<BoardRow> previous = rows(0);
        List<BoardRow> current = rows(4);
        previous.set(0, row("m0", 1000, 0));
        current.set(0, row("m0", 1000, 0));
        DriftResult drift = compare(previous, current);
        assertThat(drift.regimeChanges()).isEmpty();
        assertThat(row(drift, "m0").verdict()).isEqualTo(DriftVerdict.ANCHOR);
        assertThat(drift.categories().get(0).shift()).isEqualTo(4);
        assertThat(row(drift, "m1").change()).isZero();
    }

    @Test
    void aShiftOfFiveIsAChangeOfRegime() {
        assertThat(compare(rows(0), rows(4.9)).regimeChanges()).isEmpty();
        assertThat(compare(rows(0), rows(-5)).regimeChanges())
                .containsExactly(new RegimeChange(
                        Kind.SHIFT, "overall", "ratings as they were", "all moved by -5.0 points (median)"));
    }

    @Test
    void moreThanATenthOfTheModelsGoneIsAChangeOfRegime() {
        assertThat(compare(rows(0), rows(0).subList(0, 9)).regimeChanges()).isEmpty();
        DriftResult drift = compare(rows(0), rows(0).subList(0, 8));
        assertThat(drift.regimeChanges())
                .containsExactly(new RegimeChange(Kind.MODELS_GONE, "overall", "10 models", "2 of them gone (20.0 %)"));
        assertThat(row(drift, "m9").verdict()).isEqualTo(DriftVerdict.GONE);
        assertThat(row(drift, "m1").verdict()).isEqualTo(DriftVerdict.INCOMPARABLE);
    }

    @Test
    void modelsAndCategoriesThatWereNotAskedForHaveNotGone() {
        BoardSide part = side(rows(0).subList(0, 2), new Selection(List.of("m0", "m1"), List.of("overall")), null);
        List<BoardRow> two = rows(0);
        two.add(new BoardRow("coding", "m0", null, null, null, 1, null, null, null, null));
        assertThat(Drift.withDefaults().compare(side(two), part).regimeChanges())
                .isEmpty();
    }

    @Test
    void styleControlIsComparedWhereBothSidesKnowOfIt() {
        BoardSide without = side(rows(0), Selection.ALL, false);
        BoardSide with = side(rows(0), Selection.ALL, true);
        assertThat(Drift.withDefaults().compare(without, with).regimeChanges())
                .containsExactly(new RegimeChange(Kind.STYLE_CONTROL, null, "false", "true"));
        assertThat(Drift.withDefaults().compare(side(rows(0)), with).regimeChanges())
                .isEmpty();
    }

    @Test
    void withoutIntervalsNothingCanBeTested() {
        List<BoardRow> bare = List.of(new BoardRow("overall", "a", null, null, null, 1000, null, null, null, null));
        assertThat(row(compare(bare, bare), "a").verdict()).isEqualTo(DriftVerdict.NOT_TESTABLE);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> DriftSettings.withDefaults().withMinimumEffect(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DriftReport.of(compare(rows(0), rows(0)), -1))
                .hasMessage("The number of rows must be 0 or more: -1");
    }
}
