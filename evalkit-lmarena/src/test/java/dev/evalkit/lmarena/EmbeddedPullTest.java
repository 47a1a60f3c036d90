package dev.evalkit.lmarena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.drift.BoardSide;
import dev.evalkit.lmarena.drift.Drift;
import dev.evalkit.lmarena.drift.DriftResult;
import dev.evalkit.lmarena.http.HttpFetcher;
import dev.evalkit.lmarena.http.HttpSettings;
import dev.evalkit.lmarena.http.Pace;
import dev.evalkit.lmarena.source.DatasetServer;
import dev.evalkit.lmarena.source.FileSource;
import dev.evalkit.repository.EvaluationRepository;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The puller in a Java program, without Maven. */
class EmbeddedPullTest {
    @TempDir
    Path root;

    @Test
    void aProgramPullsABoardAndComparesItWithTheOneBefore() {
        BoardServer board = new BoardServer(30);
        List<String> log = new ArrayList<>();
        try (LoopbackServer server = new LoopbackServer(board)) {
            Path before = pull(server, log).file();
            board.rows.get(4).put("rating", 1400.0);
            board.rows.get(4).put("rating_lower", 1393.5);
            board.rows.get(4).put("rating_upper", 1406.5);
            board.splitsHeaders = BoardServer.JSON + "X-Revision: r2\r\n";
            board.pageHeaders = board.splitsHeaders;
            Path after = pull(server, log).file();

            DriftResult drift =
                    Drift.withDefaults().compare(BoardSide.read(before, "before"), BoardSide.read(after, "after"));
            assertThat(drift.changes())
                    .singleElement()
                    .satisfies(row -> assertThat(row.model()).isEqualTo("model-5"));
        }
        assertThat(log).containsExactly("Received 30 of 30 rows", "Received 30 of 30 rows");
    }

    /** What stands in the README. */
    private StoredSnapshot pull(LoopbackServer server, List<String> log) {
        EvaluationRepository repository = EvaluationRepository.open(root);
        HttpSettings settings = HttpSettings.withDefaults().withAllowedHosts(Set.of(server.host()));
        HttpFetcher http = new HttpFetcher(settings, Pace.ofSystem(), log::add);
        DatasetServer board = new DatasetServer(URI.create(server.address()), http, log::add);
        PullRequest request = new PullRequest("text", new Selection(List.of(), List.of("overall")));
        return Puller.of(repository).pull(board, request).snapshot();
    }

    @Test
    void theBoardOfTheQuickstartNeedsNoNetwork() {
        Path board = Path.of("../examples/quickstart/benchmarks/boards/made-up-board.json");
        assertThat(Files.isRegularFile(board)).isTrue();
        PullResult result = Puller.of(EvaluationRepository.open(root))
                .pull(new FileSource(board, "made-up-board.json"), PullRequest.of("text"));
        assertThat(result.snapshot().snapshot().category("overall"))
                .extracting(BoardRow::model)
                .containsExactly("heron-70b", "ticket-router-2", "wren-8b", "ticket-router-1");
    }
}
