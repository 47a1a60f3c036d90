package dev.evalkit.lmarena.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.lmarena.board.Board;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Notices;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Regime;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.lmarena.source.FileSource;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.result.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardPageTest {
    private static final Path BOARDS = Path.of("../../shared/lmarena/snapshots");

    @TempDir
    private Path root;

    @Test
    void aSourceHasAPageWithRatingsHistoryAndChangesOfRegime() throws IOException {
        store("20260101T000000Z", board(0, "m", 10));
        store("20260201T000000Z", board(2, "m", 9));
        store("20260301T000000Z", board(40, "m", 10));

        String page = LeaderboardPage.of(repository(), "lmarena").orElseThrow().document();

        assertThat(page)
                .contains("As of 2026-03-01, 3 snapshots since 2026-01-01. Source: LMArena")
                .contains("<li>2026-03-01: shift in overall: ")
                .contains("Ratings in overall")
                .contains("<th scope=\"row\">m0</th>")
                .contains("1040.0 [1038.0, 1042.0]")
                .contains("incomparable")
                .contains("<title>2026-02-01 · not on the board</title>");
        assertThat(LeaderboardPage.of(repository(), "another")).isEmpty();
        assertThat(LeaderboardPage.all(repository())).containsOnlyKeys("lmarena");
    }

    @Test
    void hostileNamesStayText() throws IOException {
        String hostile = "<script>alert(1)</script>\"'`|\u202E";
        store("20260101T000000Z", board(0, hostile, 10));
        store("20260201T000000Z", board(1, hostile, 10));

        assertThat(LeaderboardPage.of(repository(), "lmarena").orElseThrow().document())
                .doesNotContain("<script>alert", "\u202E");
    }

    @Test
    void theDatedBoardsOfTheArenaAreAHistory() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(BOARDS), "needs ../shared/lmarena, which is not there");
        List<Path> files;
        try (Stream<Path> all = Files.list(BOARDS)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("20"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String day = file.getFileName().toString().substring(0, 10);
            Board board = new FileSource(file, file.getFileName().toString()).read("text");
            store(day.replace("-", "") + "T000000Z", board.origin(), board.regime(), board.rows());
        }

        String page = LeaderboardPage.of(repository(), "lmarena").orElseThrow().document();

        // The last board has other models fixed and other intervals than those before; see the drift's own tests.
        assertThat(page)
                .contains("5 snapshots since 2025-02-28")
                .contains("<li>2025-12-11: ci_kind: bootstrap_percentile → ")
                .contains("class=\"ek-changes\"");
        assertThat(page.length()).isLessThan(5_000_000);
    }

    private EvaluationRepository repository() {
        return EvaluationRepository.open(root);
    }

    private static List<BoardRow> board(double shift, String name, int models) {
        List<BoardRow> rows = new ArrayList<>();
        for (int i = 10 - models; i < 10; i++) {
            double rating = 1000 - 10 * i + shift;
            Interval interval = new Interval(rating - 2, rating + 2);
            rows.add(new BoardRow("overall", name + i, null, null, null, rating, interval, null, 1000L, null));
        }
        return rows;
    }

    private void store(String time, List<BoardRow> rows) throws IOException {
        Origin origin = new Origin("x", null, "text", null, null, null, null, "0".repeat(64), null, "LMArena");
        store(time, origin, Regime.of(rows, Regime.BRADLEY_TERRY, null), rows);
    }

    private void store(String time, Origin origin, Regime regime, List<BoardRow> rows) throws IOException {
        Instant at = Instant.parse(time.replaceAll("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"));
        Snapshot snapshot = new Snapshot("lmarena", at, origin, regime, Selection.ALL, List.of(), Notices.NONE, rows);
        Path folder = Files.createDirectories(root.resolve("benchmarks/snapshots/lmarena"));
        Files.writeString(folder.resolve(time + ".json"), SnapshotFile.toJson(snapshot));
    }
}
