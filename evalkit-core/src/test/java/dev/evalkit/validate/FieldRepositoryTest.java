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
                fault("a model that is cut off", "models/model-3.json", "\"notes\": \"…\"\n}", "\"notes\": "),
                fault("a key twice", "benchmarks/bench_017.json", "\"source\"", "\"name\""),
                fault("a number that is not finite", "indicators/elo_rating.json", "0.82", "1e999"),
                fault("what the repository's own schema forbids", "models/model-4.json", "\"notes\"", "\"note\""),
                fault("what it demands", "models/model-4.json", "\"input_types\"", "\"input\""),
                fault("a type within a definition", "models/model-8.json", "8.5", "\"8b\""),
                fault("an indicator against evalkit's schema", "indicators/word_error_rate.json", "false", "\"no\""),
                fault("aliases of a wrong shape", "benchmarks/aliases.json", "\"bench_011\"", "11"),
                fault(
                        "a schema that is none",
                        "templates/model_schema.json",
                        "\"type\": \"object\",\n  \"required\"",
                        "\"type\": \"objct\",\n  \"required\""),
                fault("a benchmark that is not there", "models/model-5.5.json", "bench_043", "bench_0430x"),
                fault("a benchmark by likeness", "models/model-6.json", "benchmark.bench_052", "Bench-052"),
                fault("an indicator that a scenario does not find", scenario, "latency_p99", "latency_p95"),
                fault(
                        "thresholds for an indicator that is not there",
                        scenario,
                        "{\"indicator\": \"accuracy_f1\", ",
                        "{\"indicator\": \"acuracy_f1\", \"thresholds\": {\"absolute\": 1}, "),
                fault("an indicator among the others of a scenario", scenario, "\"toxicity\"", "\"toxcity\""),
                fault("a related metric", "indicators/accuracy_f1.json", "\"precision\"", "\"latency_p9\""),
                fault(
                        "a dependency",
                        "indicators/accuracy_f1.json",
                        "\"owner\"",
                        "\"depends_on\": [\"ind-x\"], \"owner\""),
                fault("a script that is not there", "indicators/win_rate.json", "scripts/run.py", "scripts/rum.py"),
                fault("a script outside", "indicators/elo_rating.json", "\"scripts/run.py\"", "\"../../run.py\""),
                fault(
                        "a script that is a folder",
                        "indicators/elo_rating.json",
                        "\"scripts/run.py\"",
                        "\"scripts/eval\""),
                fault("an evaluator that is not there", "indicators/toxicity.json", "builtin:rate", "builtin:rat"),
                removed("a benchmark that models and the index name", "benchmarks/bench_199.json"),
                fault("an id twice", "benchmarks/bench_020.json", "benchmark.bench_020", "benchmark.bench_021"),
                fault(
                        "an alias that is an id",
                        "indicators/elo_rating.json",
                        "\"owner\"",
                        "\"aliases\": [\"win_rate\"], \"owner\""),
                fault("aliases of nothing", "benchmarks/aliases.json", "bench_011", "bench_911"),
                fault("an index that names no file", "benchmarks/index.md", "`bench_003.json`", "`bench_3.json`"),
                fault(
                        "a list item that names no file",
                        "benchmarks/index.md",
                        "- bench_001.json —",
                        "- bench_1.json —"),
                fault("a link that leads nowhere", "benchmarks/index.md", "(bench_004.json)", "(bench_4.json)"),
                fault("a link in a readme", "models/README.md", "../LICENSE", "../LICENCE"),
                fault("an index that lacks one", "benchmarks/index.md", "| `bench_005.json` | – |\n", ""),
                added("a benchmark that nobody names", "benchmarks/extra.json", "{\"id\": \"benchmark.extra\"}"),
                added("an indicator that nobody names", "indicators/bleu.json", "{\"id\": \"bleu\"}"),
                added("a scenario without indicators", "scenarios/empty/empty.json", "{\"scenario_id\": \"empty\"}"),
                fault("a snapshot that is no JSON", "benchmarks/snapshots/lmarena/1758787140.json", "]", ""),
                fault(
                        "a benchmark's snapshot",
                        "benchmarks/bench_002.json",
                        "\"source\"",
                        "\"snapshots\": [\"benchmarks/snapshots/lmarena/1.json\"], \"source\""),
                fault(
                        "a result that is no item",
                        run,
                        "\"ci\": null, \"samples_used\": 100, \"meta\": {\"model\": \"Large-1B\"",
                        "\"samples\": 100, \"meta\": {\"model\": \"Large-1B\""),
                fault("two items of one identity", run, "throughput_rps", "latency_p99"),
                fault("a metric of no indicator", run, "win_rate", "wine_rate"),
                fault("a negative latency", run, "119.49", "-119.49"),
                fault("a share over one", run, "0.006", "600"),
                fault("a percentage", run, "\"value\": 0.8", "\"value\": 80.2"),
                fault(
                        "an interval beside its value",
                        "reports/model-3_odd_1758819999/current.json",
                        "[0.4, 0.6]",
                        "[0.1, 0.1]"),
                fault(
                        "a resampled interval beside its value",
                        "reports/model-3_odd_1758819999/current.json",
                        "[0.4, 0.6], \"samples_used\": 3, \"meta\": {",
                        "[0.6, 0.7], \"samples_used\": 3, \"meta\": {\"ci_method\": \"bca_bootstrap\", "),
                added(
                        "another direction",
                        "reports/model-1_asr_1758799999/current.json",
                        "{\"metric_id\": \"word_error_rate\", \"value\": 1.2, \"ci\": null, \"samples_used\": 3, \"meta\": {\"higher_is_better\": true}}"),
                added(
                        "another unit",
                        "reports/model-1_asr_1758799999/current.json",
                        "{\"metric_id\": \"word_error_rate\", \"value\": 12, \"ci\": null, \"samples_used\": 3, \"meta\": {\"unit\": \"%\"}}"),
                added("a run's folder that says nothing", "reports/latest/current.json", "[]"));
    }
}
