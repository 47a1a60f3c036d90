package dev.evalkit.lmarena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.board.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotsThatAreNoneTest {
    private static final String BOARD =
            "{\"full\": {\"heron\": {\"rating\": 1200.5, \"rating_q025\": 1190, \"rating_q975\": 1212}}}";

    @TempDir
    Path root;

    private String snapshot() throws IOException {
        PullFixture pull = new PullFixture(root).with("b.json", BOARD);
        return Files.readString(
                pull.pull("b.json", PullRequest.of("text")).snapshot().file());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema_version\": 1|\"schema_version\": 2|s.json:2:21: \"schema_version\" 2 is newer than 1, the newest that this evalkit reads; it needs evalkit 0.1.0 or newer",
                "\"rows\": 1,|\"rows\": 2,|s.json:14:13: the snapshot says that it has 2 rows and has 1; it was cut or edited: take it from version control, or pull again",
                "\"ci_kind\": \"bootstrap_percentile\"|\"ci_kind\": \"other\"|s.json:19:16: \"ci_kind\" must be one of closed_form, bootstrap_percentile, mixed, none, found \"other\"",
                "2026-11-23T14:00:00Z|yesterday|s.json:13:21: \"retrieved_at\" must be a time like 2026-11-23T14:00:00Z, found \"yesterday\"",
                "\"publish_date\": null|\"publish_date\": \"soon\"|s.json:12:21: \"publish_date\" must be a day like 2026-11-23, found \"soon\"",
                "\"votes\": null|\"votes\": -3|s.json:32:5: a number of votes must be 0 or more, found -3",
                "[1190.0, 1212.0]|[1190.0]|s.json:39:19: \"interval\" must be two numbers or nulls, found [1190.0]",
            })
    void areRefusedWithThePlace(String from, String to, String message) throws IOException {
        String text = snapshot();
        assertThat(text).contains(from);
        assertThatThrownBy(() -> SnapshotFile.of(JsonDocument.parse("s.json", text.replace(from, to))))
                .hasMessage(message);
    }

    @Test
    void twoRowsOfOneModelInOneCategoryAreRefused() throws IOException {
        String text = snapshot();
        int row = text.indexOf("    {", text.indexOf("\"rows\": ["));
        String one = text.substring(row, text.indexOf("    }", row) + 5);
        String two = text.replace(one, one + ",\n" + one).replace("\"rows\": 1,", "\"rows\": 2,");
        assertThatThrownBy(() -> SnapshotFile.of(JsonDocument.parse("s.json", two)))
                .hasMessage(
                        "s.json:44:5: the snapshot has two rows of \"heron\" in the category \"full\"; it was edited: take it from version control, or pull again");
    }

    @Test
    void aFileThatIsNoBoardIsRefusedAndNothingIsWritten() {
        PullFixture pull = new PullFixture(root).with("b.json", "{\"models\": []}");
        SortedMap<String, String> before = pull.files();
        assertThatThrownBy(() -> pull.pull("b.json", PullRequest.of("text")))
                .hasMessage(
                        "b.json: found neither a snapshot nor a board of the arena catalog ({\"<category>\": {\"<model>\": {\"rating\": …}}}); check the address, or whether the format has changed");
        assertThat(pull.files()).isEqualTo(before);
    }

    @Test
    void whatIsNotOnTheBoardIsNamed() {
        PullFixture pull = new PullFixture(root).with("b.json", BOARD);
        assertThatThrownBy(() -> pull.pull(
                        "b.json", new PullRequest("text", new Selection(List.of(), List.of("full", "coding")))))
                .hasMessage("The board has no row in the category coding; it has some in full");
        assertThatThrownBy(() ->
                        pull.pull("b.json", new PullRequest("text", new Selection(List.of("ours"), List.of()))))
                .hasMessage(
                        "None of the models asked for is on the board: ours; say in models/aliases.json what the board calls them, e.g. {\"ours\": \"heron\"}");
        assertThatThrownBy(() -> pull.pull("gopher://x", PullRequest.of("text")))
                .hasMessage("evalkit.sourceUrl is \"gopher://x\", expected an https address, or a file");
        assertThatThrownBy(() -> pull.pull("none.json", PullRequest.of("text"))).hasMessageStartingWith("none.json: ");
    }
}
