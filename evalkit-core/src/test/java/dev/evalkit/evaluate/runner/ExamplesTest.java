package dev.evalkit.evaluate.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.IndicatorRun.Status;
import dev.evalkit.result.ResultItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repositories under {@code examples/} that need no build of their own, copied and evaluated. */
class ExamplesTest {
    private final Path folder;

    ExamplesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nineCoreIndicatorsAreEvaluatedInOneGoOnTheDefinitionsThatEvalkitBringsAlong() throws IOException {
        StoredRun run = evaluate("core-indicators", "assistant-1", "demo");
        assertThat(run.details().orElseThrow().indicators())
                .hasSize(9)
                .allSatisfy(
                        each -> assertThat(each.status()).as(each.toString()).isEqualTo(Status.OK));
        assertThat(run.results().items().stream().map(ResultItem::metricId))
                .containsAll(run.details().orElseThrow().indicators().stream()
                        .map(IndicatorRun::id)
                        .toList());
    }

    /** Ratings need battles of several models, and come with an evaluator of another module. */
    @Test
    void theOtherTwoSayWhichEvaluatorTheyNeed() {
        for (String each : List.of("elo_rating", "win_rate")) {
            SmallRepository repository = new SmallRepository(folder)
                    .file("scenarios/s.json", "{\"id\": \"s\", \"priority_indicators\": [\"" + each + "\"]}")
                    .file(
                            "benchmarks/battles/s.jsonl",
                            "{\"model_a\": \"m\", \"model_b\": \"n\", \"winner\": \"tie\"}");
            IndicatorRun run = repository.only();
            assertThat(run.status()).isEqualTo(Status.FAILED);
            assertThat(run.reason())
                    .startsWith("There is no evaluator builtin:" + (each.equals("win_rate") ? each : "bradley_terry"))
                    .contains("; there are accuracy, classification,");
        }
    }

    @Test
    void thePythonScriptPrintsTheMacroF1OfItsAnswers() throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasPython(), "skipped: this machine has no python3");
        StoredRun run = evaluate("python-f1", "tiny", "reviews");
        // 2 TP / (2 TP + FP + FN) averaged over the three classes, counted by hand from data/tiny.jsonl.
        assertThat(run.results().items()).singleElement().satisfies(item -> {
            assertThat(item.metricId()).isEqualTo("accuracy_f1");
            assertThat(item.value()).isEqualTo(0.8004594820384293);
            assertThat(item.samplesUsed()).isEqualTo(60);
        });
    }

    private StoredRun evaluate(String example, String model, String scenario) throws IOException {
        Path original = Path.of("..", "examples", example);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        EvaluationRepository repository = EvaluationRepository.open(folder);
        return new EvaluationRunner(repository, Evaluators.load(), SmallRepository.settings(), Progress.SILENT)
                .run(model, scenario, RunStore.of(repository));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process python = new ProcessBuilder("python3", "--version").start();
            return python.waitFor(10, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
