package dev.evalkit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void valuesStandBehindOptionsOrAfterAnEqualsSign() {
        Arguments arguments =
                new Arguments("test", List.of("--label", "answer", "--where=--x=1", "--slice", "a, b", "--slice=c"));
        assertThat(arguments.text("label")).contains("answer");
        assertThat(arguments.all("where")).containsExactly("--x=1");
        assertThat(arguments.list("slice")).containsExactly("a", "b", "c");
        assertThat(arguments.text("prediction", "prediction")).isEqualTo("prediction");
        arguments.refuseUnknown();
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestAndAll() {
        assertThatThrownBy(() -> SampleEvaluation.of(Evaluators.load().named("exact_match"), List.of("--lable", "x")))
                .hasMessage(
                        "builtin:exact_match has no option --lable (did you mean --label?); it has --ci --cluster --gold --id --label"
                                + " --level --max-bad-lines --normalize --pred --prediction --reference --resamples --slice --where");
    }

    @Test
    void whatIsNoOptionOrHasNoValueIsRefused() {
        assertThatThrownBy(() -> new Arguments("test", List.of("label")))
                .hasMessage(
                        "builtin:test: found the argument 'label', expected an option such as --label; write an option and its value as two arguments");
        assertThatThrownBy(() -> new Arguments("test", List.of("--label", "--prediction", "x")))
                .hasMessage(
                        "builtin:test: --label has no value; write it behind the option, or --label=VALUE where it begins with --");
        assertThatThrownBy(() -> new Arguments("test", List.of("--label", "a", "--label", "b")).text("label"))
                .hasMessage("builtin:test: --label is given 2 times (a, b); give it once");
        assertThatThrownBy(() -> new Arguments("test", List.of("--label", "")).text("label"))
                .hasMessage("builtin:test: --label is empty; give it a value or leave it out");
    }

    @Test
    void valuesOutOfRangeAreRefusedWithWhatIsSupported() {
        assertThatThrownBy(() -> options("latency", "--quantile", "99"))
                .hasMessage("builtin:latency: --quantile is '99', expected a number between 0 and 1");
        assertThatThrownBy(() -> options("latency", "--percentiles", "0.5,x"))
                .hasMessage("builtin:latency: --percentiles is 'x', expected a number between 0 and 1");
        assertThatThrownBy(() -> options("latency", "--definition", "p99"))
                .hasMessage(
                        "builtin:latency: --definition: No quantile definition 'p99'; there are nearest_rank, hf2, hf3, hf4, hf5, hf6, hf7, hf8, hf9");
        assertThatThrownBy(() -> options("classification", "--average", "mean"))
                .hasMessage("builtin:classification: --average is 'mean', expected one of macro, micro, weighted");
        assertThatThrownBy(() -> options("accuracy", "--resamples", "10"))
                .hasMessage("builtin:accuracy: --resamples is '10', expected a whole number from 100 to 1000000");
        assertThatThrownBy(() -> options("accuracy", "--level", "95"))
                .hasMessage("builtin:accuracy: --level is '95', expected a number between 0 and 1");
        assertThatThrownBy(() -> options("accuracy", "--where", "split"))
                .hasMessage("builtin:accuracy: --where is 'split', expected COLUMN=VALUE");
        assertThatThrownBy(() -> options("accuracy", "--ci", "clopper-pearson", "--cluster", "c"))
                .hasMessage(
                        "builtin:accuracy: --ci clopper_pearson is for independent samples; with --cluster leave --ci out,"
                                + " or use wilson or t");
        assertThatThrownBy(() -> options("task_completion", "--primary", "pass_at_2"))
                .hasMessage("builtin:task_completion: --primary is 'pass_at_2', expected one of success_rate");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> options("latency", "--success", "ok"))
                .hasMessage(
                        "builtin:latency: found --success without --failures, or the other way round; name the column with"
                                + " --success, and choose --failures count or --failures drop");
        assertThatThrownBy(() -> options("accuracy", "--correct", "c", "--score", "s"))
                .hasMessage(
                        "builtin:accuracy: found more than one of --label with --prediction and --match, --correct, and --score; give one of the three");
        assertThatThrownBy(() -> options("accuracy", "--average", "macro"))
                .hasMessage(
                        "builtin:accuracy: found --average macro; name the one column to average over with --slice COLUMN");
        assertThatThrownBy(() -> options("safety", "--harmful", "h"))
                .hasMessage("builtin:safety: found --harmful without --refused, or the other way round; give both");
    }

    @Test
    void anUnknownEvaluatorIsRefusedWithTheNearestAndAll() {
        assertThatThrownBy(() -> Evaluators.load().named("acuracy"))
                .hasMessage(
                        "There is no evaluator builtin:acuracy (did you mean builtin:accuracy?); there are accuracy,"
                                + " classification, exact_match, exam, latency, rate, robustness, safety, task_completion, throughput, token_f1");
    }

    private static SampleEvaluation options(String evaluator, String... argv) {
        return SampleEvaluation.of(Evaluators.load().named(evaluator), List.of(argv));
    }
}
