package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exams at their edges; marks by hand, intervals of the ratio from its influence scores in NumPy with Student's t of SciPy 1.10.1. */
class ExamEvaluatorTest {
    private static final String MEND = "; mend it, or allow bad lines with --max-bad-lines N";

    @TempDir
    private Path folder;

    @Test
    void halfMarksWeighByTheirPoints() {
        double[] points = {8, 3, 5.5, 9, 2, 7};
        int[] max = {10, 5, 6, 10, 4, 7};
        String[] lines = new String[6];
        for (int i = 0; i < 6; i++) {
            lines[i] = "{'id': " + i + ", 'p': " + points[i] + ", 'm': " + max[i] + "}";
        }
        Run run = Given.jsonl(folder, lines).by("exam", "--score p --max m");
        Expected.number(run.all(""), 34.5 / 42, 0.6651794570691553, 0.9776776857879877, 6);
        Expected.error(run.all(""), 0.06078355963379264);
        Expected.value(run.all("accuracy"), 1.0 / 6, 6);
        Expected.bare(run.all("points"), 34.5, 6);
        Expected.bare(run.all("max_points"), 42, 6);
    }

    @Test
    void noneAndAllOfThePointsAreProportions() {
        Run none = Given.csv(folder, "id,p,m", "1,0,3", "2,0,4").by("exam", "--score p --max m");
        Expected.number(none.all(""), 0, 0.0, 0.6576197724933469, 2);
        Run all = Given.csv(folder, "id,p,m", "1,3,3", "2,4.0,4").by("exam", "--score p --max m");
        Expected.number(all.all(""), 1, 0.34238022750665303, 1.0, 2);
        Run one = Given.csv(folder, "id,p,m", "1,1,2").by("exam", "--score p --max m");
        Expected.number(one.all(""), 0.5, 0.0, 1.0, 1);
        Expected.warnings(one.all(""), "2 values or more are needed for an interval of a mean; there is 1");
    }

    @Test
    void pointsThatCannotBeAreRefused() {
        Given more = Given.csv(folder, "id,p,m", "1,5,4");
        assertThatThrownBy(() -> more.by("exam", "--score p --max m"))
                .hasMessage(more.file() + ":2:3: found 5, expected points from 0 to 4 in \"p\"" + MEND);
        Given worthless = Given.csv(folder, "id,p,m", "1,0,0");
        assertThatThrownBy(() -> worthless.by("exam", "--score p --max m"))
                .hasMessage(worthless.file() + ":2:5: found 0, expected points above 0 in \"m\"" + MEND);
        Given missing = Given.csv(folder, "id,p,m", "1,,4");
        assertThatThrownBy(() -> missing.by("exam", "--score p --max m"))
                .hasMessage(missing.file() + ":2:3: found nothing, expected points in \"p\"" + MEND);
    }

    @Test
    void lettersAreSeveralAnswersInAnyOrderAndCase() {
        Given given = Given.jsonl(
                folder,
                "{'id': 1, 'label': 'ACD', 'prediction': '(d), A c'}",
                "{'id': 2, 'label': ['A', 'B'], 'prediction': 'AB'}",
                "{'id': 3, 'label': 'AB', 'prediction': ['a', 'b']}",
                "{'id': 4, 'label': 'ACD', 'prediction': 'AC'}",
                "{'id': 5, 'label': 'AB', 'prediction': 'ABE'}",
                "{'id': 6, 'label': 'AB', 'prediction': null}",
                "{'id': 7, 'label': 'AB', 'prediction': ''}",
                "{'id': 8, 'label': 'AB', 'prediction': []}");
        Expected.value(given.by("exam", "--answers letters").all("points"), 3, 8);
        Expected.value(given.by("exam", "--answers letters --partial half").all("points"), 3.5, 8);
        Expected.value(given.by("exam", "--answers letters --partial share").all("points"), 3 + 2.0 / 3, 8);
        Given none = Given.jsonl(folder, "{'id': 1, 'label': '?', 'prediction': ''}");
        assertThatThrownBy(() -> none.by("exam", "--answers letters"))
                .hasMessage(none.file()
                        + ":1:21: found no letter, expected the letters of the right answers in \"label\"" + MEND);
    }

    @Test
    void severalAnswersAreASetWithPartialPoints() {
        Given given = Given.jsonl(
                folder,
                "{'id': 1, 'label': ['x', 'y', 'z'], 'prediction': ['z', 'x'], 'm': 6}",
                "{'id': 2, 'label': ['x', 'y'], 'prediction': 'w', 'm': 2}",
                "{'id': 3, 'label': 2, 'prediction': '2', 'm': 1}");
        Expected.value(given.by("exam", "--max m").all(""), 1.0 / 9, 3);
        Expected.value(given.by("exam", "--max m --partial half").all(""), 4.0 / 9, 3);
        Expected.value(given.by("exam", "--max m --partial share").all(""), 5.0 / 9, 3);
        Expected.value(given.by("exam", "--max m --primary accuracy").all(""), 1.0 / 3, 3);
        Given empty = Given.jsonl(folder, "{'id': 1, 'label': [], 'prediction': 'A'}");
        assertThatThrownBy(() -> empty.by("exam", ""))
                .hasMessage(empty.file() + ":1:20: found nothing, expected a label in \"label\"" + MEND);
        Given spelt = Given.jsonl(folder, "{'id': 1, 'label': 2, 'prediction': '2.0'}");
        assertThatThrownBy(() -> spelt.by("exam", "")).hasMessageContaining("found '2.0' for the label '2'");
        Expected.value(spelt.by("exam", "--match value").all(""), 1, 1);
    }
}
