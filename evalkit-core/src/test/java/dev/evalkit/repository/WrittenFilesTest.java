package dev.evalkit.repository;

import static dev.evalkit.repository.Runs.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import dev.evalkit.result.RunManifest.GitState;
import dev.evalkit.result.RunManifest.Tool;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFilesTest {
    private static final RunKey KEY = new RunKey("Qwen/Qwen3 8B", "sprach-qualität");

    @TempDir
    Path root;

    @Test
    void conformToTheirSchemas() {
        RunStore store = RunStore.of(EvaluationRepository.open(root));
        StoredRun run = write(store);
        conforms(DocumentKind.RESULTS, run.current());
        conforms(DocumentKind.RUN, run.folder().resolve("run.json"));
        StoredRun accepted = store.accept(
                run, AcceptTerms.because("").withMargins(Map.of("f1 dataset=d", 0.02)), at("2026-11-02T00:00:00Z"));
        conforms(DocumentKind.RESULTS, accepted.folder().resolve("baseline.json"));
        conforms(DocumentKind.RUN, accepted.folder().resolve("run.json"));
    }

    @Test
    void conformToTheirSchemasAlsoWhereARunOfAnOlderLayoutWasAccepted() {
        RepositoryFolder files = RepositoryFolder.small(root)
                .with("reports/m_s_1761955200/current.json", "[{\"metric_id\": \"f1\", \"value\": 1}]");
        RunStore store = RunStore.of(files.open());
        StoredRun run = store.newest(Runs.KEY).orElseThrow();
        store.accept(run, AcceptTerms.because("as it was"), at("2026-11-02T00:00:00Z"));
        conforms(DocumentKind.RUN, run.folder().resolve("run.json"));
    }

    @Test
    void areTheSameBytesInAnyLocaleAndTimeZone(@TempDir Path elsewhere) throws IOException {
        StoredRun here = write(RunStore.of(EvaluationRepository.open(root)));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        StoredRun there;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            there = write(RunStore.of(EvaluationRepository.open(elsewhere)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(there.name()).isEqualTo(here.name());
        for (String file : List.of("current.json", "run.json", ".gitignore")) {
            assertThat(Files.readAllBytes(there.folder().resolve(file)))
                    .isEqualTo(Files.readAllBytes(here.folder().resolve(file)));
        }
    }

    private static StoredRun write(RunStore store) {
        try (RunDraft draft = store.begin(KEY, at("2026-11-01T10:15:00.5Z"))) {
            RunManifest manifest = new RunManifest(
                    "",
                    KEY.model(),
                    KEY.scenario(),
                    draft.started(),
                    draft.started().plusMillis(1234),
                    42L,
                    new Tool("0.1.0", "17.0.15", "Linux 6.1 amd64"),
                    new GitState("0123456789abcdef0123456789abcdef01234567", false),
                    List.of(
                            IndicatorRun.ok("f1", "ab".repeat(32), Duration.ofMillis(1234)),
                            new IndicatorRun("wer", null, IndicatorRun.Status.SKIPPED, "no evaluator", Duration.ZERO)),
                    null);
            Meta meta = Meta.of(Map.of(Meta.DATASET, "d"))
                    .with(Meta.SLICE, Map.of("year", 2024))
                    .with(Meta.CI_LEVEL, 0.95)
                    .with(Meta.WARNINGS, List.of("few samples"));
            return draft.publish(
                    manifest,
                    ResultSet.of(List.of(
                            new ResultItem("f1", 0.5, Interval.of(0.4, Double.POSITIVE_INFINITY), 10L, meta),
                            new ResultItem("f1", 1e-9, null, null, Meta.EMPTY))));
        }
    }

    private static void conforms(DocumentKind kind, Path file) {
        assertThat(Schemas.bundled().get(kind).validate(JsonDocument.read(file)))
                .isEmpty();
    }
}
