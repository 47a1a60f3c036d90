package dev.evalkit.lmarena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkIndexTest {
    private static final String HEAD = """
            <!-- evalkit:snapshots -->
            | snapshot | board | published | rows | license | attribution |
            | --- | --- | --- | --- | --- | --- |
            """;
    private static final String FIRST =
            "| [20261123T140000Z.json](snapshots/lmarena/20261123T140000Z.json) | lmarena text | 2026-01-02 | 1 | not stated | LMArena, arena-catalog, https://github.com/lmarena/arena-catalog |\n";
    private static final String END = "<!-- /evalkit:snapshots -->\n";

    @TempDir
    Path root;

    private PullFixture pull;
    private StoredSnapshot first;

    @BeforeEach
    void pullOnce() {
        pull = new PullFixture(root).with("2026-01-02.json", "{\"full\": {\"heron\": {\"rating\": 1200.5}}}");
        first = pull.pull("2026-01-02.json", PullRequest.of("text")).snapshot();
    }

    private String index() throws IOException {
        return Files.readString(root.resolve("benchmarks/index.md"));
    }

    @Test
    void aFileThatIsNotThereIsMade() throws IOException {
        assertThat(BenchmarkIndex.of(pull.repository()).add(first)).isTrue();
        assertThat(index()).isEqualTo("# Benchmarks\n\n" + HEAD + FIRST + END);
    }

    @Test
    void aSecondTimeNothingIsAdded() throws IOException {
        BenchmarkIndex index = BenchmarkIndex.of(pull.repository());
        index.add(first);
        String before = index();
        assertThat(index.add(first)).isFalse();
        assertThat(index()).isEqualTo(before);
    }

    @Test
    void theRestOfTheFileStaysAsItIs() throws IOException {
        String above = "# What we look at\r\n\r\n* mmlu\t\r\n\n";
        pull.with("benchmarks/index.md", above + "<!-- evalkit:snapshots --><!-- /evalkit:snapshots -->\n## Below");
        BenchmarkIndex index = BenchmarkIndex.of(pull.repository());
        index.add(first);
        pull.with("2026-01-02.json", "{\"full\": {\"heron\": {\"rating\": 1300.5}}}");
        index.add(pull.pull("2026-01-02.json", PullRequest.of("text")).snapshot());
        assertThat(index())
                .isEqualTo(above + HEAD + FIRST + FIRST.replace("00Z.json", "00Z-2.json") + END + "## Below");
    }

    @Test
    void aFileWithoutMarkersGetsThemAtItsEnd() throws IOException {
        pull.with("benchmarks/index.md", "# Ours");
        BenchmarkIndex.of(pull.repository()).add(first);
        assertThat(index()).isEqualTo("# Ours\n\n" + HEAD + FIRST + END);
    }

    @Test
    void oneMarkerWithoutTheOtherIsRefused() throws IOException {
        pull.with("benchmarks/index.md", "<!-- evalkit:snapshots -->\n");
        assertThatThrownBy(() -> BenchmarkIndex.of(pull.repository()).add(first))
                .hasMessage(
                        "benchmarks/index.md: found one of the markers <!-- evalkit:snapshots --> and <!-- /evalkit:snapshots --> without the other, or in the wrong order; put it right, or remove it");
        assertThat(index()).isEqualTo("<!-- evalkit:snapshots -->\n");
    }
}
