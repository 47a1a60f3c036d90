package dev.evalkit.evaluate.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.evalkit.EvalkitException;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.IndicatorRun.Status;
import dev.evalkit.result.ResultItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run: which indicators it has, what becomes of each, and what is recorded of them. */
class EvaluationRunnerTest {
    private final SmallRepository repository;

    EvaluationRunnerTest(@TempDir Path folder) {
        this.repository = new SmallRepository(folder);
    }

    private static String prints(String id) {
        return "echo '{\"metric_id\": \"" + id + "\", \"value\": 1}'";
    }

    private static List<String> indicators(StoredRun run) {
        return run.details().orElseThrow().indicators().stream()
                .map(IndicatorRun::id)
                .toList();
    }

    private static List<String> metrics(StoredRun run) {
        return run.results().items().stream().map(ResultItem::metricId).toList();
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromBeingRecordedAndTheRunIsIncomplete() {
        repository
                .script("a", prints("a"))
                .script("b", prints("b"), "exit 1")
                .script("c", prints("c"))
                .file("indicators/d.json", "{\"id\": \"d\"}");
        StoredRun run = repository.run();
        assertThat(run.details().orElseThrow().indicators())
                .extracting(IndicatorRun::id, IndicatorRun::status, IndicatorRun::reason)
                .containsExactly(
                        tuple("a", Status.OK, null),
                        tuple(
                                "b",
                                Status.FAILED,
                                "The script ended with status 1; it printed nothing to standard error"),
                        tuple("c", Status.OK, null),
                        tuple("d", Status.SKIPPED, "nothing computes it: its definition has no run_script_ref"));
        assertThat(metrics(run)).containsExactly("a", "c");
        assertThat(run.isComplete()).isFalse();
    }

    @Test
    void indicatorsAreEvaluatedSideBySide() {
        // Each waits until the other one has begun: one after the other they would wait until their deadline.
        String patience = ", \"timeout_seconds\": 60}";
        repository
                .indicator("a", "{\"script\": \"scripts/a.sh\"" + patience)
                .indicator("b", "{\"script\": \"scripts/b.sh\"" + patience)
                .file("scripts/a.sh", "touch a; until [ -e b ]; do sleep 0.05; done", prints("a"))
                .file("scripts/b.sh", "touch b; until [ -e a ]; do sleep 0.05; done", prints("b"));
        StoredRun run = repository.run(SmallRepository.settings().withThreads(2), Progress.SILENT);
        assertThat(metrics(run)).containsExactly("a", "b");
    }

    @Test
    void itHasTheIndicatorsThatTheScenarioListsInItsOrder() {
        repository.script("a", prints("a")).script("b", prints("b")).script("c", prints("c"));
        repository.file(
                "scenarios/s.json", "{\"id\": \"s\", \"priority_indicators\": [\"c\", {\"indicator\": \"a.recall\"}]}");
        assertThat(indicators(repository.run())).containsExactly("c", "a");
    }

    @Test
    void itHasTheIndicatorsThatWereAskedForInstead() {
        repository.script("a", prints("a")).script("b", prints("b"));
        repository.file("scenarios/s.json", "{\"id\": \"s\", \"priority_indicators\": [\"a\"]}");
        StoredRun run = repository.run(SmallRepository.settings().withIndicators(List.of("b")), Progress.SILENT);
        assertThat(indicators(run)).containsExactly("b");
    }

    @Test
    void itHasTheModelsIndicatorsWhereTheScenarioListsNone() {
        repository.script("a", prints("a")).script("b", prints("b"));
        repository.file("models/m.json", "{\"id\": \"m\", \"indicators\": [\"b\"]}");
        assertThat(indicators(repository.run())).containsExactly("b");
    }

    @Test
    void anUnknownIndicatorIsNamedWithTheNearestOneAndNoRunIsLeft() {
        repository.script("accuracy", prints("accuracy"));
        repository.file("scenarios/s.json", "{\"id\": \"s\", \"priority_indicators\": [\"acuracy\"]}");
        assertThatThrownBy(repository::run)
                .isInstanceOf(EvalkitException.class)
                .hasMessage("unknown indicator \"acuracy\": did you mean accuracy?");
        assertThat(repository.root().resolve("reports")).doesNotExist();
    }

    @Test
    void aRepositoryWithoutIndicatorsHasNothingToEvaluate() {
        assertThatThrownBy(repository::run)
                .hasMessage(
                        "There is nothing to evaluate: scenario s lists no indicators, model m none, and the repository has"
                                + " none in indicators/; write one after templates/indicator_template.json");
    }

    @Test
    void twoItemsOfOneIdentityAreAnErrorAndNoRunIsLeft() throws IOException {
        String item = "{\"metric_id\": \"a\", \"value\": 1, \"meta\": {\"slice\": {\"k\": \"v\"}}}";
        repository.script("a", "echo '[" + item + ", {\"metric_id\": \"a\", \"value\": 1}]'");
        repository.file(
                "indicators/b.json", "{\"id\": \"b\", \"aliases\": [\"a\"], \"run_script_ref\": \"scripts/a.sh\"}");
        assertThatThrownBy(repository::run)
                .hasMessage(
                        "Two items have the identity \"a model=m scenario=s k=v\": number 1 and number 3 of 4; an identity stands once in a"
                                + " file: meta.model, meta.scenario, meta.dataset or meta.slice can set them apart");
        try (Stream<Path> left = Files.list(repository.root().resolve("reports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void eachIndicatorIsToldOfAsItEnds() {
        repository.script("a", prints("a")).script("b", "exit 1");
        List<String> told = new ArrayList<>();
        repository.run(
                SmallRepository.settings().withThreads(1),
                (done, items) -> told.add(done.id() + " " + done.status().text() + " " + items.size()));
        assertThat(told).containsExactly("a ok 1", "b failed 0");
    }

    @Test
    void gitIgnoresTheRunUntilItIsAccepted() throws IOException {
        repository.script("a", prints("a"));
        assertThat(Files.readString(repository.run().folder().resolve(".gitignore")))
                .isEqualTo("*\n");
    }
}
