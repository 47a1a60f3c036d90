package dev.evalkit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.result.RunManifest.GitState;
import dev.evalkit.result.RunManifest.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunManifestTest {
    private static final RunManifest RUN = new RunManifest(
            "qwen3-8b_voice_qa_20261101T101500Z",
            "qwen3-8b",
            "voice_qa",
            Instant.parse("2026-11-01T10:15:00Z"),
            Instant.parse("2026-11-01T10:15:07.250Z"),
            42L,
            new Tool("0.1.0", "17.0.15 (Debian)", "Linux 6.1 amd64"),
            new GitState("0123456789abcdef0123456789abcdef01234567", true),
            List.of(
                    IndicatorRun.ok("accuracy_f1", "ab".repeat(32), Duration.ofMillis(1234)),
                    new IndicatorRun(
                            "toxicity", null, IndicatorRun.Status.SKIPPED, "custom without a mapping", Duration.ZERO)),
            "cd".repeat(32),
            new Acceptance(
                    Instant.parse("2026-11-02T09:00:00Z"),
                    "first",
                    List.of("qwen3-8b_voice_qa_20261001T000000Z"),
                    null,
                    new TreeMap<>(Map.of("latency_p99", 50.0, "accuracy_f1", 0.02))));

    @TempDir
    Path folder;

    @Test
    void isWrittenCanonicallyAndReadBackTheSame() {
        Path file = folder.resolve("run.json");
        RUN.write(file);
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("""
                {
                  "schema_version": 1,
                  "needs_evalkit": "0.1.0",
                  "run": "qwen3-8b_voice_qa_20261101T101500Z",
                  "model": "qwen3-8b",
                  "scenario": "voice_qa",
                  "started": "2026-11-01T10:15:00Z",
                  "finished": "2026-11-01T10:15:07.250Z",
                  "seed": 42,
                  "tool_version": "0.1.0",
                  "java": "17.0.15 (Debian)",
                  "os": "Linux 6.1 amd64",
                  "git": {
                    "commit": "0123456789abcdef0123456789abcdef01234567",
                    "dirty": true
                  },
                  "indicators": [
                    {
                      "id": "accuracy_f1",
                      "sha256": "abababababababababababababababababababababababababababababababab",
                      "status": "ok",
                      "reason": null,
                      "duration_ms": 1234
                    },
                    {
                      "id": "toxicity",
                      "sha256": null,
                      "status": "skipped",
                      "reason": "custom without a mapping",
                      "duration_ms": 0
                    }
                  ],
                  "items_sha256": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
                  "accepted": {
                    "at": "2026-11-02T09:00:00Z",
                    "reason": "first",
                    "previous": [
                      "qwen3-8b_voice_qa_20261001T000000Z"
                    ],
                    "diff_sha256": null,
                    "margins": {
                      "accuracy_f1": 0.02,
                      "latency_p99": 50.0
                    }
                  }
                }
                """);
        assertThat(RunManifest.read(file)).isEqualTo(RUN);
    }

    @Test
    void needsOnlyTheIdsAndTheTimes() throws IOException {
        RunManifest run = read("");
        assertThat(run.seed()).isNull();
        assertThat(run.tool()).isNull();
        assertThat(run.git()).isNull();
        assertThat(run.indicators()).isEmpty();
        assertThat(run.acceptance()).isEmpty();
        Path file = folder.resolve("again.json");
        run.write(file);
        assertThat(RunManifest.read(file)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema_version": 2, "needs_evalkit": "0.4.0" | 6:19: "schema_version" 2 is newer than 1, the newest that this evalkit reads; it needs evalkit 0.4.0 or newer
            "schema_version": 2 | 6:19: "schema_version" 2 is newer than 1, the newest that this evalkit reads; it needs a newer evalkit
            "accepted": {"at": "yesterday"} | 6:20: "at" must be a time like 2026-11-23T14:00:00Z, found "yesterday"
            "indicators": [{"id": "a", "status": "fine"}] | 6:38: "status" must be ok, skipped or failed, found "fine"
            "indicators": [{"id": "a", "status": "failed"}] | 1:1: Indicator a is failed without a reason
            "accepted": {"at": "2026-11-02T09:00:00Z", "margins": {"a": -1}} | 1:1: The margin of a must be 0 or more: -1.0
            "seed": "42" | 6:9: "seed" must be a whole number, found the string "42"
            """)
    void saysWhereWhatIsWrong(String member, String message) {
        assertThatThrownBy(() -> read(",\n" + member))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("reports/r/run.json:" + message);
    }

    @Test
    void countsTimesInMilliseconds() {
        Instant started = Instant.parse("2026-11-01T10:15:00.123456789Z");
        RunManifest run = new RunManifest("r", "m", "s", started, started, null, null, null, List.of(), null);
        assertThat(run.started()).isEqualTo("2026-11-01T10:15:00.123Z");
    }

    private RunManifest read(String more) throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(file, """
                {"run": "r",
                 "model": "m",
                 "scenario": "s",
                 "started": "2026-11-01T10:15:00Z",
                 "finished": "2026-11-01T10:15:07Z"%s}
                """.formatted(more));
        return RunManifest.read(file, "reports/r/run.json");
    }
}
