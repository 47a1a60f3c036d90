package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.result.ResultSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** evalkit in a program of one's own. */
class EmbeddingTest {
    private static final String ITEM =
            "[{\"metric_id\": \"wer\", \"value\": %s, \"ci\": null, \"samples_used\": null, \"meta\": {\"higher_is_better\": false}}]";

    @TempDir
    Path folder;

    @BeforeEach
    void writeTwoResultFiles() throws IOException {
        Files.writeString(folder.resolve("previous.json"), ITEM.formatted("0.080"));
        Files.writeString(folder.resolve("current.json"), ITEM.formatted("0.095"));
    }

    @Test
    void twoResultFilesAreLoadedComparedAndJudged() {
        gate(folder.resolve("previous.json"), folder.resolve("current.json"));
        assertThat(logged).containsExactly("wer regressed");

        logged.clear();
        gate(folder.resolve("previous.json"), folder.resolve("previous.json"));
        assertThat(logged).isEmpty();
    }

    @Test
    void theReadmeShowsItToTheLetter() throws IOException {
        String source =
                Files.readString(Path.of("src", "test", "java", "dev", "evalkit", "diff", "EmbeddingTest.java"));
        String body = source.substring(source.lastIndexOf("private void gate("));
        String shown = body.substring(body.indexOf('\n') + 1, body.indexOf("\n    }\n"));

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("```java\n" + shown.replaceAll("(?m)^ {8}", "") + "\n```");
    }

    /** What an embedding program has to write, to the letter: the README shows these lines. */
    private void gate(Path before, Path after) {
        ResultSet previous = ResultSet.read(before);
        ResultSet current = ResultSet.read(after);
        Outcome outcome = Policy.BALANCED.judge(Diff.withDefaults().compare(previous, current));
        if (!outcome.passed()) {
            outcome.failing().forEach(row -> log(row.id() + " " + row.verdict().words()));
        }
    }

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }
}
