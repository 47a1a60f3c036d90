package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accuracy at its edges; intervals by their formulas in NumPy, quantiles of beta and t from SciPy 1.10.1. */
class AccuracyEvaluatorTest {
    private static final String MEND = "; mend it, or allow bad lines with --max-bad-lines N";

    @TempDir
    private Path folder;

    @Test
    void oneTwoNoneAndAllRight() {
        Given one = Given.jsonl(folder, "{'id': 1, 'c': 1}");
        Expected.number(one.by("accuracy", "--correct c").all(""), 1, 0.20654931437723745, 1.0, 1);
        Expected.number(one.by("accuracy", "--correct c --ci clopper-pearson").all(""), 1, 0.025, 1.0, 1);
        Given two = Given.jsonl(folder, "{'id': 1, 'c': 'yes'}", "{'id': 2, 'c': 'No'}");
        Expected.number(two.by("accuracy", "--correct c").all(""), 0.5, 0.09453120573423074, 0.9054687942657693, 2);
        Expected.number(
                two.by("accuracy", "--correct c --ci clopper-pearson").all(""),
                0.5,
                0.01257911709342505,
                0.9874208829065749,
                2);
        Given none = Given.csv(folder, "id,c", "1,0", "2,false", "3,no", "4,FALSE", "5,0");
        Run run = none.by("accuracy", "--correct c --ci clopper-pearson");
        Expected.number(run.all(""), 0, 0.0, 0.5218237501049814, 5);
        Expected.method(run.all(""), "clopper_pearson");
        Expected.number(none.by("accuracy", "--correct c").all(""), 0, 0.0, 0.43448246478317476, 5);
        Given all = Given.csv(folder, "id,c", "1,1", "2,true", "3,yes", "4,TRUE", "5,1");
        Expected.number(all.by("accuracy", "--correct c").all(""), 1, 0.5655175352168251, 1.0, 5);
    }

    @Test
    void whatIsNeitherYesNorNoIsRefused() {
        Given given = Given.jsonl(folder, "{'id': 1, 'c': 2}");
        assertThatThrownBy(() -> given.by("accuracy", "--correct c"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(given.file() + ":1:16: found 2, expected true or false (or 1, 0, yes, no) in \"c\"" + MEND);
        Given missing = Given.csv(folder, "id,c", "1,1", "2,");
        assertThatThrownBy(() -> missing.by("accuracy", "--correct c"))
                .hasMessage(
                        missing.file() + ":3:3: found nothing, expected whether the sample is right in \"c\"" + MEND);
    }

    @Test
    void scoresHaveStudentsIntervalWithinTheirRange() {
        Given given = Given.jsonl(folder, "{'id': 1, 's': 2}", "{'id': 2, 's': '5'}", "{'id': 3, 's': 9.0}");
        Run run = given.by("accuracy", "--score s --max 10");
        Expected.number(run.all(""), 0.5333333333333333, 0.0, 1.0, 3);
        Expected.error(run.all(""), 0.2027587510099407);
        Given one = Given.jsonl(folder, "{'id': 1, 's': 0.5}");
        Run single = one.by("accuracy", "--score s");
        Expected.number(single.all(""), 0.5, 0.0, 1.0, 1);
        Expected.warnings(single.all(""), "2 values or more are needed for an interval of a mean; there is 1");
        Given beyond = Given.jsonl(folder, "{'id': 1, 's': 1.5}");
        assertThatThrownBy(() -> beyond.by("accuracy", "--score s"))
                .hasMessage(beyond.file() + ":1:16: found 1.5, expected a score from 0 to 1 in \"s\"" + MEND);
        Given nan = Given.csv(folder, "id,s", "1,nan");
        assertThatThrownBy(() -> nan.by("accuracy", "--score s"))
                .hasMessage(nan.file() + ":2:3: found \"nan\", expected a finite number in \"s\"" + MEND);
    }

    @Test
    void answersAreComparedAsTextsAndArraysAsSets() {
        Given given = Given.jsonl(
                folder,
                "{'id': 1, 'label': 1, 'prediction': '1'}",
                "{'id': 2, 'label': true, 'prediction': 'true'}",
                "{'id': 3, 'label': ['a', 'b'], 'prediction': ['b', 'a', 'a']}",
                "{'id': 4, 'label': ['a'], 'prediction': 'a'}",
                "{'id': 5, 'label': 'a', 'prediction': null}",
                "{'id': 6, 'label': ['a', 'b'], 'prediction': ['a']}",
                "{'id': 7, 'label': 'a', 'prediction': []}",
                "{'id': 8, 'label': 'Paris', 'prediction': 'paris'}");
        assertThat(given.by("accuracy", "").all("").meta().number("successes")).hasValue(4);
    }

    @Test
    void oneValueInTwoSpellingsIsRefusedUntilSomebodySaysWhatIsMeant() {
        Given given = Given.jsonl(folder, "{'id': 1, 'label': 1, 'prediction': '1.0'}");
        assertThatThrownBy(() -> given.by("accuracy", ""))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(given.file()
                        + ":1:38: found '1.0' for the label '1', expected one spelling (say --match value if they"
                        + " are the same, --match text if they are not) in \"prediction\"" + MEND);
        Expected.value(given.by("accuracy", "--match value").all(""), 1, 1);
        Expected.value(given.by("accuracy", "--match text").all(""), 0, 1);
        Given flags = Given.jsonl(folder, "{'id': 1, 'label': [true, 2.5], 'prediction': ['2.50', 1]}");
        Expected.value(flags.by("accuracy", "--match value").all(""), 1, 1);
        Given words = Given.jsonl(folder, "{'id': 1, 'label': '3 apples', 'prediction': '3.0 apples'}");
        Expected.value(words.by("accuracy", "").all(""), 0, 1);
    }

    @Test
    void unequalClustersAreWilsonOnEffectiveCounts() {
        String[] clusters = {"a", "a", "b", "c", "d", "e", "f"};
        int[] right = {1, 0, 1, 1, 0, 1, 1};
        String[] lines = new String[7];
        for (int i = 0; i < 7; i++) {
            lines[i] = "{'id': " + i + ", 'c': " + right[i] + ", 'g': '" + clusters[i] + "'}";
        }
        Run run = Given.jsonl(folder, lines).by("accuracy", "--correct c --cluster g");
        Expected.number(run.all(""), 5.0 / 7, 0.3244112557552492, 0.9286512850635531, 7);
        Expected.error(run.all(""), 0.15808095290642518);
        assertThat(run.all("").meta().number("clusters")).hasValue(6);
        Map<?, ?> errors = (Map<?, ?>) run.all("").meta().get("std_errors").orElseThrow();
        assertThat((Double) errors.get("cr0")).isCloseTo(0.14430750636460155, Expected.CLOSED_FORM);
        assertThat((Double) errors.get("plain")).isCloseTo(0.18442777839082938, Expected.CLOSED_FORM);
        Expected.warnings(
                run.all(""), "30 clusters or more are wanted for a clustered interval to keep its level; there are 6");
    }

    @Test
    void fewerThanSixClustersAreNotEnoughForAVerdictAndOneForNothing() {
        Run two = Given.jsonl(
                        folder, "{'id': 1, 'c': 0, 'g': 1}", "{'id': 2, 'c': 0, 'g': 1}", "{'id': 3, 'c': 0, 'g': 2}")
                .by("accuracy", "--correct c --cluster g");
        // n/G is the design effect where nothing varies: Wilson on (0, 2).
        Expected.number(two.all(""), 0, 0.0, 0.6576197724933469, 3);
        Expected.warnings(
                two.all(""),
                "30 clusters or more are wanted for a clustered interval to keep its level; there are 2",
                "6 clusters or more are needed for a verdict; there are 2");
        Run one = Given.jsonl(folder, "{'id': 1, 'c': 1, 'g': 1}", "{'id': 2, 'c': 0, 'g': 1}")
                .by("accuracy", "--correct c --cluster g");
        Expected.number(one.all(""), 0.5, 0.0, 1.0, 2);
        Expected.warnings(one.all(""), "2 clusters or more are needed for a clustered interval; there is 1");
        Given without = Given.jsonl(folder, "{'id': 1, 'c': 1, 'g': null}");
        assertThatThrownBy(() -> without.by("accuracy", "--correct c --cluster g"))
                .hasMessage(without.file() + ":1:24: found nothing, expected a cluster in \"g\"" + MEND);
    }

    @Test
    void clusteredScoresAreStudentOverClusters() {
        double[] scores = {.2, .4, .9, .5, .6, .1};
        int[] clusters = {1, 1, 1, 2, 3, 3};
        String[] lines = new String[6];
        for (int i = 0; i < 6; i++) {
            lines[i] = "{'id': " + i + ", 's': " + scores[i] + ", 'g': " + clusters[i] + "}";
        }
        Run run = Given.jsonl(folder, lines).by("accuracy", "--score s --cluster g");
        Expected.number(run.all(""), 0.45, 0.22608285261583902, 0.673917147384161, 6);
        Expected.error(run.all(""), 0.05204164998665333);
    }

    @Test
    void theMacroAverageIsThatOfItsSlicesWithAStratifiedInterval() {
        String[] slices = {"a", "a", "a", "b", "b", "c", "c", "c", "c"};
        int[] right = {1, 0, 1, 1, 1, 0, 1, 1, 0};
        String[] lines = new String[9];
        for (int i = 0; i < 9; i++) {
            lines[i] = "{'id': " + i + ", 'c': " + right[i] + ", 's': '" + slices[i] + "'}";
        }
        Run run = Given.jsonl(folder, lines).by("accuracy", "--correct c --slice s --average macro");
        Expected.number(run.all(""), 0.7222222222222222, 0.42092216050247544, 1.0, 9);
        Expected.value(run.all("micro"), 6.0 / 9, 9);
        Expected.number(run.slice("micro", "s", "b"), 1, 0.34238022750665303, 1.0, 2);
    }

    @Test
    void slicesOfOneSampleDoNotTellHowTheyVary() {
        Run alone = Given.jsonl(folder, "{'id': 1, 'c': 1, 's': 'a'}", "{'id': 2, 'c': 0, 's': 'b'}")
                .by("accuracy", "--correct c --slice s");
        Expected.bare(alone.all("macro_s"), 0.5, 2);
        Expected.warnings(
                alone.all("macro_s"),
                "2 of 2 parts by s have one sample, which does not tell how they vary, so that there is no interval");
        Run some = Given.jsonl(
                        folder,
                        "{'id': 1, 'c': 1, 's': 'a'}",
                        "{'id': 2, 'c': 0, 's': ['a', 'b']}",
                        "{'id': 3, 'c': 0, 's': null}")
                .by("accuracy", "--correct c --slice s");
        Expected.value(some.all("macro_s"), 0.25, 3);
        Expected.warnings(
                some.all("macro_s"),
                "1 of 2 parts by s have one sample, which does not tell how they vary, so that the interval is too narrow");
        assertThat(some.find("", Map.of("s", "b")).orElseThrow().samples()).isEqualTo(1);
    }
}
