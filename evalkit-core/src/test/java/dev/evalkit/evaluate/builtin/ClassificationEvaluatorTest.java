package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.EvalkitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Classification at its edges. Scores are those of scikit-learn 1.2.1 ({@code precision_recall_fscore_support} with {@code zero_division=0}), Wilson's intervals by
 * its formula with z = 1.959963984540054, influence scores by theirs in NumPy with Student's t of SciPy 1.10.1.
 */
class ClassificationEvaluatorTest {
    private static final double WILSON_1_OF_1 = 0.20654931437723745;
    private static final double WILSON_0_OF_1 = 0.7934506856227626;
    private static final String MEND = "; mend it, or allow bad lines with --max-bad-lines N";

    @TempDir
    private Path folder;

    private Given predictions(String labels, String predictions) {
        String[] lines = new String[labels.length()];
        for (int i = 0; i < lines.length; i++) {
            char found = predictions.charAt(i);
            lines[i] = "{'id': " + i + ", 'label': '" + labels.charAt(i) + "', 'prediction': "
                    + (found == '-' ? "null" : "'" + found + "'") + "}";
        }
        return Given.jsonl(folder, lines);
    }

    @Test
    void oneSampleIsRightOrWrongOrWithoutPrediction() {
        Run right = predictions("a", "a").by("classification", "");
        for (String name : right.names()) {
            Expected.number(right.all(name), 1, WILSON_1_OF_1, 1.0, 1);
        }
        assertThat(right.names())
                .containsExactly(
                        "",
                        "accuracy",
                        "micro_f1",
                        "macro_precision",
                        "macro_recall",
                        "weighted_precision",
                        "weighted_recall",
                        "weighted_f1");
        Expected.number(predictions("a", "b").by("classification", "").all(""), 0, 0.0, WILSON_0_OF_1, 1);
        Run none = predictions("a", "-").by("classification", "");
        Expected.number(none.all(""), 0, 0.0, WILSON_0_OF_1, 1);
        assertThat(none.all("accuracy").meta().number("without_prediction")).hasValue(1);
        assertThat(none.all("accuracy").meta().get("classes")).hasValue(List.of("a"));
    }

    @Test
    void oneClassAllRightHasWilsonsIntervalInsteadOfNoWidth() {
        Run run = predictions("aa", "aa").by("classification", "");
        Expected.number(run.all(""), 1, 0.34238022750665303, 1.0, 2);
        Expected.method(run.all(""), "wilson");
        Expected.number(run.slice("recall", "class", "a"), 1, 0.34238022750665303, 1.0, 2);
    }

    @Test
    void theExactIntervalIsHadOnRequestAndAnotherOneIsTold() {
        Run exact = predictions("aa", "aa").by("classification", "--ci clopper_pearson");
        Expected.number(exact.all(""), 1, 0.15811388300841897, 1.0, 2);
        Expected.method(exact.all(""), "clopper_pearson");
        assertThat(exact.findings().warnings()).isEmpty();
        Run other = predictions("ab", "aa").by("classification", "--ci clopper_pearson --resamples 200");
        assertThat(other.findings().warnings())
                .containsExactly("--ci clopper_pearson does not suit the primary number here, whose interval is"
                        + " multinomial_bootstrap_percentile");
        Expected.method(other.all("accuracy"), "clopper_pearson");
    }

    @Test
    void aLabelThatIsNeverPredictedCountsAsZeroAndIsWarnedAbout() {
        Run run = predictions("abcac", "aaccc").by("classification", "");
        Expected.value(run.all(""), 0.43333333333333335, 5);
        Expected.value(run.all("macro_precision"), 0.38888888888888884, 5);
        Expected.value(run.all("macro_recall"), 0.5, 5);
        Expected.value(run.all("weighted_precision"), 0.4666666666666666, 5);
        Expected.value(run.all("weighted_recall"), 0.6, 5);
        Expected.value(run.all("weighted_f1"), 0.52, 5);
        Expected.value(run.all("micro_f1"), 0.6, 5);
        Expected.number(run.all("accuracy"), 0.6, 0.23072428127601297, 0.8823792257673522, 5);
        Expected.warnings(
                run.all("macro_precision"),
                "The precision of classes that are never predicted (1 of 3) is 0/0 and counts as 0");
        Expected.bare(run.slice("precision", "class", "b"), 0, 1);
        Expected.warnings(
                run.slice("precision", "class", "b"),
                "The class is never predicted: its precision is 0/0 and counts as 0");
        Expected.number(run.slice("recall", "class", "b"), 0, 0.0, WILSON_0_OF_1, 1);
        Expected.value(run.slice("f1", "class", "c"), 0.8, 2);
    }

    @Test
    void aClassThatOnlyThePredictionsHaveCountsUnlessTheLabelsAloneAreAsked() {
        Given given = predictions("aabb", "axbx");
        Run both = given.by("classification", "");
        Expected.value(both.all(""), 4.0 / 9, 4);
        Expected.value(both.all("macro_precision"), 2.0 / 3, 4);
        Expected.value(both.all("macro_recall"), 1.0 / 3, 4);
        assertThat(both.findings().warnings())
                .containsExactly("1 classes occur only as predictions, e.g. 'x', and count as 0 in macro averages;"
                        + " --classes-from labels leaves them out");
        Run labels = given.by("classification", "--classes-from labels");
        Expected.value(labels.all(""), 2.0 / 3, 4);
        Expected.value(labels.all("macro_precision"), 1, 4);
        Expected.value(labels.all("weighted_recall"), 0.5, 4);
        assertThat(labels.findings().warnings()).isEmpty();
        assertThat(labels.find("f1", Map.of("class", "x"))).isEmpty();
    }

    @Test
    void missingPredictionsAreWrongAndOfNoClassWhetherNullAbsentOrEmpty() {
        for (Given given : List.of(
                predictions("aabb", "a-b-"),
                Given.csv(folder, "id,label,prediction", "1,a,a", "2,a,", "3,b,b", "4,b,"))) {
            Run run = given.by("classification", "");
            // As scikit-learn with labels=["a", "b"] and a third text where the prediction is missing.
            Expected.value(run.all(""), 2.0 / 3, 4);
            Expected.value(run.all("macro_precision"), 1, 4);
            Expected.value(run.all("macro_recall"), 0.5, 4);
            Expected.number(run.all("accuracy"), 0.5, 0.15003898915214947, 0.8499610108478506, 4);
        }
        Run absent = Given.jsonl(folder, "{'id': 1, 'label': 'a', 'prediction': 'a'}", "{'id': 2, 'label': 'a'}")
                .by("classification", "");
        Expected.value(absent.all("accuracy"), 0.5, 2);
    }

    @Test
    void aMissingLabelIsABadLineThatNamesItsColumn() {
        Given nothing = Given.jsonl(folder, "{'id': 1, 'y': 'a', 'p': 'a'}", "{'id': 2, 'y': null, 'p': 'a'}");
        assertThatThrownBy(() -> nothing.by("classification", "--label y --prediction p"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(nothing.file() + ":2:16: found nothing, expected a label in \"y\"" + MEND);
        Given absent = Given.jsonl(folder, "{'id': 1, 'y': 'a', 'p': 'a'}", "{'id': 2, 'p': 'a'}");
        assertThatThrownBy(() -> absent.by("classification", "--label y --prediction p"))
                .hasMessage(absent.file() + ":2:1: found nothing, expected a label in \"y\"" + MEND);
        Given cell = Given.csv(folder, "id,y,p", "1,a,a", "2,,a");
        assertThatThrownBy(() -> cell.by("classification", "--label y --prediction p"))
                .hasMessage(cell.file() + ":3:3: found nothing, expected a label in \"y\"" + MEND);
        Given nan = Given.jsonl(folder, "{'id': 1, 'y': 'a', 'p': 'a'}", "{'id': 2, 'y': NaN, 'p': 'a'}");
        assertThatThrownBy(() -> nan.by("classification", "--label y --prediction p"))
                .hasMessage(nan.file() + ":2:16: found 'NaN', expected a JSON value" + MEND);
        Expected.value(
                cell.by("classification", "--label y --prediction p --max-bad-lines 1")
                        .all(""),
                1,
                1);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        Given given = Given.csv(folder, "id,gold,answer", "1,a,a");
        assertThatThrownBy(() -> given.by("classification", "--label gold"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageContaining("found no column \"prediction\", expected one of: answer, gold, id");
    }

    @Test
    void numbersAndTextsOfTheSameSpellingAreOneClass() {
        Run run = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 1, 'prediction': '1'}",
                        "{'id': 2, 'label': 1.0, 'prediction': 1}",
                        "{'id': 3, 'label': 0, 'prediction': 0.0}",
                        "{'id': 4, 'label': '0', 'prediction': 1e0}")
                .by("classification", "--positive 1");
        // tp 2, fp 1, fn 0
        Expected.value(run.all(""), 0.8, 2);
        assertThat(run.all("accuracy").meta().get("classes")).hasValue(List.of("0", "1"));
        Run flags = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': true, 'prediction': 'true'}",
                        "{'id': 2, 'label': false, 'prediction': true}")
                .by("classification", "");
        assertThat(flags.all("accuracy").meta().get("classes")).hasValue(List.of("false", "true"));
        Expected.value(flags.all("accuracy"), 0.5, 2);
    }

    @Test
    void oneValueInTwoSpellingsIsRefusedUntilSomebodySaysWhatIsMeant() {
        Given floats = Given.csv(folder, "id,label,prediction", "1,1,1.0", "2,0,0.0", "3,0,1.0");
        assertThatThrownBy(() -> floats.by("classification", ""))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "builtin:classification: found '1' and '1.0' among labels and predictions, expected one spelling of"
                                + " a class; say --match value if they are the same, --match text if they are not");
        Run value = floats.by("classification", "--match value --positive 1.0");
        Expected.value(value.all(""), 2.0 / 3, 1);
        assertThat(value.all("accuracy").meta().get("classes")).hasValue(List.of("0", "1"));
        Expected.value(floats.by("classification", "--match text").all("accuracy"), 0, 3);
        Given python = Given.jsonl(folder, "{'id': 1, 'label': true, 'prediction': 'True'}");
        assertThatThrownBy(() -> python.by("classification", "")).hasMessageContaining("found 'true' and 'True'");
        Expected.value(python.by("classification", "--match value").all("accuracy"), 1, 1);
    }

    @Test
    void wordsThatMayStandForNothingAreClassesWithAWarning() {
        Run run = Given.csv(folder, "id,label,prediction", "1,a,a", "2,a,nan").by("classification", "");
        assertThat(run.findings().warnings())
                .contains(
                        "'nan' counts as a class; where it stands for a missing value leave the cell empty, or write null");
    }

    @Test
    void thePositiveClassMustOccurOrBeListed() {
        Given given = predictions("ac", "aa");
        assertThatThrownBy(() -> given.by("classification", "--positive b"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "builtin:classification: --positive is 'b', which is neither a label nor a prediction among 2 samples;"
                                + " the classes are a, c. Name one of them, or list all that there can be with --classes");
        Run run = given.by("classification", "--positive b --classes a,b,c");
        Expected.bare(run.all(""), 0, 0);
        Expected.warnings(run.all(""), "The class is neither label nor prediction: its F1 is 0/0 and counts as 0");
    }

    @Test
    void ofListedClassesAnotherPredictionIsWrongAndAnotherLabelABadLine() {
        Run run = predictions("aabb", "axbx").by("classification", "--classes a,b");
        Expected.value(run.all("macro_precision"), 1, 4);
        Expected.value(run.all(""), 2.0 / 3, 4);
        Given other = predictions("ax", "aa");
        assertThatThrownBy(() -> other.by("classification", "--classes a,b"))
                .hasMessage(other.file() + ":2:21: found 'x', expected one of --classes in \"label\"" + MEND);
    }

    @Test
    void withClustersTheIntervalIsThatOfInfluenceScores() {
        String[] lines = new String[10];
        int[] groups = {1, 1, 1, 2, 3, 3, 4, 5, 6, 6};
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{'id': " + i + ", 'label': '" + "aabbccabca".charAt(i) + "', 'prediction': '"
                    + "abbbcacbaa".charAt(i) + "', 'g': " + groups[i] + "}";
        }
        Given given = Given.jsonl(folder, lines);
        Run run = given.by("classification", "--cluster g");
        Expected.number(run.all(""), 0.5857142857142856, 0.4131039654510775, 0.7583246059774937, 10);
        Expected.error(run.all(""), 0.06714834665233717);
        Expected.method(run.all(""), "cr1_t");
        Expected.warnings(
                run.all(""), "30 clusters or more are wanted for a clustered interval to keep its level; there are 6");
        Expected.number(
                given.by("classification", "--ci t").all(""),
                0.5857142857142856,
                0.2401889439706716,
                0.9312396274578997,
                10);
    }

    @Test
    void aSingleClusterHasNoErrorAndTheWidestInterval() {
        Run run = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'a', 'prediction': 'a', 'g': 'x'}",
                        "{'id': 2, 'label': 'b', 'prediction': 'a', 'g': 'x'}")
                .by("classification", "--cluster g");
        Expected.number(run.all(""), 1.0 / 3, 0.0, 1.0, 2);
        Expected.warnings(run.all(""), "2 clusters or more are needed for a clustered interval; there is 1");
        assertThat(run.all("").meta().number("std_error")).isEmpty();
    }

    /** Of n = 2 with one right, F1 of a resample is 0, 1/3 or 1: by the binomial, 1/4 · 0 + 1/2 · 1/3 + 1/4 · 1. */
    @Test
    void theBootstrapOfTwoSamplesKnowsItsThreeOutcomes() {
        Run run = predictions("ab", "aa").by("classification", "--resamples 100000");
        Expected.number(run.all(""), 1.0 / 3, 0.0, 1.0, 2);
        double variance = 0.5 / 9 + 0.25 - Math.pow(0.5 / 3 + 0.25, 2);
        assertThat(run.all("").meta().number("std_error").orElseThrow()).isCloseTo(Math.sqrt(variance), within(0.005));
    }
}
