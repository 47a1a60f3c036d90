package dev.evalkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.Golden;
import dev.evalkit.diff.Assistant;
import dev.evalkit.diff.Diff;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffReportsTest {
    private static final String COMMAND = "mvn evalkit:baseline -Devalkit.run=reports/x";

    @Test
    void theConsoleShowsWhatChangedAndWhatToDoNext() {
        Outcome outcome = Policy.BALANCED.judge(Assistant.diff());
        DiffTable table = DiffTable.withDefaults().withAcceptingCommand(COMMAND);

        Golden.assertMatches(getClass(), "console.txt", String.join("\n", table.lines(outcome)) + "\n");
    }

    @Test
    void theSummaryShowsAllRowsAndTheirNotes() {
        Golden.assertMatches(
                getClass(), "summary.md", DiffSummary.of(Policy.BALANCED.judge(Assistant.diff()), COMMAND));
    }

    @Test
    void onlyTheTopRowsAreShownAndTheOthersCounted() {
        Outcome outcome = Policy.LENIENT.judge(Assistant.diff());

        assertThat(DiffTable.withDefaults().withTop(1).lines(outcome))
                .anyMatch(line -> line.startsWith("  answer_f1"))
                .noneMatch(line -> line.startsWith("  reply_time"))
                .contains("… and 5 more in diff.json");
        assertThatThrownBy(() -> DiffTable.withDefaults().withTop(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of rows must be 0 or more: -1");
    }

    @Test
    void aPassingDiffNeedsNoCommand() {
        ResultSet same = ResultSet.of(List.of(item("x", 1.5)));
        Outcome outcome = Policy.STRICT.judge(Diff.withDefaults().compare(same, same));

        assertThat(DiffTable.withDefaults().withAcceptingCommand(COMMAND).lines(outcome))
                .containsExactly(
                        "baseline results → current results",
                        "indicator  baseline current   delta threshold",
                        "no worse",
                        "  x           1.500 → 1.500   0.000     0.075",
                        "Judged by point values only: neither scores nor intervals were compared.",
                        "1 indicator: 1 no worse",
                        "Nothing is promised: no indicator has samples or intervals to be tested",
                        "PASS (strict)");
    }

    @Test
    void aDiffOfNothingSaysSo() {
        ResultSet nothing = ResultSet.of(List.of());
        Outcome outcome = Policy.LENIENT.judge(Diff.withDefaults().compare(nothing, nothing));

        assertThat(DiffTable.withDefaults().lines(outcome))
                .containsExactly(
                        "baseline results → current results",
                        "0 indicators",
                        "FAIL (lenient): nothing was compared, since neither side has an item that gates");
        assertThat(DiffSummary.of(outcome)).isEqualTo("""
                        # FAIL

                        **FAIL (lenient): nothing was compared, since neither side has an item that gates**

                        baseline results → current results

                        0 indicators

                        ## Files

                        - baseline: results
                        - current: results
                        """);
    }

    @Test
    void hostileTextStaysInItsCell() {
        String hostile =
                "a|b`c`\n| x | [click](javascript:alert(1)) <script>&amp; **b** _i_ \\| \u001b[31m\u202e ![i](https://x) end";
        ResultSet set = ResultSet.of(List.of(new ResultItem(
                hostile, 1, null, null, Meta.of(Map.of("unit", hostile, "dataset", hostile, "model", hostile)))));
        Outcome outcome = Policy.BALANCED.judge(Diff.withDefaults().compare(set, set));

        List<String> rows = DiffSummary.of(outcome)
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("end"))
                .toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).replace("\\|", "").chars().filter(c -> c == '|')).hasSize(6);
        assertThat(DiffSummary.of(outcome))
                .doesNotContain("<script", "](", "`", "**b", " _i_", "\u001b", "\u202e", "https://")
                .contains("&#124;", "&#96;", "&lt;script&gt;&amp;amp;", "&#92;u001b&#91;31m");
        assertThat(DiffTable.withDefaults().lines(outcome))
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .hasSize(8);
    }

    @Test
    void columnsAlignWithWideAndCombiningCharacters() {
        ResultSet set = ResultSet.of(List.of(item("精度", 1), item("pre\u0301cision", 1), item("ok", 1)));
        Outcome outcome = Policy.BALANCED.judge(Diff.withDefaults().compare(set, set));

        assertThat(DiffTable.withDefaults().lines(outcome).subList(3, 6))
                .containsExactly(
                        "  精度          1.000 → 1.000   0.000     0.050",
                        "  pre\u0301cision     1.000 → 1.000   0.000     0.050",
                        "  ok            1.000 → 1.000   0.000     0.050");
    }

    private static ResultItem item(String metricId, double value) {
        return new ResultItem(metricId, value, null, null, Meta.of(Map.of("higher_is_better", true)));
    }
}
