package dev.evalkit.diff;

import static dev.evalkit.diff.Items.bare;
import static dev.evalkit.diff.Items.indicator;
import static dev.evalkit.diff.Items.item;
import static dev.evalkit.diff.Items.only;
import static dev.evalkit.diff.Items.scenario;
import static dev.evalkit.diff.Items.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.model.Indicator;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
    private static final Diff DIFF = Diff.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "true, 0.84, 0.79, REGRESSED",
        "true, 0.84, 0.82, NO_WORSE",
        "true, 0.84, 0.84, NO_WORSE",
        "true, 0.84, 0.86, NO_WORSE",
        "true, 0.84, 0.89, IMPROVED",
        "false, 0.84, 0.79, IMPROVED",
        "false, 0.84, 0.82, NO_WORSE",
        "false, 0.84, 0.89, REGRESSED",
    })
    void pointValuesAreJudgedByTheMarginAndTheDirection(
            boolean higherIsBetter, double previous, double current, Verdict verdict) {
        DiffRow row = only(DIFF.withThreshold(0.02)
                .compare(
                        set(item("x", previous, "higher_is_better", higherIsBetter)),
                        set(item("x", current, "higher_is_better", higherIsBetter))));

        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.reasons()).extracting(Reason::code).containsExactly(Reason.Code.POINT_VALUES_ONLY);
    }

    @Test
    void aDropOfExactlyTheMarginIsTolerated() {
        DiffRow row = only(DIFF.withThreshold(0.02).compare(set(item("x", 0.30)), set(item("x", 0.28))));

        assertThat(row.verdict()).isEqualTo(Verdict.NO_WORSE);
        assertThat(row.change()).extracting("overThreshold").isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"0.79, the value 0.79 is below the minimum 0.8", "0.96, the value 0.96 is above the maximum 0.95"})
    void aBrokenBoundIsARegressionWhateverElse(double current, String text) {
        Definitions definitions =
                Definitions.of(List.of(indicator("x", "", new Thresholds(0.5, 0.5, null, 0.8, 0.95))));

        for (ResultSet previous : List.of(
                set(item("x", 0.7)),
                set(item("x", current)),
                set(item("y", 1)),
                set(item("x", 1, "method", "other")))) {
            DiffRow row = DIFF.with(definitions)
                    .compare(previous, set(item("x", current, "method", "mine")))
                    .rows()
                    .get(0);
            assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
            assertThat(row.reasons().get(0).code()).isEqualTo(Reason.Code.BOUND);
            assertThat(row.reasons().get(0).text()).isEqualTo(text);
        }
    }

    @Test
    void aValueAtItsBoundKeepsIt() {
        Definitions definitions =
                Definitions.of(List.of(indicator("x", "", new Thresholds(null, null, null, 0.8, 0.8))));

        assertThat(only(DIFF.with(definitions).compare(set(item("x", 0.8)), set(item("x", 0.8))))
                        .verdict())
                .isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void boundsAreForWhatGates() {
        Definitions definitions =
                Definitions.of(List.of(indicator("x", "", new Thresholds(null, null, null, 0.8, null))));
        ResultSet slice = set(item("x", 0.1, "slice", Map.of("subject", "law")));

        assertThat(only(DIFF.with(definitions).compare(slice, slice)).verdict()).isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void whatOnlyOneSideHasIsNewOrMissing() {
        DiffResult diff = DIFF.compare(set(item("gone", 1)), set(item("come", 1)));

        assertThat(diff.rows()).extracting(DiffRow::verdict).containsExactly(Verdict.NEW, Verdict.MISSING);
        assertThat(diff.rows()).extracting(DiffRow::change).containsOnlyNulls();
    }

    @Test
    void whatTheRunSkippedIsMissingWithTheRunsReason() {
        Side current = Side.of(set(item("x", 1)), skipping("y", "it needs a GPU"));
        DiffRow row = DIFF.compare(Side.of(set(item("x", 1), item("y", 1))), current)
                .rows()
                .get(1);

        assertThat(row.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly("the current run has it skipped: it needs a GPU");
    }

    @Test
    void whatTheScenarioListsAndTheRunSkippedIsMissingEvenIfItNeverWasThere() {
        PriorityIndicator listed = new PriorityIndicator("y", "P0", Thresholds.NONE, List.of());
        Side current = Side.of(set(item("x", 1)), skipping("y", "it needs a GPU"));

        Diff diff = DIFF.with(Definitions.of(List.of(indicator("y"))).in(scenario(listed)));
        DiffRow row = diff.compare(Side.of(set(item("x", 1))), current).rows().get(1);
        assertThat(row.id().metricId()).isEqualTo("y");
        assertThat(row.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(row.gating()).isTrue();

        assertThat(DIFF.compare(Side.of(set(item("x", 1))), current).rows()).hasSize(1);
    }

    @Test
    void primaryItemsGateAndSecondaryOnesAndSlicesAreForDisplay() {
        Diff diff = DIFF.with(Definitions.of(List.of(indicator("x"), indicator("x.y"))));
        ResultSet set = set(
                item("x", 1),
                item("x.y", 1),
                item("x.z", 1),
                item("other.z", 1),
                item("x", 1, "slice", Map.of("subject", "law")));

        assertThat(diff.compare(set, set).gating())
                .extracting(row -> row.id().toString())
                .containsExactly("x", "x.y", "other.z");
    }

    @Test
    void secondaryItemsAndSlicesGateWhereTheScenarioListsThem() {
        Definitions definitions = Definitions.of(List.of(indicator("x")))
                .in(scenario(
                        new PriorityIndicator("x", "P0", Thresholds.NONE, List.of("subject", "level")),
                        new PriorityIndicator("x.z", "P1", Thresholds.NONE, List.of())));
        ResultSet set = set(
                item("x.z", 1),
                item("x", 1, "slice", Map.of("subject", "law", "level", "3")),
                item("x", 1, "slice", Map.of("subject", "law", "language", "de")),
                item("x.z", 1, "slice", Map.of("subject", "law")));

        assertThat(DIFF.with(definitions).compare(set, set).gating())
                .extracting(row -> row.id().toString())
                .containsExactly("x.z", "x level=3 subject=law");
    }

    @Test
    void whatTheResultsDoNotSayTheIndicatorDoes() {
        Indicator indicator = indicator("x", "ms", Thresholds.absolute(1));
        DiffRow row = only(DIFF.with(Definitions.of(List.of(indicator))).compare(set(bare("x", 9)), set(bare("x", 5))));

        assertThat(row.unit()).isEqualTo("ms");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void theLargestChangesInThresholdsComeFirst() {
        Definitions definitions = Definitions.of(List.of(
                indicator("zero", "", Thresholds.absolute(0)),
                indicator("nil", "", Thresholds.absolute(0)),
                indicator("wide", "", Thresholds.absolute(100))));
        ResultSet previous = set(
                item("same", 5),
                item("wide", 100),
                item("zero", 10),
                item("nil", 10),
                item("close", 10),
                item("gone", 1));
        ResultSet current =
                set(item("same", 5), item("wide", 150), item("zero", 11), item("nil", 8), item("close", 12));
        DiffResult diff = DIFF.with(definitions).withThreshold(1).compare(previous, current);

        assertThat(diff.top(9, row -> true))
                .extracting(row -> row.id().metricId())
                .containsExactly("nil", "zero", "close", "wide", "same");
        assertThat(diff.top(2, row -> true)).hasSize(2);
    }

    @Test
    void valuesAtTheEndsOfWhatADoubleHoldsStayFinite() {
        DiffRow row = only(
                DIFF.withThreshold(1).compare(set(item("x", -Double.MAX_VALUE)), set(item("x", Double.MAX_VALUE))));
        assertThat(row.change()).extracting("delta", "deltaPercent").containsExactly(Double.MAX_VALUE, 100.0);

        DiffRow tiny = only(DIFF.withThreshold(1).compare(set(item("x", Double.MIN_VALUE)), set(item("x", 1))));
        assertThat(tiny.change()).extracting("deltaPercent").isNull();
    }

    private static RunManifest skipping(String indicator, String reason) {
        IndicatorRun run = new IndicatorRun(indicator, null, IndicatorRun.Status.SKIPPED, reason, Duration.ZERO);
        return new RunManifest("r", "m", "s", Instant.EPOCH, Instant.EPOCH, null, null, null, List.of(run), null);
    }
}
