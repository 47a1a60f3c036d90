package dev.evalkit.diff;

import static dev.evalkit.diff.Items.indicator;
import static dev.evalkit.diff.Items.item;
import static dev.evalkit.diff.Items.only;
import static dev.evalkit.diff.Items.scenario;
import static dev.evalkit.diff.Items.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.EvalkitException;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.RunManifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
    private static final Diff DIFF = Diff.withDefaults();

    @Test
    void theScenarioGoesBeforeTheIndicatorAndTheIndicatorBeforeTheBuild() {
        Indicator indicator = indicator("x", "", thresholds(null, 0.2, null));
        PriorityIndicator listed = new PriorityIndicator("x", "P0", thresholds(null, 0.1, null), List.of());

        Diff build = DIFF.withThreshold(0.3);
        Diff withIndicator = build.with(Definitions.of(List.of(indicator)));
        Diff withScenario = build.with(Definitions.of(List.of(indicator)).in(scenario(listed)));
        assertThat(change(build, 10, 10).threshold()).isEqualTo(0.3);
        assertThat(change(withIndicator, 10, 10).threshold()).isEqualTo(0.2);
        assertThat(change(withScenario, 10, 10).threshold()).isEqualTo(0.1);
        assertThat(change(withScenario, 10, 10).margin()).isEqualTo(0.1);
    }

    @Test
    void absoluteGoesBeforeRelativeAndRelativeIsAShareOfThePreviousMagnitude() {
        assertThat(change(thresholds(null, 0.5, 0.1), -20, 1))
                .extracting("threshold")
                .isEqualTo(0.5);
        assertThat(change(thresholds(null, null, 0.1), -20, 1))
                .extracting("threshold")
                .isEqualTo(2.0);
    }

    @Test
    void theMarginIsTheThresholdUnlessOneIsGiven() {
        assertThat(change(thresholds(null, 0.5, null), 20, 1))
                .extracting("margin")
                .isEqualTo(0.5);
        assertThat(change(thresholds(0.25, 0.5, null), 20, 1))
                .extracting("threshold", "margin")
                .containsExactly(0.5, 0.25);
        assertThat(change(thresholds(0.25, null, null), 20, 1))
                .extracting("threshold", "margin")
                .containsExactly(1.0, 0.25);
    }

    @Test
    void aScenariosThresholdGoesBeforeAnIndicatorsMargin() {
        Indicator indicator = indicator("x", "", thresholds(0.2, 0.3, null));
        PriorityIndicator listed = new PriorityIndicator("x", "P0", thresholds(null, 0.1, null), List.of());
        PriorityIndicator silent = new PriorityIndicator("x", "P0", thresholds(null, null, null), List.of());

        Definitions definitions = Definitions.of(List.of(indicator));
        assertThat(change(DIFF.with(definitions.in(scenario(listed))), 10, 10).margin())
                .isEqualTo(0.1);
        assertThat(change(DIFF.with(definitions.in(scenario(silent))), 10, 10).margin())
                .isEqualTo(0.2);
    }

    // 0.1·√(p̃(1−p̃)) with p̃ = (x+2)/(n+4), computed by hand: 0.006 of 3000 gives p̃ = 20/3004; 50 % of 100 gives p̃ =
    // 1/2.
    @ParameterizedTest
    @CsvSource({
        "ratio, 0.5, 100, 0.05",
        "ratio, 0.006, 3000, 0.0081323",
        "proportion, 0, 96, 0.0140000",
        "fraction, 1, 96, 0.0140000",
        "%, 50, 100, 5",
        "percent, 0.6, 3000, 0.81323",
        "points, 1200, 100, 5",
        "elo, 1200, , 5",
        "ms, 500, 100, 25",
        "ratio, 0.5, , 0.025",
        "ratio, 1.5, 100, 0.075"
    })
    void whereNobodyGivesAThresholdItFollowsFromTheUnit(
            String unit, double previous, @Nullable Long samples, double expected) {
        ResultItem item = new ResultItem("x", previous, null, samples, Meta.of(Map.of("unit", unit)));
        Change change =
                Objects.requireNonNull(only(DIFF.compare(set(item), set(item))).change());

        assertThat(change.threshold()).isCloseTo(expected, within(expected * 1e-4));
        assertThat(change.margin()).isEqualTo(change.threshold());
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.52, 0.02, true",
        "0.30, 0.28, 0.02, true",
        "0.5, 0.519, 0.02, false",
        "0.5, 0.5, 0, false",
        "0.5, 0.5000001, 0, true"
    })
    void aChangeIsFlaggedFromTheThresholdOn(double previous, double current, double threshold, boolean flagged) {
        assertThat(change(DIFF.withThreshold(threshold), previous, current).overThreshold())
                .isEqualTo(flagged);
    }

    @Test
    void aShareOfZeroIsNoThresholdAndTheErrorAsksForAnAbsoluteOne() {
        assertThatThrownBy(() -> change(thresholds(null, null, 0.1), 0, 1))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "The previous value of x is 0, and a threshold relative to 0 is none. Give an absolute one: \"thresholds\":"
                                + " {\"absolute\": …} in the indicator or the scenario, or -Devalkit.threshold=…");
        assertThatThrownBy(() -> change(DIFF, 0, 1)).isInstanceOf(EvalkitException.class);
    }

    @Test
    void aShareOfZeroDoesNotMatterWhereThereIsAMarginOrNoChange() {
        assertThat(change(thresholds(0.5, null, 0.1), 0, 1).margin()).isEqualTo(0.5);
        assertThat(change(DIFF, 0, 0).delta()).isZero();
    }

    @Test
    void aShareOfZeroIsOnlyNotedOnRowsForDisplay() {
        ResultItem previous = item("x", 0, "slice", Map.of("subject", "law"));
        ResultItem current = item("x", 1, "slice", Map.of("subject", "law"));

        DiffRow row = only(DIFF.compare(set(previous), set(current)));
        assertThat(row.reasons())
                .extracting(Reason::text)
                .contains("the previous value is 0 and the threshold a share of it; give an absolute one");
    }

    @Test
    void marginsAreThoseThatWereFrozenWhenTheBaselineWasAccepted() {
        ResultItem item = item("x", 10, "dataset", "d");
        SortedMap<String, Double> frozen = DIFF.withThreshold(0.3).margins(Side.of(set(item)));
        assertThat(frozen).containsExactly(Map.entry("x dataset=d", 0.3));

        Side accepted = Side.of(set(item), accepted(frozen));
        DiffRow row = only(DIFF.withThreshold(0.01).compare(accepted, Side.of(set(item("x", 9.8, "dataset", "d")))));
        assertThat(row.change()).extracting("threshold", "margin").containsExactly(0.01, 0.3);
        assertThat(row.verdict()).isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void marginsAreFrozenForWhatGatesAndRefusedWhereAThresholdIsMissing() {
        Side run = Side.of(set(item("x", 10), item("x", 0, "slice", Map.of("subject", "law"))));
        assertThat(DIFF.margins(run)).containsExactly(Map.entry("x", 0.5));

        assertThatThrownBy(() -> DIFF.margins(Side.of(set(item("x", 0)))))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("The previous value of x is 0");
    }

    private static Change change(Thresholds thresholds, double previous, double current) {
        return change(DIFF.with(Definitions.of(List.of(indicator("x", "", thresholds)))), previous, current);
    }

    private static Change change(Diff diff, double previous, double current) {
        return Objects.requireNonNull(only(diff.compare(set(item("x", previous)), set(item("x", current))))
                .change());
    }

    private static Thresholds thresholds(
            @Nullable Double margin, @Nullable Double absolute, @Nullable Double relative) {
        return new Thresholds(margin, absolute, relative, null, null);
    }

    private static RunManifest accepted(SortedMap<String, Double> margins) {
        Acceptance acceptance = new Acceptance(Instant.EPOCH, "", List.of(), null, new TreeMap<>(margins));
        return new RunManifest("r", "m", "s", Instant.EPOCH, Instant.EPOCH, null, null, null, List.of(), acceptance);
    }
}
