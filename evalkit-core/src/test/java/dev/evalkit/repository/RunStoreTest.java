package dev.evalkit.repository;

import static dev.evalkit.repository.Runs.KEY;
import static dev.evalkit.repository.Runs.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    @TempDir
    Path root;

    private RunStore store;

    @BeforeEach
    void openStore() {
        store = RunStore.of(RepositoryFolder.small(root).open());
    }

    @Test
    void publishesARunThatGitIgnoresUntilItIsAccepted() throws IOException {
        StoredRun run;
        try (RunDraft draft = store.begin(KEY, at("2026-11-01T10:15:00Z"))) {
            Files.writeString(
                    Files.createDirectory(draft.folder().resolve("scores")).resolve("f1.jsonl"), "{}");
            assertThat(draft.folder().getFileName().toString()).startsWith(".");
            assertThat(store.runs()).isEmpty();
            run = draft.publish(Runs.manifest(draft), Runs.results(0.5));
        }
        Path folder = root.resolve("reports/m_s_20261101T101500Z");
        assertThat(run.folder()).isEqualTo(folder);
        assertThat(run.name()).isEqualTo("reports/m_s_20261101T101500Z");
        assertThat(names(folder)).containsExactlyInAnyOrder(".gitignore", "current.json", "run.json", "scores");
        assertThat(folder.resolve(".gitignore")).hasContent("*\n");
        assertThat(RunManifest.read(folder.resolve("run.json")).run()).isEqualTo("m_s_20261101T101500Z");
        assertThat(store.runs(KEY)).containsExactly(run);
        assertThat(run.results().items()).isEqualTo(Runs.results(0.5).items());
        assertThat(run.acceptance()).isEmpty();
    }

    @Test
    void leavesNothingBehindOfARunThatIsNotPublished() throws IOException {
        try (RunDraft draft = store.begin(KEY, at("2026-11-01T10:15:00Z"))) {
            Files.writeString(draft.folder().resolve("partial.json"), "{");
        }
        assertThat(names(root.resolve("reports"))).isEmpty();
    }

    @Test
    void leavesOutWhatACrashLeftBehind() throws IOException {
        Path left = Files.createDirectories(root.resolve("reports/.m_s_20261101T101500Z.tmp-1a2b3c4d"));
        Files.writeString(left.resolve("current.json"), "[{\"metric");
        StoredRun run = Runs.make(store, "2026-11-01T10:15:00Z", 0.5);
        assertThat(run.id()).isEqualTo("m_s_20261101T101500Z");
        assertThat(store.runs()).containsExactly(run);
        assertThat(store.problems()).isEmpty();
    }

    @Test
    void givesRunsOfOneSecondACounterThatTheirManifestsKnow()
            throws IOException, InterruptedException, ExecutionException {
        int threads = 4;
        CyclicBarrier barrier = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<StoredRun>> made = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            double value = i;
            made.add(pool.submit(() -> {
                barrier.await();
                return Runs.make(store, "2026-11-01T10:15:00Z", value);
            }));
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            StoredRun run = made.get(i).get();
            ids.add(run.id());
            assertThat(RunManifest.read(run.folder().resolve("run.json")).run()).isEqualTo(run.id());
            assertThat(run.results().items().get(0).value()).isEqualTo(i);
        }
        pool.shutdown();
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "m_s_20261101T101500Z",
                        "m_s_20261101T101500Z-2",
                        "m_s_20261101T101500Z-3",
                        "m_s_20261101T101500Z-4");
        assertThat(store.runs()).extracting(StoredRun::id).isSorted();
    }

    @Test
    void makesFolderNamesFromIdsOfAnyKindAndKeepsTheIds() {
        RunKey key = new RunKey("Qwen/Qwen3 8B", "../../etc");
        StoredRun run = Runs.make(store, key, "2026-11-01T10:15:00Z", 1);
        assertThat(run.folder().getParent()).isEqualTo(root.resolve("reports"));
        assertThat(store.runs(key)).extracting(StoredRun::key).containsExactly(key);
    }

    @Test
    void ordersRunsByTimeAndThenByCounter() {
        for (int i = 0; i < 11; i++) {
            Runs.make(store, "2026-11-01T10:15:00Z", i);
        }
        StoredRun early = Runs.make(store, "2026-10-01T10:15:00Z", 99);
        assertThat(store.runs(KEY))
                .extracting(run -> run.results().items().get(0).value())
                .containsExactly(99.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        assertThat(store.runs(KEY).get(0)).isEqualTo(early);
        assertThat(store.newest(KEY).orElseThrow().id()).isEqualTo("m_s_20261101T101500Z-11");
    }

    @Test
    void trustsTheManifestAndNotTheFoldersName() throws IOException {
        StoredRun run = Runs.make(store, "2026-11-01T10:15:00Z", 1);
        Files.move(run.folder(), root.resolve("reports/renamed"));
        StoredRun renamed = store.runs(KEY).get(0);
        assertThat(renamed.id()).isEqualTo(run.id());
        assertThat(renamed.name()).isEqualTo("reports/renamed");
    }

    @Test
    void takesForTheNewestNeitherIncompleteRunsNorTheBaselineNorWhatIsOlderThanItsAcceptance() {
        StoredRun accepted = Runs.make(store, "2026-11-01T00:00:00Z", 1);
        Runs.make(store, "2026-11-02T00:00:00Z", 2);
        store.accept(accepted, AcceptTerms.because(""), at("2026-11-03T00:00:00Z"));
        Baseline baseline = store.baseline(KEY).orElseThrow();
        assertThat(store.newest(KEY, baseline)).isEmpty();
        StoredRun fresh = Runs.make(store, "2026-11-04T00:00:00Z", 3);
        Runs.make(
                store,
                KEY,
                "2026-11-05T00:00:00Z",
                4,
                new IndicatorRun("f1", null, IndicatorRun.Status.FAILED, "exit status 1", Duration.ZERO));
        assertThat(store.newest(KEY, baseline)).contains(fresh);
        assertThat(store.newest(KEY)).contains(fresh);
    }

    @Test
    void keepsRunsOfABuildApartFromBaselines() {
        RunStore builds = RunStore.of(EvaluationRepository.open(root), Path.of("target/evalkit"));
        StoredRun run = Runs.make(builds, "2026-11-01T00:00:00Z", 1);
        assertThat(run.folder()).isEqualTo(root.resolve("target/evalkit/m_s_20261101T000000Z"));
        assertThat(store.runs()).isEmpty();
        StoredRun accepted = builds.accept(run, AcceptTerms.because("first"), at("2026-11-02T00:00:00Z"));
        assertThat(accepted.folder()).isEqualTo(root.resolve("reports/m_s_20261101T000000Z"));
        assertThat(builds.runs()).containsExactly(accepted);
        assertThat(builds.baseline(KEY).orElseThrow().run()).isEqualTo(accepted);
    }

    @Test
    void saysWhichRunCannotBeReadAndReadsTheOthers() throws IOException {
        StoredRun good = Runs.make(store, "2026-11-01T00:00:00Z", 1);
        new RepositoryFolder(root).with("reports/n_s_20261102T000000Z/run.json", "{\"schema_version\": 2}");
        assertThat(store.runs()).containsExactly(good);
        String message =
                "reports/n_s_20261102T000000Z/run.json:1:20: \"schema_version\" 2 is newer than 1, the newest that this "
                        + "evalkit reads; it needs a newer evalkit";
        assertThat(store.problems()).extracting(Problem::toString).containsExactly(message);
        assertThat(store.newest(KEY)).contains(good);
        assertThatThrownBy(() -> store.newest(new RunKey("n", "s"))).hasMessage(message);
        assertThatThrownBy(() -> store.baseline(new RunKey("n", "s"))).hasMessage(message);
    }

    @Test
    void opensARunAnywhere(@TempDir Path elsewhere) throws IOException {
        StoredRun run = Runs.make(store, "2026-11-01T00:00:00Z", 1);
        Path moved = Files.move(run.folder(), elsewhere.resolve("artifact"));
        assertThat(store.open(moved).key()).isEqualTo(KEY);
        assertThatThrownBy(() -> store.open(root.resolve("reports/none")))
                .hasMessage("reports/none: there is no such folder, expected a run's");
        assertThatThrownBy(() -> store.open(root.resolve("models")))
                .hasMessage("models: this is no run: there is no run.json, current.json or baseline.json in it");
    }

    @Test
    void doesNotFollowLinksOutOfTheFolder(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("current.json"), "[]");
        Files.createDirectories(root.resolve("reports"));
        Files.createSymbolicLink(root.resolve("reports/m_s_20261101T000000Z"), outside);
        assertThat(store.runs()).isEmpty();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
