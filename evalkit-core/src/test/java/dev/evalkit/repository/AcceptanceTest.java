package dev.evalkit.repository;

import static dev.evalkit.repository.Runs.KEY;
import static dev.evalkit.repository.Runs.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {
    @TempDir
    Path root;

    private RunStore store;

    @BeforeEach
    void openStore() {
        store = RunStore.of(RepositoryFolder.small(root).open());
    }

    @Test
    void makesARunTheBaseline() throws IOException {
        StoredRun run = Runs.make(store, "2026-11-01T00:00:00Z", 0.5);
        assertThat(store.baseline(KEY)).isEmpty();
        AcceptTerms terms =
                AcceptTerms.because("first one").withMargins(Map.of("f1", 0.02)).withDiff("ab".repeat(32));
        StoredRun accepted = store.accept(run, terms, at("2026-11-02T00:00:00Z"));
        assertThat(accepted.folder()).isEqualTo(run.folder());
        assertThat(run.folder().resolve("baseline.json")).hasSameBinaryContentAs(run.current());
        assertThat(run.folder().resolve(".gitignore")).doesNotExist();
        assertThat(RunManifest.read(run.folder().resolve("run.json")).acceptance())
                .contains(new Acceptance(
                        Instant.parse("2026-11-02T00:00:00Z"),
                        "first one",
                        List.of(),
                        "ab".repeat(32),
                        new TreeMap<>(Map.of("f1", 0.02))));
        Baseline baseline = store.baseline(KEY).orElseThrow();
        assertThat(baseline.run()).isEqualTo(accepted);
        assertThat(baseline.file()).isEqualTo(run.folder().resolve("baseline.json"));
        assertThat(baseline.since()).isEqualTo("2026-11-02T00:00:00Z");
        assertThat(baseline.results().items()).extracting(ResultItem::value).containsExactly(0.5);
    }

    @Test
    void namesEveryRunThatItSupersedes() {
        StoredRun first = accept(Runs.make(store, "2026-11-01T00:00:00Z", 1), "2026-11-01T01:00:00Z");
        StoredRun second = accept(Runs.make(store, "2026-11-02T00:00:00Z", 2), "2026-11-02T01:00:00Z");
        StoredRun third = accept(Runs.make(store, "2026-11-03T00:00:00Z", 3), "2026-11-03T01:00:00Z");
        assertThat(third.acceptance().orElseThrow().previous()).containsExactly(first.id(), second.id());
        assertThat(store.accepted(KEY)).containsExactly(first, second, third);
        assertThat(store.baseline(KEY).orElseThrow().run()).isEqualTo(third);
    }

    @Test
    void changesNothingWhenTheRunIsTheBaselineAlready() throws IOException {
        StoredRun run = accept(Runs.make(store, "2026-11-01T00:00:00Z", 1), "2026-11-01T01:00:00Z");
        byte[] before = Files.readAllBytes(run.folder().resolve("run.json"));
        assertThat(store.accept(run, AcceptTerms.because("again"), at("2026-12-01T00:00:00Z")))
                .isEqualTo(run);
        assertThat(Files.readAllBytes(run.folder().resolve("run.json"))).isEqualTo(before);
    }

    @Test
    void finishesWhatACrashInterrupted() throws IOException {
        StoredRun run = accept(Runs.make(store, "2026-11-01T00:00:00Z", 1), "2026-11-01T01:00:00Z");
        Files.delete(run.folder().resolve("baseline.json"));
        Files.writeString(run.folder().resolve(".gitignore"), "*\n");
        assertThat(store.baseline(KEY).orElseThrow().file()).isEqualTo(run.current());
        accept(run, "2026-12-01T00:00:00Z");
        assertThat(run.folder().resolve("baseline.json")).hasSameBinaryContentAs(run.current());
        assertThat(run.folder().resolve(".gitignore")).doesNotExist();
    }

    @Test
    void refusesRunsWithFailedOrRequiredButSkippedIndicators() {
        StoredRun run = Runs.make(
                store,
                KEY,
                "2026-11-01T00:00:00Z",
                1,
                IndicatorRun.ok("f1", null, Duration.ZERO),
                new IndicatorRun("wer", null, IndicatorRun.Status.FAILED, "exit status 1", Duration.ZERO),
                new IndicatorRun("tox", null, IndicatorRun.Status.SKIPPED, "custom without a mapping", Duration.ZERO),
                new IndicatorRun("elo", null, IndicatorRun.Status.SKIPPED, "no evaluator", Duration.ZERO));
        assertThatThrownBy(() -> store.accept(
                        run, AcceptTerms.because("").withRequired(Set.of("f1", "tox")), at("2026-11-02T00:00:00Z")))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "reports/m_s_20261101T000000Z: this run is incomplete and cannot become a baseline: wer failed (exit "
                                + "status 1), tox was skipped (custom without a mapping); mend that and evaluate again");
        assertThat(run.folder().resolve("baseline.json")).doesNotExist();
    }

    @Test
    void refusesARunWithoutResults() throws IOException {
        StoredRun run = Runs.make(store, "2026-11-01T00:00:00Z", 1);
        Files.delete(run.current());
        assertThatThrownBy(() -> accept(run, "2026-11-02T00:00:00Z"))
                .hasMessage(
                        "reports/m_s_20261101T000000Z: there is no current.json in this run, so there is nothing to accept");
    }

    @Test
    void refusesResultsThatWereChangedByHand() throws IOException {
        StoredRun run = Runs.make(store, "2026-11-01T00:00:00Z", 1);
        Files.writeString(run.current(), "[]");
        assertThatThrownBy(() -> accept(run, "2026-11-02T00:00:00Z"))
                .hasMessageStartingWith(
                        "reports/m_s_20261101T000000Z/current.json: this file is not as the run made it: its "
                                + "SHA-256 is 4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945, that in run.json is ");
    }

    @Test
    void asksToChooseAfterTwoBranchesWereMerged(@TempDir Path branch) throws IOException {
        StoredRun common = accept(Runs.make(store, "2026-11-01T00:00:00Z", 1), "2026-11-01T01:00:00Z");
        copy(root, branch);
        StoredRun ours = accept(Runs.make(store, "2026-11-02T00:00:00Z", 2), "2026-11-02T01:00:00Z");
        RunStore other = RunStore.of(EvaluationRepository.open(branch));
        StoredRun theirs = other.accept(
                Runs.make(other, "2026-11-03T00:00:00Z", 3),
                AcceptTerms.because("newer data"),
                at("2026-11-03T01:00:00Z"));
        copy(branch, root);

        assertThatThrownBy(() -> store.baseline(KEY))
                .isInstanceOf(AmbiguousBaselineException.class)
                .hasMessage("""
                        m · s has 2 accepted runs that do not supersede one another (as after merging branches):
                          reports/m_s_20261102T000000Z (accepted 2026-11-02T01:00:00Z)
                          reports/m_s_20261103T000000Z (accepted 2026-11-03T01:00:00Z: newer data)
                        Accept the one that is to stay once more; it then supersedes the others""")
                .satisfies(e -> assertThat(((AmbiguousBaselineException) e).candidates())
                        .extracting(StoredRun::id)
                        .containsExactly(ours.id(), theirs.id()));

        StoredRun chosen = accept(ours, "2026-11-04T00:00:00Z");
        assertThat(store.baseline(KEY).orElseThrow().run()).isEqualTo(chosen);
        assertThat(chosen.folder()).isEqualTo(ours.folder());
        assertThat(chosen.acceptance().orElseThrow().previous()).containsExactly(common.id(), theirs.id());
    }

    @Test
    void copiesASupersededRunToGoBackToIt() throws IOException {
        StoredRun first = accept(Runs.make(store, "2026-11-01T00:00:00Z", 1), "2026-11-01T01:00:00Z");
        StoredRun second = accept(Runs.make(store, "2026-11-02T00:00:00Z", 2), "2026-11-02T01:00:00Z");
        StoredRun back = accept(first, "2026-11-03T01:00:00Z");
        assertThat(back.id()).isEqualTo("m_s_20261101T000000Z-2");
        assertThat(back.acceptance().orElseThrow().previous()).containsExactly(first.id(), second.id());
        assertThat(back.folder().resolve("baseline.json")).hasSameBinaryContentAs(first.current());
        assertThat(store.baseline(KEY).orElseThrow().run()).isEqualTo(back);
        assertThat(store.accepted(KEY)).hasSize(3);
    }

    @Test
    void copiesInARunFromElsewhereOnce(@TempDir Path elsewhere) throws IOException {
        RunStore ci = RunStore.of(RepositoryFolder.small(elsewhere).open());
        StoredRun artifact = Runs.make(ci, "2026-11-01T00:00:00Z", 0.5);
        Files.createDirectory(artifact.scores());
        Files.writeString(artifact.scores().resolve("f1.jsonl.gz"), "scores");
        Files.writeString(artifact.folder().resolve("summary.md"), "# Summary");
        Files.writeString(artifact.folder().resolve("build.log"), "noise");
        Path secret = Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(artifact.scores().resolve("link"), secret);

        StoredRun accepted = accept(store.open(artifact.folder()), "2026-11-02T00:00:00Z");

        assertThat(accepted.name()).isEqualTo("reports/m_s_20261101T000000Z");
        assertThat(accepted.folder().resolve("baseline.json")).hasSameBinaryContentAs(artifact.current());
        assertThat(accepted.folder().resolve("scores/f1.jsonl.gz")).hasContent("scores");
        assertThat(accepted.folder().resolve("summary.md")).exists();
        assertThat(accepted.folder().resolve("build.log")).doesNotExist();
        assertThat(accepted.folder().resolve("scores/link")).doesNotExist();
        assertThat(accepted.folder().resolve(".gitignore")).doesNotExist();
        assertThat(artifact.folder().resolve("baseline.json")).doesNotExist();
        assertThat(RunManifest.read(artifact.folder().resolve("run.json")).acceptance())
                .isEmpty();

        assertThat(accept(store.open(artifact.folder()), "2026-11-03T00:00:00Z"))
                .isEqualTo(accepted);
        assertThat(store.runs()).containsExactly(accepted);
    }

    @Test
    void givesACopyAnotherNameWhereARunOfThatNameIsThere(@TempDir Path elsewhere) {
        StoredRun here = Runs.make(store, "2026-11-01T00:00:00Z", 1);
        RunStore ci = RunStore.of(RepositoryFolder.small(elsewhere).open());
        StoredRun there = Runs.make(ci, "2026-11-01T00:00:00Z", 2);
        StoredRun accepted = accept(there, "2026-11-02T00:00:00Z");
        assertThat(accepted.id()).isEqualTo("m_s_20261101T000000Z-2");
        assertThat(accepted.results().items()).isEqualTo(there.results().items());
        assertThat(store.runs()).containsExactly(here, accepted);
        assertThat(accept(there, "2026-11-03T00:00:00Z")).isEqualTo(accepted);
    }

    private StoredRun accept(StoredRun run, String time) {
        return store.accept(run, AcceptTerms.because(""), at(time));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
