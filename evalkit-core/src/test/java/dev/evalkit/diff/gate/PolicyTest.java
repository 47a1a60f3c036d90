package dev.evalkit.diff.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.Verdict;
import dev.evalkit.result.ItemId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    @ParameterizedTest
    @CsvSource({
        "STRICT, REGRESSED INCONCLUSIVE MISSING INCOMPARABLE, ''",
        "BALANCED, REGRESSED MISSING INCOMPARABLE, INCONCLUSIVE",
        "LENIENT, REGRESSED, INCONCLUSIVE MISSING INCOMPARABLE"
    })
    void eachPolicyFailsOnAndWarnsOfItsVerdicts(Policy policy, String failing, String warned) {
        List<DiffRow> rows = Arrays.stream(Verdict.values())
                .map(verdict -> row(verdict, true))
                .toList();
        Outcome outcome = policy.judge(diff(rows));

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.failing()).extracting(PolicyTest::verdict).containsExactly(failing.split(" "));
        assertThat(String.join(
                        " ", outcome.warned().stream().map(PolicyTest::verdict).toList()))
                .isEqualTo(warned);
        assertThat(outcome.failing()).allMatch(outcome::fails);
        assertThat(outcome.warned()).noneMatch(outcome::fails);
    }

    @Test
    void rowsForDisplayNeverFail() {
        DiffResult diff = diff(List.of(row(Verdict.NO_WORSE, true), row(Verdict.REGRESSED, false)));

        assertThat(Policy.STRICT.judge(diff).passed()).isTrue();
    }

    @Test
    void aDiffInWhichNothingGatesDoesNotPass() {
        assertThat(Policy.LENIENT.judge(diff(List.of())).passed()).isFalse();
        assertThat(Policy.LENIENT
                        .judge(diff(List.of(row(Verdict.NO_WORSE, false))))
                        .passed())
                .isFalse();
    }

    @Test
    void namesAreThoseOfConfigurations() {
        assertThat(Policy.ofId("balanced")).isEqualTo(Policy.BALANCED);
        assertThatThrownBy(() -> Policy.ofId("harsh"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("The policy 'harsh' is unknown; it can be any of strict, balanced, lenient");

        assertThat(MissingBaseline.ofId("create")).isEqualTo(MissingBaseline.CREATE);
        assertThatThrownBy(() -> MissingBaseline.ofId("ignore"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("The rule 'ignore' for a missing baseline is unknown; it can be any of fail, warn, create");
    }

    @Test
    void aMissingBaselineIsToldWithTheCommandThatMakesOne() {
        assertThat(MissingBaseline.FAIL.message("m", "s", "mvn evalkit:baseline -Devalkit.run=r"))
                .isEqualTo("No baseline for m in s: the run has nothing to be compared with, so the build fails."
                        + " If the run is good, accept it: mvn evalkit:baseline -Devalkit.run=r");
    }

    private static String verdict(DiffRow row) {
        return row.verdict().name();
    }

    private static DiffResult diff(List<DiffRow> rows) {
        Origin nowhere = new Origin(null, null, null, null, null, null);
        return new DiffResult(nowhere, nowhere, rows);
    }

    private static DiffRow row(Verdict verdict, boolean gating) {
        ItemId id = new ItemId("x", null, null, null, Collections.emptySortedMap());
        return new DiffRow(id, gating, "", null, null, null, null, null, verdict, List.of(), null);
    }
}
