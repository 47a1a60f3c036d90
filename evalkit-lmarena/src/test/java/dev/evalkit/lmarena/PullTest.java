package dev.evalkit.lmarena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.board.AnchorModel;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.CiKind;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.result.Interval;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {
    private static final PullRequest TEXT = PullRequest.of("text");

    @TempDir
    Path root;

    private static Snapshot written(PullResult result) {
        assertThat(result).isInstanceOf(PullResult.Written.class);
        Snapshot read = SnapshotFile.read(result.snapshot().file());
        assertThat(read).isEqualTo(result.snapshot().snapshot());
        assertThat(Schemas.bundled()
                        .get(DocumentKind.SNAPSHOT)
                        .validate(JsonDocument.read(result.snapshot().file())))
                .isEmpty();
        return read;
    }

    @Test
    void aBoardBecomesADatedSnapshotThatSaysWhereItComesFrom() {
        try (LoopbackServer server = new LoopbackServer(new BoardServer(3))) {
            PullResult result = new PullFixture(root).pull(server);
            Snapshot snapshot = written(result);
            assertThat(root.relativize(result.snapshot().file()))
                    .isEqualTo(Path.of("benchmarks/snapshots/lmarena/20261123T140000Z.json"));
            assertThat(snapshot.rows())
                    .hasSize(3)
                    .first()
                    .isEqualTo(new BoardRow(
                            "overall",
                            "model-1",
                            null,
                            "acme",
                            "MIT",
                            1500.5,
                            new Interval(1494.0, 1507.0),
                            11.0,
                            2500L,
                            1L));
            assertThat(snapshot.origin().endpoint()).isEqualTo(server.address());
            assertThat(snapshot.origin().dataset()).isEqualTo("lmarena-ai/leaderboard-dataset");
            assertThat(snapshot.origin().config()).isEqualTo("text");
            assertThat(snapshot.origin().split()).isEqualTo("latest");
            assertThat(snapshot.origin().revision()).isEqualTo("r1");
            assertThat(snapshot.origin().publishDate()).isEqualTo(LocalDate.of(2026, 9, 13));
            assertThat(snapshot.origin().license()).isEqualTo("CC-BY-4.0");
            assertThat(snapshot.origin().attribution()).startsWith("LMArena, ");
            assertThat(snapshot.regime().ratingMethod()).isEqualTo("bradley_terry");
            assertThat(snapshot.regime().ciKind()).isEqualTo(CiKind.CLOSED_FORM);
            assertThat(snapshot.regime().anchor()).isNull();
            assertThat(snapshot.regime().styleControl()).isFalse();
        }
    }

    @Test
    void pagesOfAHundredRowsAreReadToTheEnd() {
        try (LoopbackServer server = new LoopbackServer(new BoardServer(250))) {
            PullFixture pull = new PullFixture(root);
            assertThat(written(pull.pull(server)).rows()).hasSize(250);
            assertThat(server.requests())
                    .extracting(LoopbackServer.Request::path)
                    .extracting(path -> path.replaceAll("&where=[^&]*", ""))
                    .containsExactly(
                            "/splits?dataset=lmarena-ai%2Fleaderboard-dataset",
                            "/filter?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest&offset=0&length=100",
                            "/filter?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest&offset=100&length=100",
                            "/filter?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest&offset=200&length=100");
            assertThat(pull.progress)
                    .containsExactly(
                            "Received 100 of 250 rows", "Received 200 of 250 rows", "Received 250 of 250 rows");
        }
    }

    @Test
    void whereTheServerDoesNotFilterAllRowsAreReadAndFilteredHere() {
        BoardServer board = new BoardServer(150);
        board.rows.get(140).put("category", "coding");
        board.filterRefusal = LoopbackServer.answer(422, BoardServer.JSON, "{\"error\": \"no index\"}");
        try (LoopbackServer server = new LoopbackServer(board)) {
            PullFixture pull = new PullFixture(root);
            PullRequest coding = new PullRequest("text", new Selection(List.of(), List.of("coding")));
            assertThat(written(pull.pull(server, coding)).rows())
                    .extracting(BoardRow::model)
                    .containsExactly("model-141");
            assertThat(pull.progress.get(0))
                    .isEqualTo("The server does not filter, reading all rows: " + server.address()
                            + "/filter?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest&offset=0&length=100&where=%22category%22%3D%27coding%27"
                            + ": the server answered 422: \"{\"error\": \"no index\"}\"; check the address");
        }
    }

    @Test
    void categoriesAreFilteredByTheServerAndModelsByTheirNamesInTheRepository() {
        BoardServer board = new BoardServer(4);
        board.rows.get(3).put("category", "coding");
        PullFixture pull = new PullFixture(root)
                .with("models/ours.json", "{\"id\": \"ours\"}")
                .with("models/aliases.json", "{\"ours\": [\"model-2\", \"model-2-preview\"], \"lost\": \"model-x\"}");
        try (LoopbackServer server = new LoopbackServer(board)) {
            PullRequest request = new PullRequest(
                    "text", new Selection(List.of("ours", "model-1", "model", "lost"), List.of("overall")));
            Snapshot snapshot = written(pull.pull(server, request));
            assertThat(snapshot.rows())
                    .extracting(BoardRow::model, BoardRow::modelId)
                    .containsExactly(tuple("model-1", null), tuple("model-2", "ours"));
            assertThat(snapshot.unmatched()).containsExactly("model", "lost");
            assertThat(BoardServer.parameter(server.requests().get(1), "where")).isEqualTo("\"category\"='overall'");
        }
    }

    @Test
    void withoutAListOfModelsThoseThatTheRepositoryKnowsAndTheBoardDoesNotAreListed() {
        PullFixture pull =
                new PullFixture(root).with("models/aliases.json", "{\"ours\": \"model-2\", \"lost\": \"model-x\"}");
        try (LoopbackServer server = new LoopbackServer(new BoardServer(2))) {
            Snapshot snapshot = written(pull.pull(server));
            assertThat(snapshot.rows()).extracting(BoardRow::modelId).containsExactly(null, "ours");
            assertThat(snapshot.unmatched()).containsExactly("lost");
        }
    }

    @Test
    void rowsThatRepeatAnotherAreRemovedAndCounted() {
        BoardServer board = new BoardServer(3);
        board.rows.add(BoardServer.row("model-2", 1499.5));
        try (LoopbackServer server = new LoopbackServer(board)) {
            Snapshot snapshot = written(new PullFixture(root).pull(server));
            assertThat(snapshot.rows()).hasSize(3);
            assertThat(snapshot.notices().duplicatesRemoved()).isEqualTo(1);
        }
    }

    @Test
    void emptyStringsAndNullsAreNoValues() {
        BoardServer board = new BoardServer(2);
        Map<String, Object> row = board.rows.get(0);
        row.put("organization", "");
        row.put("license", null);
        row.put("rating_lower", null);
        row.put("rating_upper", null);
        row.put("variance", null);
        row.put("vote_count", null);
        row.put("rank", null);
        board.rows.get(1).put("rating", null);
        try (LoopbackServer server = new LoopbackServer(board)) {
            Snapshot snapshot = written(new PullFixture(root).pull(server));
            assertThat(snapshot.rows())
                    .containsExactly(
                            new BoardRow("overall", "model-1", null, null, null, 1500.5, null, null, null, null));
            assertThat(snapshot.notices().warnings()).containsExactly("1 row has no rating and is left out");
            assertThat(snapshot.regime().ciKind()).isEqualTo(CiKind.NONE);
        }
    }

    @Test
    void fieldsThatAreNewOrLostAreReported() {
        BoardServer board = new BoardServer(2);
        board.types.put("score_2", "float64");
        board.types.remove("variance");
        board.rows.forEach(row -> {
            row.put("score_2", 1.0);
            row.remove("variance");
        });
        board.rows.get(1).remove("vote_count");
        board.rows.get(1).put("elo", 7);
        try (LoopbackServer server = new LoopbackServer(board)) {
            Snapshot snapshot = written(new PullFixture(root).pull(server));
            assertThat(snapshot.notices().unknownFields()).containsExactly("elo", "score_2");
            assertThat(snapshot.notices().missingFields()).containsExactly("variance", "vote_count");
        }
    }

    @Test
    void anIntervalWithoutWidthTellsTheAnchorAndAsymmetricOnesTellOfABootstrap() {
        BoardServer board = new BoardServer(3);
        for (int i = 0; i < 3; i++) {
            board.rows.get(i).put("rating_upper", 1509.5 - i);
        }
        board.rows.get(2).put("rating_lower", 1498.5);
        board.rows.get(2).put("rating_upper", 1498.5);
        try (LoopbackServer server = new LoopbackServer(board)) {
            Snapshot snapshot = written(new PullFixture(root).pull(server));
            assertThat(snapshot.regime().anchor()).isEqualTo(new AnchorModel("model-3", 1498.5));
            assertThat(snapshot.regime().ciKind()).isEqualTo(CiKind.BOOTSTRAP_PERCENTILE);
        }
    }

    @Test
    void anUnchangedRevisionIsNothingNewAndIsKnownAfterOneQuestion() {
        BoardServer board = new BoardServer(3);
        try (LoopbackServer server = new LoopbackServer(board)) {
            PullFixture pull = new PullFixture(root);
            PullResult first = pull.pull(server);
            SortedMap<String, String> before = pull.files();
            pull.time = pull.time.plusSeconds(3600);
            PullResult second = pull.pull(server);
            assertThat(second).isEqualTo(new PullResult.NothingNew(first.snapshot(), "it is still of the revision r1"));
            assertThat(pull.files()).isEqualTo(before);
            assertThat(server.requests()).hasSize(3);
            board.splitsHeaders = BoardServer.JSON + "X-Revision: r2\r\n";
            board.pageHeaders = board.splitsHeaders;
            board.rows.get(0).put("vote_count", 2600.0);
            assertThat(written(pull.pull(server)).origin().revision()).isEqualTo("r2");
        }
    }

    @Test
    void anotherPartOfTheBoardIsNewThoughTheRevisionIsNot() {
        try (LoopbackServer server = new LoopbackServer(new BoardServer(3))) {
            PullFixture pull = new PullFixture(root);
            pull.pull(server);
            PullResult part = pull.pull(server, new PullRequest("text", new Selection(List.of("model-3"), List.of())));
            assertThat(written(part).rows()).hasSize(1);
            assertThat(part.snapshot().file()).hasFileName("20261123T140000Z-2.json");
        }
    }

    @Test
    void withoutARevisionTheSameBytesAreNothingNew() {
        BoardServer board = new BoardServer(3);
        board.splitsHeaders = BoardServer.JSON;
        board.pageHeaders = BoardServer.JSON;
        try (LoopbackServer server = new LoopbackServer(board)) {
            PullFixture pull = new PullFixture(root);
            PullResult first = pull.pull(server);
            assertThat(pull.pull(server))
                    .isEqualTo(new PullResult.NothingNew(first.snapshot(), "the same was received"));
        }
    }

    private static final String CATALOG = "{\"full\": {"
            + "\"heron\": {\"rating\": 1200.5, \"rating_q975\": 1210, \"rating_q025\": 1192}, "
            + "\"wren\": {\"rating\": 1114, \"rating_q975\": 1114, \"rating_q025\": 1114}}, "
            + "\"coding\": {\"heron\": {\"rating\": 1190, \"rating_q975\": 1204, \"rating_q025\": 1180}}}";

    @Test
    void aCatalogFileOnAServerIsAskedForOnlyIfItsTagHasChanged() {
        LoopbackServer.Script script = (request, out) -> out.write(
                "\"v1\"".equals(request.headers().get("if-none-match"))
                        ? LoopbackServer.answer(304, "", "")
                        : LoopbackServer.answer(200, "Content-Type: text/plain\r\nETag: \"v1\"\r\n", CATALOG));
        try (LoopbackServer server = new LoopbackServer(script)) {
            PullFixture pull = new PullFixture(root);
            pull.settings = pull.settings.withAllowedHosts(Set.of("127.0.0.1"));
            String place = server.address() + "/data/2025-05-20/leaderboard-text.json";
            PullResult first = pull.pull(place, TEXT);
            Snapshot snapshot = written(first);
            assertThat(snapshot.categories()).containsExactly("coding", "full");
            assertThat(snapshot.origin().etag()).isEqualTo("\"v1\"");
            assertThat(snapshot.origin().publishDate()).isEqualTo(LocalDate.of(2025, 5, 20));
            assertThat(snapshot.origin().license()).isNull();
            assertThat(snapshot.regime().anchor()).isEqualTo(new AnchorModel("wren", 1114.0));
            assertThat(snapshot.regime().ciKind()).isEqualTo(CiKind.BOOTSTRAP_PERCENTILE);
            assertThat(snapshot.rows().get(0).rank()).isNull();
            SortedMap<String, String> before = pull.files();
            assertThat(pull.pull(place, TEXT))
                    .isEqualTo(new PullResult.NothingNew(first.snapshot(), "the server says that it has not changed"));
            assertThat(pull.files()).isEqualTo(before);
        }
    }

    @Test
    void aLocalCatalogFileAndALocalSnapshotNeedNoNetwork() {
        PullFixture pull = new PullFixture(root).with("boards/catalog.json", CATALOG);
        PullResult catalog = pull.pull("boards/catalog.json", TEXT);
        Snapshot first = written(catalog);
        assertThat(first.rows()).hasSize(3);
        assertThat(first.origin().endpoint()).isEqualTo("boards/catalog.json");
        PullResult copy = pull.pull(catalog.snapshot().file().toUri().toString(), TEXT);
        assertThat(written(copy).rows()).isEqualTo(first.rows());
        assertThat(copy.snapshot().snapshot().origin().endpoint())
                .isEqualTo("benchmarks/snapshots/lmarena/20261123T140000Z.json");
        assertThat(pull.pull("boards/catalog.json", TEXT)).isInstanceOf(PullResult.NothingNew.class);
    }

    @Test
    void aBusyServerIsAskedAgainAfterTheTimeThatItNames() {
        BoardServer board = new BoardServer(1);
        List<byte[]> refusals = new ArrayList<>(List.of(
                LoopbackServer.answer(429, "Retry-After: 7\r\n", ""),
                LoopbackServer.answer(503, "Retry-After: Mon, 23 Nov 2026 14:00:20 GMT\r\n", ""),
                LoopbackServer.answer(500, "", "")));
        LoopbackServer.Script script = (request, out) -> {
            if (refusals.isEmpty()) {
                board.answer(request, out);
            } else {
                out.write(refusals.remove(0));
            }
        };
        try (LoopbackServer server = new LoopbackServer(script)) {
            PullFixture pull = new PullFixture(root);
            written(pull.pull(server));
            assertThat(pull.waits)
                    .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(13), Duration.ofSeconds(4));
            assertThat(pull.progress.get(0))
                    .isEqualTo("The server is busy (429), asking again in 7 s (1 of 5 attempts made)");
        }
    }

    @Test
    void aRedirectToAnAllowedPlaceIsFollowed() {
        BoardServer board = new BoardServer(1);
        LoopbackServer.Script script = (request, out) -> {
            if (request.path().startsWith("/old/")) {
                out.write(
                        LoopbackServer.answer(307, "Location: " + request.path().substring(4) + "\r\n", "moved"));
            } else {
                board.answer(request, out);
            }
        };
        try (LoopbackServer server = new LoopbackServer(script)) {
            PullFixture pull = new PullFixture(root);
            pull.settings = pull.settings.withAllowedHosts(Set.of(server.host()));
            assertThat(written(pull.pull(server.address() + "/old/", TEXT)).rows())
                    .hasSize(1);
        }
    }

    @Test
    void aWholeDocumentWithoutALengthIsNotTruncated() {
        BoardServer board = new BoardServer(1);
        LoopbackServer.Script script = (request, out) -> {
            String body = request.path().startsWith("/splits") ? board.splits : board.page(request);
            out.write(("HTTP/1.1 200 OK\r\n" + BoardServer.REVISION + "Connection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
        };
        try (LoopbackServer server = new LoopbackServer(script)) {
            assertThat(written(new PullFixture(root).pull(server)).rows()).hasSize(1);
        }
    }

    @Test
    void theRealAnswersOfTheServerAreRead() throws IOException {
        Path folder = Path.of("../../shared/lmarena/hf");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no ../shared/lmarena beside this checkout");
        byte[] splits = Files.readAllBytes(folder.resolve("splits.json"));
        byte[] filter = Files.readAllBytes(folder.resolve("filter-text-latest-overall.json"));
        LoopbackServer.Script script = (request, out) -> out.write(LoopbackServer.answer(
                200, BoardServer.REVISION, request.path().startsWith("/splits") ? splits : filter));
        try (LoopbackServer server = new LoopbackServer(script)) {
            PullRequest overall = new PullRequest("text", new Selection(List.of(), List.of("overall")));
            Snapshot snapshot = written(new PullFixture(root).pull(server, overall));
            assertThat(snapshot.rows())
                    .extracting(BoardRow::model, BoardRow::votes, BoardRow::rank)
                    .startsWith(tuple("claude-fable-5.1-max", 5783L, 1L), tuple("gemma-4-31b", 5894L, 64L))
                    .hasSize(6);
            assertThat(snapshot.origin().publishDate()).isEqualTo(LocalDate.of(2026, 9, 13));
            assertThat(snapshot.regime().ciKind()).isEqualTo(CiKind.CLOSED_FORM);
            assertThat(snapshot.regime().styleControl()).isFalse();
        }
    }

    @Test
    void offlineTheNewestSnapshotOfTheBoardIsUsed() {
        try (LoopbackServer server = new LoopbackServer(new BoardServer(2))) {
            PullFixture pull = new PullFixture(root);
            Puller puller = Puller.of(pull.repository());
            assertThatThrownBy(() -> puller.newest(TEXT))
                    .hasMessage(
                            "There is no snapshot of the board \"text\" yet, and Maven is offline; pull once without --offline, or name a file with -Devalkit.sourceUrl");
            PullResult result = pull.pull(server);
            assertThat(puller.newest(TEXT)).isEqualTo(result.snapshot());
        }
    }
}
