package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates at their edges; Wilson's intervals by its formula, those of Clopper and Pearson from the beta quantiles of SciPy 1.10.1. */
class RateEvaluatorTest {

    @TempDir
    private Path folder;

    @Test
    void noneAndAllFlagged() {
        Given none = Given.jsonl(folder, "{'id': 1, 'flag': false}", "{'id': 2, 'flag': 0}");
        Expected.number(none.by("rate", "").all(""), 0, 0.0, 0.6576197724933469, 2);
        Expected.number(none.by("rate", "--ci clopper_pearson").all(""), 0, 0.0, 0.841886116991581, 2);
        Given all = Given.jsonl(folder, "{'id': 1, 'flag': true}");
        Expected.number(all.by("rate", "").all(""), 1, 0.20654931437723745, 1.0, 1);
        Expected.number(all.by("rate", "--ci clopper_pearson").all(""), 1, 0.025, 1.0, 1);
    }

    @Test
    void aScoreAtTheThresholdIsFlaggedUnlessComparedOtherwise() {
        Given given = Given.csv(folder, "id,s", "1,0.5", "2,0.499", "3,1e0");
        Expected.value(given.by("rate", "--score s --threshold 0.5").all(""), 2.0 / 3, 3);
        Expected.value(
                given.by("rate", "--score s --threshold 0.5 --compare gt").all(""), 1.0 / 3, 3);
        Expected.value(
                given.by("rate", "--score s --threshold 0.5 --compare lt").all(""), 1.0 / 3, 3);
        Expected.value(
                given.by("rate", "--score s --threshold 0.5 --compare le").all(""), 2.0 / 3, 3);
    }

    @Test
    void missingFlagsAndScoresAreBadLines() {
        Given flag = Given.jsonl(folder, "{'id': 1, 'toxic': true}", "{'id': 2}");
        assertThatThrownBy(() -> flag.by("rate", "--flag toxic"))
                .hasMessage(flag.file()
                        + ":2:1: found nothing, expected whether the sample is flagged in \"toxic\"; mend it, or"
                        + " allow bad lines with --max-bad-lines N");
        Given score = Given.csv(folder, "id,s", "1,0.5", "2,NaN");
        assertThatThrownBy(() -> score.by("rate", "--score s --threshold 0.5"))
                .hasMessage(score.file()
                        + ":3:3: found \"NaN\", expected a finite number in \"s\"; mend it, or allow bad lines"
                        + " with --max-bad-lines N");
        Expected.value(
                score.by("rate", "--score s --threshold 0.5 --max-bad-lines 1").all(""), 1, 1);
    }

    @Test
    void studentsIntervalOfEqualFlagsHasNoWidthAndSaysSo() {
        Given given = Given.jsonl(folder, "{'id': 1, 'flag': 1}", "{'id': 2, 'flag': 1}");
        Run run = given.by("rate", "--ci t");
        Expected.number(run.all(""), 1, 1.0, 1.0, 2);
        Expected.warnings(run.all(""), "All 2 values are equal, so that the interval has no width");
    }
}
