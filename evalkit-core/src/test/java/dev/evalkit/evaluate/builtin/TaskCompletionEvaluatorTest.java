package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks at their edges. pass@k = mean of 1 − C(n−c, k)/C(n, k) and pass^k = mean of C(c, k)/C(n, k) with {@code math.comb}, intervals in NumPy with Student's t of SciPy
 * 1.10.1.
 */
class TaskCompletionEvaluatorTest {

    @TempDir
    private Path folder;

    /** Tasks by their attempts, 1 for a success, with blanks between tasks. */
    private Given attempts(String tasks) {
        List<String> lines = new ArrayList<>();
        String[] each = tasks.split(" ", -1);
        for (int task = 0; task < each.length; task++) {
            for (char passed : each[task].toCharArray()) {
                lines.add("{'task_id': 't" + task + "', 'passed': " + passed + "}");
            }
        }
        return Given.jsonl(folder, lines.toArray(new String[0]));
    }

    @Test
    void unequalAttemptsWeighInTheSuccessRateButNotInPassAtK() {
        Run run = attempts("1100 111 00000 10").by("task_completion", "--k 1,2");
        Expected.number(run.all(""), 6.0 / 14, 0.0, 1.0, 4);
        Expected.error(run.all(""), 0.22786577176114592);
        Expected.number(run.all("pass_at_1"), 0.5, 0.0, 1.0, 4);
        Expected.error(run.all("pass_at_1"), 0.2041241452319315);
        Expected.value(run.all("pass_hat_1"), 0.5, 4);
        Expected.value(run.all("pass_at_2"), 0.7083333333333334, 4);
        Expected.error(run.all("pass_at_2"), 0.23935677693908453);
        Expected.value(run.all("pass_hat_2"), 0.2916666666666667, 4);
        Expected.error(run.all("pass_hat_2"), 0.2393567769390845);
        assertThat(run.all("").meta().number("denominator")).hasValue(14);
    }

    @Test
    void oneTaskAndTasksThatAreAllOrNeverSolved() {
        Expected.number(attempts("1").by("task_completion", "").all(""), 1, 0.20654931437723745, 1.0, 1);
        Expected.number(attempts("00 0").by("task_completion", "").all(""), 0, 0.0, 0.6576197724933469, 2);
        Run one = attempts("10").by("task_completion", "--k 2");
        Expected.number(one.all(""), 0.5, 0.0, 1.0, 1);
        Expected.warnings(one.all(""), "2 values or more are needed for an interval of a mean; there is 1");
        Expected.number(one.all("pass_at_2"), 1, 0.20654931437723745, 1.0, 1);
        Expected.number(one.all("pass_hat_2"), 0, 0.0, 0.7934506856227626, 1);
    }

    @Test
    void moreThanThereAreAttemptsIsRefusedWithTheTask() {
        Given given = attempts("11 1");
        assertThatThrownBy(() -> given.by("task_completion", "--k 2"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "pass@2 needs 2 attempts or more for each task; task t1 has 1: make more, or ask for a smaller k");
    }

    @Test
    void aRewardSucceedsFromItsThresholdOn() {
        Given given = Given.csv(folder, "task_id,r", "a,1", "a,0.999", "b,1.0", "b,2");
        Expected.value(given.by("task_completion", "--reward r").all(""), 0.75, 2);
        Expected.value(given.by("task_completion", "--reward r --threshold 2").all(""), 0.25, 2);
    }

    @Test
    void numbersAndTextsNameTheSameTask() {
        Given given = Given.jsonl(folder, "{'task_id': 7, 'passed': true}", "{'task_id': '7', 'passed': 'false'}");
        Expected.value(given.by("task_completion", "").all(""), 0.5, 1);
    }

    @Test
    void attemptsWithoutATaskOrInTwoSlicesAreRefused() {
        Given none = Given.jsonl(folder, "{'task_id': null, 'passed': true}");
        assertThatThrownBy(() -> none.by("task_completion", ""))
                .hasMessage(none.file()
                        + ":1:13: found nothing, expected the group of the sample in \"task_id\"; mend it, or allow"
                        + " bad lines with --max-bad-lines N");
        Given split = Given.csv(folder, "task_id,passed,s", "a,1,x", "a,1,y");
        assertThatThrownBy(() -> split.by("task_completion", "--slice s"))
                .hasMessage(split.file()
                        + ":3:1: found cluster or slices other than before in the group 'a', expected the same for"
                        + " all samples of a group; mend it, or allow bad lines with --max-bad-lines N");
    }
}
