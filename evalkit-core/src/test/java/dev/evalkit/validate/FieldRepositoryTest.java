package dev.evalkit.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A repository from elsewhere loads whole, has no finding but the two that are true of it, and each fault is found as what it is. */
class FieldRepositoryTest {
    private static final List<String> USUAL = List.of(
            "WARNING models/model-1.json:11:246: \"Benchmark Ten\" is a name of the benchmark \"benchmark.bench_010\" in benchmarks/aliases.json alone; write \"benchmark.bench_010\" (at /evaluation/benchmarks/12) [EK-REF-004]",
            "WARNING models/model-2.json:11:236: \"BENCH-012\" is no benchmark's name, but like that of \"benchmark.bench_012\"; write \"benchmark.bench_012\" (at /evaluation/benchmarks/12) [EK-REF-005]");

    @TempDir
    static Path root;

    private static FieldRepository repository;

    @BeforeAll
    static void write() throws IOException {
        repository = FieldRepository.write(root, 20261123);
    }

    @Test
    void loadsWholeAndHasNothingWrongButWhatIsWrong() {
        assertThat(repository.size()).isGreaterThan(430);
        EvaluationRepository opened = EvaluationRepository.open(root);
        assertThat(opened.problems()).isEmpty();
        assertThat(List.of(
                        opened.models().all().size(),
                        opened.benchmarks().all().size(),
                        opened.indicators().all().size(),
                        opened.scenarios().all().size()))
                .containsExactly(26, 200, 12, 10);
        assertThat(repository.findings()).containsExactlyElementsOf(USUAL);
    }

    @Test
    void findsTheSameWithAnyNumberOfThreads() throws ExecutionException, InterruptedException {
        for (int threads : new int[] {1, 2, 7}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                assertThat(pool.submit(repository::findings).get()).isEqualTo(USUAL);
            } finally {
                pool.shutdown();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsFoundAsWhatItIs() {
        return faults().map(fault -> DynamicTest.dynamicTest(
                fault.name(),
                () -> assertThat(repository.findingsWith(fault.changes(), USUAL))
                        .containsExactly(fault.found().toArray(String[]::new))));
    }

    private record Fault(String name, Map<String, UnaryOperator<String>> changes, List<String> found) {}

    private static Fault fault(String name, String file, String before, String after, String... found) {
        return new Fault(name, Map.of(file, text -> text.replace(before, after)), List.of(found));
    }

    private static Fault added(String name, String file, String content, String... found) {
        return new Fault(name, Map.of(file, text -> content), List.of(found));
    }

    private static Fault removed(String name, String file, String... found) {
        return new Fault(name, Map.of(file, text -> ""), List.of(found));
    }

    private static Stream<Fault> faults() {
        String scenario = "scenarios/scn_03_对话/scn_03_对话.json";
        String run = "reports/model-1_clsF1_1758787951/current.json";
        return Stream.of(
                fault(
                        "a model that is cut off",
                        "models/model-3.json",
                        "\"notes\": \"…\"\n}",
                        "\"notes\": ",
                        "ERROR models/model-3.json:14:1: found the end of the document, expected a value [EK-DOC-001]"),
                fault(
                        "a key twice",
                        "benchmarks/bench_017.json",
                        "\"source\"",
                        "\"name\"",
                        "ERROR benchmarks/bench_017.json:5:3: found the name \"name\" twice in one object, expected it once [EK-DOC-001]"),
                fault(
                        "a number that is not finite",
                        "indicators/elo_rating.json",
                        "0.82",
                        "1e999",
                        "ERROR indicators/elo_rating.json:11:30: found the number 1e999, expected one that a double can hold (up to about 1.8E308) [EK-DOC-001]"),
                fault(
                        "what the repository's own schema forbids",
                        "models/model-4.json",
                        "\"notes\"",
                        "\"note\"",
                        "ERROR models/model-4.json:13:11: \"note\" is not expected in the document (at /note) [EK-DOC-002]"),
                fault(
                        "what it demands",
                        "models/model-4.json",
                        "\"input_types\"",
                        "\"input\"",
                        "ERROR models/model-4.json:1:1: \"input_types\" is missing from the document [EK-DOC-002]",
                        "ERROR models/model-4.json:3:12: \"input\" is not expected in the document (at /input) [EK-DOC-002]"),
                fault(
                        "a type within a definition",
                        "models/model-8.json",
                        "8.5",
                        "\"8b\"",
                        "ERROR models/model-8.json:7:36: \"params\" must be a number, found the string \"8b\" (at /variants/0/params) [EK-DOC-002]"),
                fault(
                        "an indicator against evalkit's schema",
                        "indicators/word_error_rate.json",
                        "false",
                        "\"no\"",
                        "ERROR indicators/word_error_rate.json:14:23: \"higher_is_better\" must be true or false or null, found the string \"no\" (at /higher_is_better) [EK-DOC-002]"),
                fault(
                        "aliases of a wrong shape",
                        "benchmarks/aliases.json",
                        "\"bench_011\"",
                        "11",
                        "ERROR benchmarks/aliases.json:4:19: \"The Eleventh\" must be a string or an array, found the number 11 (at /The Eleventh) [EK-DOC-002]"),
                fault(
                        "a schema that is none",
                        "templates/model_schema.json",
                        "\"type\": \"object\",\n  \"required\"",
                        "\"type\": \"objct\",\n  \"required\"",
                        "ERROR templates/model_schema.json:4:11: not a JSON Schema: \"type\" must be one of \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\", found the string \"objct\" (and 1 more) [EK-DOC-001]"),
                fault(
                        "a benchmark that is not there",
                        "models/model-5.5.json",
                        "bench_043",
                        "bench_0430x",
                        "ERROR models/model-5.5.json:11:79: unknown benchmark \"benchmark.bench_0430x\": did you mean benchmark.bench_043 or benchmark.bench_030 or benchmark.bench_040? (at /evaluation/benchmarks/3) [EK-REF-003]"),
                fault(
                        "a benchmark by likeness",
                        "models/model-6.json",
                        "benchmark.bench_052",
                        "Bench-052",
                        "WARNING models/model-6.json:11:92: \"Bench-052\" is no benchmark's name, but like that of \"benchmark.bench_052\"; write \"benchmark.bench_052\" (at /evaluation/benchmarks/4) [EK-REF-005]"),
                fault(
                        "an indicator that a scenario does not find",
                        scenario,
                        "latency_p99",
                        "latency_p95",
                        "ERROR scenarios/scn_03_对话/scn_03_对话.json:8:19: unknown indicator \"latency_p95\": did you mean latency_p99? (at /priority_indicators/1/indicator) [EK-REF-007]"),
                fault(
                        "thresholds for an indicator that is not there",
                        scenario,
                        "{\"indicator\": \"accuracy_f1\", ",
                        "{\"indicator\": \"acuracy_f1\", \"thresholds\": {\"absolute\": 1}, ",
                        "ERROR scenarios/scn_03_对话/scn_03_对话.json:7:19: unknown indicator \"acuracy_f1\": did you mean accuracy_f1? (at /priority_indicators/0/indicator) [EK-REF-007]"),
                fault(
                        "an indicator among the others of a scenario",
                        scenario,
                        "\"toxicity\"",
                        "\"toxcity\"",
                        "ERROR scenarios/scn_03_对话/scn_03_对话.json:11:18: unknown indicator \"toxcity\": did you mean toxicity? (at /indicators/0) [EK-REF-007]"),
                fault(
                        "a related metric",
                        "indicators/accuracy_f1.json",
                        "\"precision\"",
                        "\"latency_p9\"",
                        "WARNING indicators/accuracy_f1.json:12:37: unknown indicator \"latency_p9\": did you mean latency_p99? (at /related_metrics/2) [EK-REF-008]"),
                fault(
                        "a dependency",
                        "indicators/accuracy_f1.json",
                        "\"owner\"",
                        "\"depends_on\": [\"ind-x\"], \"owner\"",
                        "WARNING indicators/accuracy_f1.json:6:18: unknown indicator \"ind-x\": known are accuracy_f1, agent_completion, alignment_score, elo_rating, exam_accuracy, latency_p99, robustness_adversarial, throughput_rps, toxicity, vision_score, … (at /depends_on/0) [EK-REF-008]"),
                fault(
                        "a script that is not there",
                        "indicators/win_rate.json",
                        "scripts/run.py",
                        "scripts/rum.py",
                        "ERROR indicators/win_rate.json:7:21: the script cannot be run: \"scripts/rum.py\" does not exist in the repository (at /run_script_ref) [EK-REF-002]"),
                fault(
                        "a script outside",
                        "indicators/elo_rating.json",
                        "\"scripts/run.py\"",
                        "\"../../run.py\"",
                        "ERROR indicators/elo_rating.json:7:32: the script cannot be run: \"../../run.py\" leaves the repository; references stay inside the repository: a relative path with / between its parts is expected (at /run_script_ref/script) [EK-REF-002]"),
                fault(
                        "a script that is a folder",
                        "indicators/elo_rating.json",
                        "\"scripts/run.py\"",
                        "\"scripts/eval\"",
                        "ERROR indicators/elo_rating.json:7:32: the script scripts/eval is a folder, expected a file (at /run_script_ref/script) [EK-REF-002]"),
                fault(
                        "an evaluator that is not there",
                        "indicators/toxicity.json",
                        "builtin:rate",
                        "builtin:rat",
                        "ERROR indicators/toxicity.json:7:21: There is no evaluator builtin:rat (did you mean builtin:rate?); there are accuracy, classification, exact_match, exam, latency, rate, robustness, safety, task_completion, throughput, token_f1 (at /run_script_ref) [EK-REF-001]"),
                removed(
                        "a benchmark that models and the index name",
                        "benchmarks/bench_199.json",
                        "WARNING benchmarks/index.md:204:4: there is no \"bench_199.json\" in benchmarks/, nor at that path of the repository [EK-REF-011]",
                        "ERROR models/model-24.json:11:131: unknown benchmark \"benchmark.bench_199\": did you mean benchmark.bench_099 or benchmark.bench_109 or benchmark.bench_119? (at /evaluation/benchmarks/7) [EK-REF-003]"),
                fault(
                        "an id twice",
                        "benchmarks/bench_020.json",
                        "benchmark.bench_020",
                        "benchmark.bench_021",
                        "ERROR benchmarks/bench_021.json:2:9: the id \"benchmark.bench_021\" stands in benchmarks/bench_020.json already; an id stands in one document (at /id) [EK-REF-009]"),
                fault(
                        "an alias that is an id",
                        "indicators/elo_rating.json",
                        "\"owner\"",
                        "\"aliases\": [\"win_rate\"], \"owner\"",
                        "ERROR indicators/elo_rating.json:6:15: \"win_rate\" is another name of \"elo_rating\", and the id of another indicator; a name belongs to one indicator (at /aliases/0) [EK-REF-009]"),
                fault(
                        "aliases of nothing",
                        "benchmarks/aliases.json",
                        "bench_011",
                        "bench_911",
                        "WARNING benchmarks/aliases.json:4:19: unknown benchmark \"The Eleventh\": known are benchmark.bench_000, benchmark.bench_001, benchmark.bench_002, benchmark.bench_003, benchmark.bench_004, benchmark.bench_005, benchmark.bench_006, benchmark.bench_007, benchmark.bench_008, benchmark.bench_009, … (at /The Eleventh) [EK-REF-010]"),
                fault(
                        "an index that names no file",
                        "benchmarks/index.md",
                        "`bench_003.json`",
                        "`bench_3.json`",
                        "NOTE benchmarks/index.md: 1 of 200 benchmarks is not named here: benchmarks/bench_003.json [EK-REF-012]",
                        "WARNING benchmarks/index.md:8:4: there is no \"bench_3.json\" in benchmarks/, nor at that path of the repository [EK-REF-011]"),
                fault(
                        "a list item that names no file",
                        "benchmarks/index.md",
                        "- bench_001.json —",
                        "- bench_1.json —",
                        "WARNING benchmarks/index.md:206:3: there is no \"bench_1.json\" in benchmarks/, nor at that path of the repository [EK-REF-011]"),
                fault(
                        "a link that leads nowhere",
                        "benchmarks/index.md",
                        "(bench_004.json)",
                        "(bench_4.json)",
                        "ERROR benchmarks/index.md:9:11: the link leads nowhere: there is no \"bench_4.json\" from benchmarks/ [EK-REF-013]"),
                fault(
                        "a link in a readme",
                        "models/README.md",
                        "../LICENSE",
                        "../LICENCE",
                        "ERROR models/README.md:3:60: the link leads nowhere: there is no \"../LICENCE\" from models/ [EK-REF-013]"),
                fault(
                        "an index that lacks one",
                        "benchmarks/index.md",
                        "| `bench_005.json` | – |\n",
                        "",
                        "NOTE benchmarks/index.md: 1 of 200 benchmarks is not named here: benchmarks/bench_005.json [EK-REF-012]"),
                added(
                        "a benchmark that nobody names",
                        "benchmarks/extra.json",
                        "{\"id\": \"benchmark.extra\"}",
                        "NOTE benchmarks/extra.json: no model names this benchmark [EK-REF-024]",
                        "NOTE benchmarks/index.md: 1 of 201 benchmarks is not named here: benchmarks/extra.json [EK-REF-012]"),
                added(
                        "an indicator that nobody names",
                        "indicators/bleu.json",
                        "{\"id\": \"bleu\"}",
                        "NOTE indicators/bleu.json: nothing names this indicator [EK-REF-023]"),
                added(
                        "a scenario without indicators",
                        "scenarios/empty/empty.json",
                        "{\"scenario_id\": \"empty\"}",
                        "NOTE scenarios/empty/empty.json:1:1: this scenario names no indicator [EK-REF-025]"),
                fault(
                        "a snapshot that is no JSON",
                        "benchmarks/snapshots/lmarena/1758787140.json",
                        "]",
                        "",
                        "ERROR benchmarks/snapshots/lmarena/1758787140.json:1:65: found the end of the document, expected a comma or the end of the array [EK-DOC-001]"),
                fault(
                        "a benchmark's snapshot",
                        "benchmarks/bench_002.json",
                        "\"source\"",
                        "\"snapshots\": [\"benchmarks/snapshots/lmarena/1.json\"], \"source\"",
                        "ERROR benchmarks/bench_002.json:5:17: the snapshot is not there: \"benchmarks/snapshots/lmarena/1.json\" does not exist in the repository (at /snapshots/0) [EK-REF-014]"),
                fault(
                        "a result that is no item",
                        run,
                        "\"accuracy_f1\", \"value\": 0.8, \"ci\": null, \"samples_used\"",
                        "\"accuracy_f1\", \"value\": 0.8, \"samples\"",
                        "ERROR reports/model-1_clsF1_1758787951/current.json:2:3: \"ci\" is missing from element 1 (at /0) [EK-DOC-002]",
                        "ERROR reports/model-1_clsF1_1758787951/current.json:2:3: \"samples_used\" is missing from element 1 (at /0) [EK-DOC-002]",
                        "ERROR reports/model-1_clsF1_1758787951/current.json:2:57: \"samples\" is not expected in element 1 (at /0/samples) [EK-DOC-002]"),
                fault(
                        "two items of one identity",
                        run,
                        "throughput_rps",
                        "latency_p99",
                        "ERROR reports/model-1_clsF1_1758787951/current.json:4:3: two items have the identity \"latency_p99 model=Large-1B\", this one and the one at reports/model-1_clsF1_1758787951/current.json:3:3; an identity stands once in a file: meta.model, meta.scenario, meta.dataset or meta.slice can set them apart [EK-DOC-001]"),
                fault(
                        "a metric of no indicator",
                        run,
                        "win_rate",
                        "wine_rate",
                        "WARNING reports/model-1_clsF1_1758787951/current.json:6:17: unknown indicator \"wine_rate\": did you mean win_rate? (at /4/metric_id) [EK-REF-018]"),
                fault(
                        "a negative latency",
                        run,
                        "119.49",
                        "-119.49",
                        "ERROR reports/model-1_clsF1_1758787951/current.json:3:41: found -119.49, expected 0 or more by evalkit's own latency_p99 (at /1/value) [EK-VAL-001]"),
                fault(
                        "a share over one",
                        run,
                        "0.006",
                        "600",
                        "ERROR reports/model-1_clsF1_1758787951/current.json:5:43: found 600, expected from 0 to 1 by evalkit's own toxicity (at /3/value) [EK-VAL-001]"),
                fault(
                        "a percentage",
                        run,
                        "\"value\": 0.8",
                        "\"value\": 80.2",
                        "WARNING reports/model-1_clsF1_1758787951/current.json:2:41: found 80.2, which looks like a percentage; expected a share from 0 to 1 by evalkit's own accuracy_f1 (at /0/value) [EK-VAL-002]"),
                fault(
                        "an interval beside its value",
                        "reports/model-3_odd_1758819999/current.json",
                        "[0.4, 0.6]",
                        "[0.1, 0.1]",
                        "ERROR reports/model-3_odd_1758819999/current.json:1:47: the interval [0.1, 0.1] does not hold the value 0.5 (at /ci) [EK-VAL-003]"),
                fault(
                        "a resampled interval beside its value",
                        "reports/model-3_odd_1758819999/current.json",
                        "[0.4, 0.6], \"samples_used\": 3, \"meta\": {",
                        "[0.6, 0.7], \"samples_used\": 3, \"meta\": {\"ci_method\": \"bca_bootstrap\", ",
                        "WARNING reports/model-3_odd_1758819999/current.json:1:47: the interval [0.6, 0.7] does not hold the value 0.5 (by bca_bootstrap) (at /ci) [EK-VAL-004]"),
                added(
                        "another direction",
                        "reports/model-1_asr_1758799999/current.json",
                        "{\"metric_id\": \"word_error_rate\", \"value\": 1.2, \"ci\": null, \"samples_used\": 3, \"meta\": {\"higher_is_better\": true}}",
                        "ERROR reports/model-1_asr_1758799999/current.json:1:108: found true, but the indicator \"word_error_rate\" says false (at /meta/higher_is_better) [EK-VAL-007]"),
                added(
                        "another unit",
                        "reports/model-1_asr_1758799999/current.json",
                        "{\"metric_id\": \"word_error_rate\", \"value\": 12, \"ci\": null, \"samples_used\": 3, \"meta\": {\"unit\": \"%\"}}",
                        "WARNING reports/model-1_asr_1758799999/current.json:1:95: found \"%\", but the indicator \"word_error_rate\" is in \"ratio\" (at /meta/unit) [EK-VAL-008]"),
                added(
                        "a run's folder that says nothing",
                        "reports/latest/current.json",
                        "[]",
                        "WARNING reports/latest: without a run.json a run's folder must be named <model>_<scenario>_<time>, as nothing else says what it is a run of [EK-REF-026]"));
    }
}
