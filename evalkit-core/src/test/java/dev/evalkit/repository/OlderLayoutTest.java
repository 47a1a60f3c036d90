package dev.evalkit.repository;

import static dev.evalkit.repository.Runs.KEY;
import static dev.evalkit.repository.Runs.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.io.Slugs;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.RunManifest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderLayoutTest {
    @TempDir
    Path root;

    private RepositoryFolder files;

    @BeforeEach
    void makeFiles() {
        files = RepositoryFolder.small(root);
    }

    @Test
    void readsARunWithoutAManifestByItsFoldersName() {
        files.with("reports/m_s_20251101T000000Z/current.json", items(1));
        StoredRun run = store().runs(KEY).get(0);
        assertThat(run.started()).isEqualTo("2025-11-01T00:00:00Z");
        assertThat(run.details()).isEmpty();
        assertThat(run.isComplete()).isTrue();
        assertThat(run.otherSide()).isEmpty();
        assertThat(run.results().items()).extracting(ResultItem::value).containsExactly(1.0);
    }

    @Test
    void readsEpochSecondsAndOrdersThemWithOtherTimes() {
        files.with("reports/m_s_1761955200/current.json", items(1))
                .with("reports/m_s_20251101T000001Z/current.json", items(2))
                .with("reports/m_s_1761955199/current.json", items(0));
        assertThat(store().runs(KEY))
                .extracting(StoredRun::id)
                .containsExactly("m_s_1761955199", "m_s_1761955200", "m_s_20251101T000001Z");
        assertThat(store().runs(KEY).get(1).started()).isEqualTo("2025-11-01T00:00:00Z");
    }

    @Test
    void takesTheBaselineBesideTheResultsForTheOtherSide() {
        files.with("reports/m_s_1761955200/current.json", items(2))
                .with("reports/m_s_1761955200/baseline.json", items(1));
        StoredRun run = store().newest(KEY).orElseThrow();
        assertThat(run.otherSide()).contains(root.resolve("reports/m_s_1761955200/baseline.json"));
        assertThat(run.acceptance()).isEmpty();
        Baseline baseline = store().baseline(KEY).orElseThrow();
        assertThat(baseline.results().items()).extracting(ResultItem::value).containsExactly(1.0);
        assertThat(store().newest(KEY, baseline)).contains(run);
    }

    @Test
    void comparesANewRunWithTheNewestOlderBaseline() {
        files.with("reports/m_s_1761955200/baseline.json", items(1))
                .with("reports/m_s_1761955300/baseline.json", items(2))
                .with("reports/m_s_1761955300/current.json", items(3))
                .with("reports/m_s_1761955400/current.json", items(4));
        assertThat(store().baseline(KEY).orElseThrow().file())
                .isEqualTo(root.resolve("reports/m_s_1761955300/baseline.json"));
        StoredRun run = Runs.make(store(), "2026-11-01T00:00:00Z", 5);
        assertThat(store().newest(KEY, store().baseline(KEY).orElseThrow())).contains(run);
        StoredRun accepted = store().accept(run, AcceptTerms.because(""), at("2026-11-02T00:00:00Z"));
        assertThat(store().baseline(KEY).orElseThrow().run()).isEqualTo(accepted);
    }

    @Test
    void readsAFolderOfBaselinesByModel() {
        files.with("baselines/m/20251101T000000Z/baseline.json", items(1))
                .with("baselines/m/1761955300/metrics.json", items(2))
                .with("baselines/m/1761955400/notes.txt", "")
                .with("baselines/other/1761955500/baseline.json", items(3));
        Baseline baseline = store().baseline(KEY).orElseThrow();
        assertThat(baseline.file()).isEqualTo(root.resolve("baselines/m/1761955300/metrics.json"));
        assertThat(baseline.since()).isEqualTo("2025-11-01T00:01:40Z");
        assertThat(baseline.run().name()).isEqualTo("baselines/m/1761955300");
        assertThat(baseline.results().items()).extracting(ResultItem::value).containsExactly(2.0);
    }

    @Test
    void leavesOutABaselineWhoseItemsAreOfAnotherScenario() {
        files.with("scenarios/t.json", "{}")
                .with(
                        "reports/baselines/m/1761955300/baseline.json",
                        "[{\"metric_id\": \"f1\", \"value\": 1, \"meta\": {\"scenario\": \"t\"}}]");
        assertThat(store().baseline(KEY)).isEmpty();
        assertThat(store().baseline(new RunKey("m", "t"))).isPresent();
    }

    @Test
    void doesNotLookForBaselinesOutsideWhateverAModelIsCalled() {
        files.with("secret/1761955300/baseline.json", items(1));
        assertThat(store().baseline(new RunKey("../secret", "s"))).isEmpty();
    }

    @Test
    void cutsNamesWithUnderscoresWhereKnownIdsAre() {
        files.with("models/big_model.json", "{}")
                .with("scenarios/voice_qa.json", "{}")
                .with("reports/big_model_voice_qa_1761955200/current.json", items(1))
                .with("reports/big_model_gone_away_1761955200/current.json", items(1))
                .with("reports/lost_one_voice_qa_1761955200/current.json", items(1))
                .with("reports/gpt-4o_ocr_hard_1761955200-2/current.json", items(1));
        assertThat(store().problems()).isEmpty();
        assertThat(store().runs())
                .extracting(StoredRun::key)
                .containsExactlyInAnyOrder(
                        new RunKey("big_model", "voice_qa"),
                        new RunKey("big_model", "gone_away"),
                        new RunKey("lost_one", "voice_qa"),
                        new RunKey("gpt-4o", "ocr_hard"));
    }

    @Test
    void knowsIdsByTheirSlugs() {
        files.with("models/q.json", "{\"id\": \"Qwen/Qwen3-8B\"}")
                .with("reports/" + Slugs.of("Qwen/Qwen3-8B") + "_s_1761955200/current.json", items(1));
        assertThat(store().runs()).extracting(StoredRun::key).containsExactly(new RunKey("Qwen/Qwen3-8B", "s"));
    }

    @Test
    void saysWhatANameDoesNotTell() {
        files.with("models/a.json", "{}")
                .with("models/a_b.json", "{}")
                .with("scenarios/b_c.json", "{}")
                .with("scenarios/c.json", "{}")
                .with("reports/a_b_c_1761955200/current.json", items(1))
                .with("reports/old results/current.json", items(1))
                .with("reports/assets/logo.svg", "");
        assertThat(store().problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "reports/a_b_c_1761955200: the folder's name can mean each of [a · b_c, a_b · c], and there is no run.json "
                                + "that says which; rename the folder or add a run.json",
                        "reports/old results: without a run.json a run's folder must be named <model>_<scenario>_<time>, as "
                                + "nothing else says what it is a run of");
        assertThatThrownBy(() -> store().baseline(new RunKey("a", "b_c")))
                .hasMessageStartingWith("reports/a_b_c_1761955200: the folder's name can mean");
    }

    @Test
    void writesAManifestWhenARunOfAnOlderLayoutIsAccepted() {
        files.with("reports/m_s_1761955200/current.json", items(2))
                .with("reports/m_s_1761955200/baseline.json", items(1));
        StoredRun accepted = store().accept(
                        store().newest(KEY).orElseThrow(),
                        AcceptTerms.because("as it was"),
                        at("2026-11-02T00:00:00Z"));
        RunManifest manifest = RunManifest.read(accepted.folder().resolve("run.json"));
        assertThat(manifest.run()).isEqualTo("m_s_1761955200");
        assertThat(manifest.started()).isEqualTo("2025-11-01T00:00:00Z");
        assertThat(manifest.tool()).isNull();
        assertThat(accepted.folder().resolve("baseline.json")).hasSameBinaryContentAs(accepted.current());
        assertThat(store().baseline(KEY).orElseThrow().results().items())
                .extracting(ResultItem::value)
                .containsExactly(2.0);
    }

    private RunStore store() {
        return RunStore.of(files.open());
    }

    private static String items(double value) {
        return "[{\"metric_id\": \"f1\", \"value\": " + value + ", \"ci\": null, \"samples_used\": 10, \"meta\": {}}]";
    }
}
