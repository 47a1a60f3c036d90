package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.result.ResultSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(gate(folder.resolve("previous.json"), folder.resolve("current.json")))
                .containsExactly("wer regressed: [point values only]");
        assertThat(gate(folder.resolve("previous.json"), folder.resolve("previous.json")))
                .isEmpty();
    }

    /** What an embedding program has to write, to the letter. */
    private static List<String> gate(Path before, Path after) throws EvalkitException {
        ResultSet previous = ResultSet.read(before);
        ResultSet current = ResultSet.read(after);
        Outcome outcome = Policy.BALANCED.judge(Diff.withDefaults().compare(previous, current));
        if (outcome.passed()) {
            return List.of();
        }
        return outcome.failing().stream()
                .map(row -> row.id() + " " + row.verdict().words() + ": "
                        + row.reasons().stream().map(Reason::text).toList())
                .toList();
    }
}
