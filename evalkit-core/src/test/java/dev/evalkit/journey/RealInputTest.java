package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.IndicatorRun.Status;
import dev.evalkit.result.ResultItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other people's evaluations as an evaluation repository: every number that they published comes out of the runs, within the tolerance that the
 * data state beside it; and one model's run is judged by another's.
 */
class RealInputTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static final Map<RunKey, List<ResultItem>> RUNS = new HashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void buildTheRepository() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "skipped: " + DATA + " with the published data sets is not here");
        Journey journey = new Journey(folder);
        scenario(journey, "digits", "accuracy_f1/sklearn_digits", Map.of("samples", "svc"));
        indicator(journey, "digits", "accuracy_f1", true, "classification", "");
        scenario(
                journey,
                "serving",
                "latency_p99/llmperf_leaderboard",
                Map.of(
                        "samples_anyscale_70b", "anyscale_70b",
                        "samples_groq_70b", "groq_70b",
                        "samples_lepton_7b", "lepton_7b",
                        "samples_together_70b", "together_70b"));
        String requests = "--to s --success success --failures drop --percentiles 0.25,0.5,0.75,0.9,0.95 --value ";
        indicator(journey, "serving", "end_to_end_latency_s", false, "latency", requests + "latency_ms");
        indicator(journey, "serving", "ttft_s", false, "latency", requests + "ttft_ms");
        scenario(journey, "load", "throughput_rps/jmeter_parabank", Map.of("samples", "parabank"));
        String all = "--success success --failures count --slice group ";
        indicator(journey, "load", "throughput_rps", true, "throughput", all + "--start start_ms --end end_ms");
        indicator(journey, "load", "latency_p99", false, "latency", all + "--definition hf6");
        scenario(
                journey,
                "prompts",
                "toxicity/pplm_human",
                Map.of("samples_baseline", "baseline", "samples_pplm", "pplm"));
        indicator(journey, "prompts", "toxicity", false, "rate", "--flag toxic --slice group");
        scenario(
                journey,
                "mathvista",
                "multimodal_understanding_score/mathvista",
                Map.of(
                        "samples_bard", "bard",
                        "samples_chatgpt_2shot_solution", "chatgpt_2shot_solution"));
        indicator(
                journey,
                "mathvista",
                "multimodal_understanding_score",
                true,
                "accuracy",
                "--correct correct --slice question_type,answer_type,language,source,category,task,context,grade,skills");
        journey.scenario("digits", "accuracy_f1")
                .scenario("serving", "end_to_end_latency_s", "ttft_s")
                .scenario("load", "throughput_rps", "latency_p99")
                .scenario("prompts", "toxicity")
                .scenario("mathvista", "multimodal_understanding_score");
    }

    private static void scenario(Journey journey, String scenario, String set, Map<String, String> files)
            throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            String model = file.getValue();
            journey.model(model)
                    .file(
                            "outputs/" + scenario + "/" + model + ".jsonl",
                            Files.readString(DATA.resolve(set).resolve(file.getKey() + ".jsonl")));
        }
    }

    private static void indicator(
            Journey journey, String scenario, String id, boolean higher, String evaluator, String args) {
        String list = args.isEmpty() ? "" : "\"" + args.replace(" ", "\", \"") + "\"";
        journey.file(
                "indicators/" + id + ".json",
                "{\"id\": \"" + id + "\", \"higher_is_better\": " + higher
                        + ", \"run_script_ref\": {\"script\": \"builtin:" + evaluator
                        + "\", \"args\": [" + list + "], \"inputs\": [{\"path\": \"outputs/" + scenario
                        + "/{model}.jsonl\", \"role\": \"output\"}]}}");
    }

    /** The item of a run, which is made once. */
    private static ResultItem item(String model, String scenario, String metric, Map<String, String> slice) {
        List<ResultItem> items = RUNS.computeIfAbsent(new RunKey(model, scenario), key -> {
            StoredRun run = new Journey(folder).evaluate(model, scenario, Journey.NOON);
            assertThat(run.details().orElseThrow().indicators())
                    .extracting(IndicatorRun::status)
                    .containsOnly(Status.OK);
            return run.results().items();
        });
        return items.stream()
                .filter(item ->
                        item.metricId().equals(metric) && item.meta().slice().equals(slice))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + metric + " " + slice + " in " + model + " · " + scenario));
    }

    /** What a published number is a number of: our own, in the publisher's unit. */
    private interface Recipe {
        double ours(String metric);
    }

    private static double digits(String metric) {
        if (metric.endsWith("]")) {
            String name = metric.substring(0, metric.indexOf('['));
            String label = metric.substring(metric.indexOf('[') + 1, metric.length() - 1);
            return item("svc", "digits", "accuracy_f1." + name, Map.of("class", label))
                    .value();
        }
        return item("svc", "digits", metric.equals("macro_f1") ? "accuracy_f1" : "accuracy_f1." + metric, Map.of())
                .value();
    }

    private static double serving(String metric) {
        String[] parts = metric.split(":", -1);
        if (parts.length == 2) {
            return item(parts[0], "serving", "ttft_s.completed", Map.of()).value();
        }
        return item(parts[0], "serving", parts[2].equals("p99") ? parts[1] : parts[1] + "." + parts[2], Map.of())
                .value();
    }

    private static double load(String metric) {
        String[] parts = metric.split(":", -1);
        String ours = switch (parts[1]) {
            case "throughput_rps" -> "throughput_rps";
            case "errors" -> "throughput_rps.errors";
            case "error_pct" -> "throughput_rps.error_rate";
            case "latency_p90_ms" -> "latency_p99.p90";
            case "latency_p95_ms" -> "latency_p99.p95";
            case "latency_p99_ms" -> "latency_p99";
            case "median" -> "latency_p99.p50";
            default -> "latency_p99." + parts[1];
        };
        Map<String, String> slice = parts[0].equals("Total") ? Map.of() : Map.of("group", parts[0]);
        return (parts[1].equals("error_pct") ? 100 : 1)
                * item("parabank", "load", ours, slice).value();
    }

    private static double prompts(String metric) {
        String[] parts = metric.split(":", -1);
        Map<String, String> slice = parts[1].equals("All together") ? Map.of() : Map.of("group", parts[1]);
        ResultItem rate = item(parts[0], "prompts", "toxicity", slice);
        return parts[2].equals("toxicity rate")
                ? rate.value()
                : rate.meta().number("successes").orElseThrow();
    }

    private static double mathvista(String metric) {
        String[] parts = metric.split("[:=]", 3);
        Map<String, String> slice = parts.length == 2 ? Map.of() : Map.of(parts[1], parts[2]);
        return 100
                * item(parts[0], "mathvista", "multimodal_understanding_score", slice)
                        .value();
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedNumberComesOutOfARun() {
        return Stream.of(
                        checks("accuracy_f1/sklearn_digits", 33, RealInputTest::digits),
                        checks("latency_p99/llmperf_leaderboard", 68, RealInputTest::serving),
                        checks("throughput_rps/jmeter_parabank", 32, RealInputTest::load),
                        checks("toxicity/pplm_human", 44, RealInputTest::prompts),
                        checks("multimodal_understanding_score/mathvista", 150, RealInputTest::mathvista))
                .flatMap(each -> each);
    }

    private static Stream<DynamicTest> checks(String set, int expected, Recipe recipe) {
        List<JsonObject> checks =
                JsonDocument.read(DATA.resolve(set).resolve("expected.json")).object().objects("checks").stream()
                        .filter(check -> check.bool("equal"))
                        // Tests of two runs come with the verdicts; the matrix is compared cell by cell beside its
                        // evaluator.
                        .filter(check -> !check.string("metric").contains("z p")
                                && !check.string("metric").startsWith("confusion matrix"))
                        .toList();
        assertThat(checks).as(set).hasSize(expected);
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(
                        set + " " + check.string("metric"),
                        () -> assertThat(recipe.ours(check.string("metric")))
                                .isCloseTo(
                                        check.object("published").number("value"),
                                        within(Math.max(check.number("tolerance"), Double.MIN_VALUE)))));
    }

    /** Two services answer requests of their own: no ids are shared, so the values are compared unpaired. */
    @Test
    void aSlowerServiceIsJudgedByTheBaselineOfAFasterOne() {
        Journey journey = new Journey(folder);
        StoredRun first = journey.evaluate("anyscale_70b", "serving", Journey.NOON);
        journey.gate().accept(first, "in use", Journey.at(Journey.NOON.plusSeconds(1)));
        Baseline baseline =
                journey.store().baseline(new RunKey("anyscale_70b", "serving")).orElseThrow();

        Outcome slower =
                journey.gate().judge(journey.evaluate("lepton_7b", "serving", Journey.NOON.plusSeconds(2)), baseline);
        assertThat(slower.passed()).isFalse();
        assertThat(slower.diff().gating())
                .extracting(row -> row.id().metricId(), DiffRow::verdict)
                .containsExactly(
                        tuple("end_to_end_latency_s", Verdict.INCONCLUSIVE), tuple("ttft_s", Verdict.INCONCLUSIVE));
        // So few requests bound no p99 from above: nobody can say by how much it is worse. That it is worse at all is
        // proven.
        String bounds =
                "368 values or more are needed on either side for both ends of the interval of the 0.99 quantile; there are 150 and 20";
        assertThat(slower.failing())
                .extracting(row -> row.reasons().stream().map(Reason::text).toList())
                .containsExactly(
                        List.of(
                                bounds,
                                "it did get worse (p=0.0004 among 2); whether by more than the tolerated 0.185 is open"),
                        List.of(
                                bounds,
                                "it did get worse (p=0.0004 among 2); whether by more than the tolerated 0.0237 is open"));

        Outcome faster =
                journey.gate().judge(journey.evaluate("groq_70b", "serving", Journey.NOON.plusSeconds(2)), baseline);
        assertThat(faster.passed()).isTrue();
        assertThat(faster.diff().gating())
                .extracting(row -> row.id().metricId(), DiffRow::verdict)
                .containsExactly(
                        tuple("end_to_end_latency_s", Verdict.INCONCLUSIVE), tuple("ttft_s", Verdict.INCONCLUSIVE));
    }
}
