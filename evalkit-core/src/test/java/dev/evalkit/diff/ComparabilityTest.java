package dev.evalkit.diff;

import static dev.evalkit.diff.Items.bare;
import static dev.evalkit.diff.Items.indicator;
import static dev.evalkit.diff.Items.item;
import static dev.evalkit.diff.Items.map;
import static dev.evalkit.diff.Items.only;
import static dev.evalkit.diff.Items.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.ResultItem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparabilityTest {
    private static final Diff DIFF = Diff.withDefaults();

    static List<Arguments> differences() {
        return List.of(
                Arguments.of("dataset_sha256", "dataset_sha256", "aa", "bb", "dataset_sha256 differs: aa → bb"),
                Arguments.of("method", "method", "hf7", "hf4", "method differs: hf7 → hf4"),
                Arguments.of("unit", "unit", "ms", "s", "unit differs: ms → s"),
                Arguments.of(
                        "higher_is_better", "higher_is_better", true, false, "higher_is_better differs: true → false"),
                Arguments.of("evaluator", "evaluator", "exact", "fuzzy", "evaluator differs: exact → fuzzy"),
                Arguments.of("evaluator", "evaluator", map("id", "f1"), map("id", "em"), "evaluator differs: f1 → em"),
                Arguments.of(
                        "evaluator.version",
                        "evaluator",
                        map("id", "f1", "version", 1),
                        map("id", "f1", "version", 2),
                        "evaluator.version differs: 1 → 2"),
                Arguments.of(
                        "evaluator.args_sha256",
                        "evaluator",
                        map("args_sha256", "0123456789abcdef0123456789abcdef"),
                        map("args_sha256", "f123456789abcdef0123456789abcdef"),
                        "evaluator.args_sha256 differs: 0123456789ab… → f123456789ab…"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void whatDiffersIsNamedAndMakesTheRowIncomparableUnlessItIsAllowed(
            String name, String key, Object before, Object after, String text) {
        ResultItem previous = item("x", 1, key, before);
        ResultItem current = item("x", 1, key, after);

        DiffRow row = only(DIFF.compare(set(previous), set(current)));
        assertThat(row.verdict()).isEqualTo(Verdict.INCOMPARABLE);
        assertThat(row.reasons()).extracting(Reason::code).containsExactly(Reason.Code.DIFFERS);
        assertThat(row.reasons().get(0).text()).isEqualTo(text);
        assertThat(row.reasons().get(0).facts()).containsEntry("name", name).containsKeys("previous", "current");

        DiffRow allowed = only(DIFF.allowing(List.of(name)).compare(set(previous), set(current)));
        assertThat(allowed.verdict()).isEqualTo(Verdict.NO_WORSE);
        assertThat(allowed.reasons())
                .extracting(Reason::text)
                .containsExactly("point values only", text + " (allowed)");
    }

    @Test
    void whatOnlyOneSideStatesIsNoDifference() {
        ResultItem previous = bare("x", 1);
        ResultItem current = item(
                "x",
                1,
                "dataset_sha256",
                "aa",
                "unit",
                "ms",
                "method",
                "hf7",
                "evaluator",
                map("id", "f1", "version", 3));

        assertThat(only(DIFF.compare(set(previous), set(current))).verdict()).isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void theMethodOfTheIntervalAndTheDigestsOfOutputsDoNotMatter() {
        ResultItem previous = item(
                "x", 1, "ci_method", "wilson", "seed", 1, "inputs", List.of(map("path", "a.jsonl", "sha256", "aa")));
        ResultItem current = item(
                "x", 1, "ci_method", "bootstrap", "seed", 2, "inputs", List.of(map("path", "b.jsonl", "sha256", "bb")));

        assertThat(only(DIFF.compare(set(previous), set(current))).verdict()).isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void aDifferenceThatIsAllowedDoesNotHideAnotherOne() {
        ResultItem previous = item("x", 1, "dataset_sha256", "aa", "method", "hf7");
        ResultItem current = item("x", 1, "dataset_sha256", "bb", "method", "hf4");

        DiffRow row = only(DIFF.allowing(List.of("dataset_sha256")).compare(set(previous), set(current)));
        assertThat(row.verdict()).isEqualTo(Verdict.INCOMPARABLE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly("method differs: hf7 → hf4", "dataset_sha256 differs: aa → bb (allowed)");
    }

    @Test
    void allowingTheEvaluatorAllowsItsParts() {
        ResultItem previous = item("x", 1, "evaluator", map("id", "f1", "version", 1));
        ResultItem current = item("x", 1, "evaluator", map("id", "em", "version", 2));

        DiffRow row = only(DIFF.allowing(List.of("evaluator")).compare(set(previous), set(current)));
        assertThat(row.verdict()).isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void onlyWhatCanMakeRowsIncomparableCanBeAllowed() {
        assertThatThrownBy(() -> DIFF.allowing(List.of("dataset")))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "evalkit.allow names 'dataset', which is nothing that makes rows incomparable; it can be any of"
                                + " ci_level, clusters, dataset_sha256, evaluator, evaluator.args_sha256, evaluator.version, higher_is_better,"
                                + " ids, method, ref, unit");
    }

    @Test
    void theChangeOfAnIncomparableRowIsShownUnlessTheUnitsDiffer() {
        DiffRow row = only(DIFF.compare(set(item("x", 1, "method", "a")), set(item("x", 3, "method", "b"))));
        assertThat(row.change()).extracting("delta", "deltaPercent").containsExactly(2.0, 200.0);

        assertThat(only(DIFF.compare(set(item("x", 1, "unit", "s")), set(item("x", 1000, "unit", "ms"))))
                        .change())
                .isNull();
    }

    @Test
    void resultsThatContradictTheirIndicatorsDirectionAreIncomparable() {
        Diff diff = DIFF.with(Definitions.of(List.of(indicator("x", "ms", Thresholds.NONE))));
        ResultItem lower = item("x", 1, "higher_is_better", false);

        DiffRow row = only(diff.compare(set(lower), set(lower)));
        assertThat(row.verdict()).isEqualTo(Verdict.INCOMPARABLE);
        assertThat(row.reasons().get(0).text())
                .isEqualTo("higher_is_better differs: false (results) → true (indicator)");
    }

    @Test
    void aChangeInAnUnknownDirectionIsIncomparableAndNoChangeIsNoWorse() {
        DiffRow changed = only(DIFF.compare(set(bare("x", 1)), set(bare("x", 1.0001))));
        assertThat(changed.verdict()).isEqualTo(Verdict.INCOMPARABLE);
        assertThat(changed.change()).extracting("overThreshold").isEqualTo(false);
        assertThat(changed.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "nothing says whether more is better; say it as higher_is_better in the indicator or in the results'"
                                + " meta");

        assertThat(only(DIFF.compare(set(bare("x", 1)), set(bare("x", 1)))).verdict())
                .isEqualTo(Verdict.NO_WORSE);
    }
}
