package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Robustness at its edges; counts by hand, Wilson's intervals by its formula, that of the relative drop from influence scores in NumPy, Tango's by solving his
 * equation with SciPy 1.10.1 (brentq).
 */
class RobustnessEvaluatorTest {
    private static final String JUDGED = "--clean-correct c --adversarial-correct a";

    @TempDir
    private Path folder;

    private Given judged(String clean, String adversarial) {
        String[] lines = new String[clean.length()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{'id': " + i + ", 'c': " + (clean.charAt(i) == '-' ? "null" : clean.charAt(i)) + ", 'a': "
                    + adversarial.charAt(i) + "}";
        }
        return Given.jsonl(folder, lines);
    }

    @Test
    void theRelativeDropCountsWhatGotBetterUnderAttackTheSuccessRateDoesNot() {
        Run run = judged("101111", "011011").by("robustness", JUDGED);
        Expected.value(run.all("clean"), 5.0 / 6, 6);
        Expected.value(run.all(""), 4.0 / 6, 6);
        Expected.value(run.all("drop"), 1.0 / 6, 6);
        Expected.number(run.all("relative_drop"), 0.2, -0.672484407167321, 1.0, 6);
        Expected.value(run.all("attack_success_rate"), 0.4, 5);
        Expected.value(run.all("adversarial_error"), 2.0 / 6, 6);
        assertThat(run.all("attack_success_rate").meta().text("method")).hasValue("flips among clean-correct");
        assertThat(run.all("adversarial_error").meta().text("method")).hasValue("errors among all adversarial inputs");
    }

    @Test
    void nobodyRightWhenCleanLeavesNothingToFlip() {
        Given given = judged("00", "11");
        Run run = given.by("robustness", JUDGED);
        Expected.number(run.all("clean"), 0, 0.0, 0.6576197724933469, 2);
        Expected.number(run.all("drop"), -1, -1.0, 0.31523954498669216, 2);
        Expected.method(run.all("drop"), "tango");
        assertThat(run.names()).containsExactly("", "clean", "drop", "adversarial_error");
        assertThat(run.findings().warnings())
                .containsExactly(
                        "'relative_drop' is not defined for these samples and left out: it needs a sample whose clean is above 0",
                        "'attack_success_rate' is not defined for these samples and left out: it needs a sample whose clean is"
                                + " above 0");
        assertThatThrownBy(() -> given.by("robustness", JUDGED + " --primary attack_success_rate"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "The primary number is not defined for these 2 samples: it needs a sample whose clean is above 0");
    }

    @Test
    void noChangeAndACompleteDropHaveTangosInterval() {
        Expected.number(
                judged("10", "10").by("robustness", JUDGED).all("drop"), 0, -0.657619772493346, 0.657619772493346, 2);
        Expected.number(judged("111", "000").by("robustness", JUDGED).all("drop"), 1, -0.12299406351009105, 1.0, 3);
        Expected.number(
                judged("1", "1").by("robustness", JUDGED).all("attack_success_rate"), 0, 0.0, 0.7934506856227626, 1);
    }

    @Test
    void inClustersOneOfThemCountsAsOnePair() {
        Run run = Given.jsonl(
                        folder,
                        "{'id': 1, 'c': 1, 'a': 0, 'g': 'x'}",
                        "{'id': 2, 'c': 1, 'a': 0, 'g': 'y'}",
                        "{'id': 3, 'c': 1, 'a': 0, 'g': 'y'}")
                .by("robustness", JUDGED + " --cluster g");
        Expected.number(run.all("drop"), 1, -0.31523954498669216, 1.0, 3);
        Expected.warnings(
                run.all("drop"),
                "30 clusters or more are wanted for a clustered interval to keep its level; there are 2",
                "6 clusters or more are needed for a verdict; there are 2");
        Run one = Given.jsonl(folder, "{'id': 1, 'c': 1, 'a': 1, 'g': 'x'}", "{'id': 2, 'c': 1, 'a': 1, 'g': 'x'}")
                .by("robustness", JUDGED + " --cluster g");
        Expected.number(one.all("drop"), 0, -1.0, 1.0, 2);
    }

    @Test
    void recordsWithoutACleanSideCountInWhatNeedsNone() {
        Run run = judged("11-", "100").by("robustness", JUDGED);
        Expected.value(run.all(""), 1.0 / 3, 3);
        Expected.number(run.all("clean"), 1, 0.34238022750665303, 1.0, 2);
        Expected.value(run.all("drop"), 0.5, 2);
        Expected.value(run.all("attack_success_rate"), 0.5, 2);
        assertThat(run.findings().warnings())
                .containsExactly("1 of 3 records have no clean side; they count in the adversarial numbers alone");
        Run none = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'x', 'adv_prediction': 'x'}",
                        "{'id': 2, 'label': 'y', 'adv_prediction': null}")
                .by("robustness", "");
        Expected.value(none.all(""), 0.5, 2);
        assertThat(none.names()).containsExactly("", "adversarial_error");
        assertThat(none.findings().warnings())
                .containsExactly(
                        "2 of 2 records have no clean side, so that there is neither a clean number nor a drop");
    }

    @Test
    void aCleanColumnThatIsNamedMustBeThere() {
        Given given = Given.jsonl(folder, "{'id': 1, 'label': 'x', 'adv_prediction': 'x'}");
        assertThatThrownBy(() -> given.by("robustness", "--clean before"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageContaining("found no column \"before\", expected one of: adv_prediction, id, label");
        assertThatThrownBy(() -> given.by("robustness", "--primary drop"))
                .hasMessage(
                        "These samples do not give 'drop'; they give adversarial, adversarial_error, of which --primary can"
                                + " name one");
    }

    /** F1 by hand: clean a 2·1/(2·1+1+1), b 2·1/(2·1+1+1); adversarial a 2/3 and b 2/3 with labels a, a, b, b. */
    @Test
    void bothSidesMayBeF1() {
        Run run = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'a', 'clean_prediction': 'a', 'adv_prediction': 'a'}",
                        "{'id': 2, 'label': 'a', 'clean_prediction': 'b', 'adv_prediction': null}",
                        "{'id': 3, 'label': 'b', 'clean_prediction': 'b', 'adv_prediction': 'b'}",
                        "{'id': 4, 'label': 'b', 'clean_prediction': 'a', 'adv_prediction': null}")
                .by("robustness", "--metric f1 --resamples 200");
        Expected.value(run.all("clean"), 0.5, 4);
        Expected.value(run.all(""), 2.0 / 3, 4);
        Expected.value(run.all("drop"), 0.5 - 2.0 / 3, 4);
        Run missing = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'a', 'clean_prediction': 'a', 'adv_prediction': 'a'}",
                        "{'id': 2, 'label': 'a', 'clean_prediction': null, 'adv_prediction': 'a'}")
                .by("robustness", "--metric f1 --resamples 200");
        Expected.value(missing.all("clean"), 2.0 / 3, 2);
        assertThat(missing.findings().warnings())
                .containsExactly("1 of 2 records have no clean side; in the clean F1 they count as wrong");
    }
}
