package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.evaluate.Measure;
import dev.evalkit.json.JsonObject;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Intervals equal those that were computed elsewhere (NumPy and SciPy; the files say how): closed forms to 1e-9, bootstrap ends within the Monte Carlo
 * error of the reference's 2,000 rounds.
 */
class PublishedIntervalsTest {
    private static final Offset<Double> CLOSED_FORM = within(1e-9);
    private static final double Z = 1.959963984540054;

    /** The sets whose reference intervals are those of proportions. */
    static final List<String> PROPORTIONS = List.of(
            "agent_task_completion/tau_bench_airline_gpt4o",
            "human_exam_accuracy/gaokao_gpt4_0314",
            "multimodal_understanding_score/mathvista",
            "robustness_adv/advglue_chatgpt",
            "safety_alignment_score/jailbreakbench",
            "toxicity/pplm_human");

    @BeforeAll
    static void needsTheData() {
        SharedData.require();
    }

    @TestFactory
    Stream<DynamicTest> proportionsEqualTheReference() {
        return PROPORTIONS.stream()
                .flatMap(set -> SharedData.intervals(set).stream()
                        .map(reference -> DynamicTest.dynamicTest(
                                set + " " + reference.string("file"), () -> checkProportion(set, reference))));
    }

    private static void checkProportion(String set, JsonObject reference) {
        Measure wilson = rate(set, reference, "");
        assertThat(wilson.value()).isCloseTo(reference.number("value"), CLOSED_FORM);
        assertThat(wilson.samples()).isEqualTo(reference.integer("n"));
        assertThat(wilson.meta().number("successes")).hasValue(reference.number("successes"));
        assertThat(wilson.meta().text(Meta.CI_METHOD)).hasValue("wilson");
        assertThat(wilson.meta().number(Meta.STD_ERROR).orElseThrow())
                .isCloseTo(reference.number("se_binomial"), CLOSED_FORM);
        checkEnds(wilson, reference.array("wilson95"), CLOSED_FORM);
        checkEnds(rate(set, reference, " --ci clopper_pearson"), reference.array("clopper_pearson95"), CLOSED_FORM);

        Measure clustered = rate(set, reference, " --cluster " + reference.string("cluster_field"));
        assertThat(clustered.meta().number(Meta.CLUSTERS)).hasValue(reference.number("clusters"));
        double cr0 = error(clustered, "cr0");
        assertThat(cr0).isCloseTo(reference.number("se_clustered"), CLOSED_FORM);
        List<?> ends = reference.array("ci95_clustered");
        assertThat(clustered.value() - Z * cr0).isCloseTo(number(ends.get(0)), CLOSED_FORM);
        assertThat(clustered.value() + Z * cr0).isCloseTo(number(ends.get(1)), CLOSED_FORM);
        // The reference has no small-sample factor; the verdicts' error has (Cameron and Miller 2015).
        double groups = reference.number("clusters");
        assertThat(error(clustered, "cr1")).isCloseTo(cr0 * Math.sqrt(groups / (groups - 1)), CLOSED_FORM);
        assertThat(clustered.meta().number(Meta.STD_ERROR)).hasValue(error(clustered, "cr1"));
    }

    private static Measure rate(String set, JsonObject reference, String more) {
        return Run.of(
                        "rate",
                        "--flag " + reference.string("field") + more,
                        SharedData.file(set, reference.string("file")))
                .all("");
    }

    @Test
    void macroF1HasTheIntervalOfResampledRows() {
        JsonObject reference =
                SharedData.intervals("accuracy_f1/sklearn_digits").get(0);
        Measure f1 = Run.of(
                        "classification",
                        "--resamples 100000",
                        SharedData.file("accuracy_f1/sklearn_digits", "samples.jsonl"))
                .all("");
        assertThat(f1.value()).isCloseTo(reference.number("value"), CLOSED_FORM);
        assertThat(f1.meta().text(Meta.CI_METHOD)).hasValue("multinomial_bootstrap_percentile");
        double error = reference.number("bootstrap_se");
        checkEnds(f1, reference.array("bootstrap95_percentile"), within(0.25 * error));
        assertThat(f1.meta().number(Meta.STD_ERROR).orElseThrow()).isCloseTo(error, within(0.05 * error));
    }

    @Test
    void aP99Of150RequestsHasNoUpperEnd() {
        String set = "latency_p99/llmperf_leaderboard";
        JsonObject reference = SharedData.intervals(set).get(0);
        JsonObject ends = reference.object("order_stat_ci95");
        Map<String, String> definitions =
                Map.of("hf7", "p99_linear_HF7", "hf6", "p99_HF6", "nearest_rank", "p99_nearest_rank");
        definitions.forEach((definition, name) -> {
            Measure p99 = Run.of(
                            "latency", "--definition " + definition, SharedData.file(set, reference.string("file")))
                    .all("");
            assertThat(p99.value()).isCloseTo(reference.number(name), CLOSED_FORM);
            assertThat(p99.ci()).isEqualTo(new Interval(ends.number("lower"), null));
            assertThat(p99.meta().text(Meta.METHOD)).hasValue(definition);
            assertThat(p99.meta().texts(Meta.WARNINGS))
                    .containsExactly(
                            "368 values or more are needed for both ends of the interval of the 0.99 quantile; there are 150");
        });
    }

    private static void checkEnds(Measure measure, List<?> ends, Offset<Double> offset) {
        Interval ci = Objects.requireNonNull(measure.ci());
        assertThat(ci.low()).isCloseTo(number(ends.get(0)), offset);
        assertThat(ci.high()).isCloseTo(number(ends.get(1)), offset);
    }

    private static double error(Measure measure, String name) {
        return number(((Map<?, ?>) measure.meta().get("std_errors").orElseThrow()).get(name));
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
