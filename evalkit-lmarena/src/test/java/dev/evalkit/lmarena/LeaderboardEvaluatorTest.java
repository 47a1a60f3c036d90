package dev.evalkit.lmarena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.SampleEvaluation;
import dev.evalkit.result.Interval;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardEvaluatorTest {
    @TempDir
    Path root;

    private Path snapshot() {
        BoardServer board = new BoardServer(3);
        board.rows.get(2).put("category", "coding");
        PullFixture pull = new PullFixture(root).with("models/aliases.json", "{\"ours\": \"model-2\"}");
        try (LoopbackServer server = new LoopbackServer(board)) {
            return pull.pull(server).snapshot().file();
        }
    }

    private Findings run(Path file, String... arguments) {
        return SampleEvaluation.of(Evaluators.load().named("leaderboard"), List.of(arguments))
                .run(List.of(file), EvaluationSettings.withDefaults("test"));
    }

    @Test
    void everyRowIsAnItemOfItsCategory() {
        Findings found = run(snapshot());
        assertThat(found.measures())
                .extracting(
                        measure -> measure.meta().text("dataset").orElseThrow(),
                        measure -> measure.meta().text("model").orElseThrow(),
                        Measure::value,
                        Measure::samples)
                .containsExactly(
                        tuple("lmarena/text/coding", "model-3", 1498.5, 2500L),
                        tuple("lmarena/text/overall", "model-1", 1500.5, 2500L),
                        tuple("lmarena/text/overall", "ours", 1499.5, 2500L));
        Measure first = found.measures().get(0);
        assertThat(first.ci()).isEqualTo(new Interval(1492.0, 1505.0));
        assertThat(first.meta().asMap())
                .containsEntry("unit", "points")
                .containsEntry("std_error", Math.sqrt(11))
                .containsEntry("ci_level", 0.95)
                .containsEntry("ci_method", "closed_form")
                .containsEntry("method", "bradley_terry; intervals closed_form; anchor none; style control no")
                .containsEntry("publish_date", "2026-09-13")
                .containsEntry("license", "CC-BY-4.0");
    }

    @Test
    void aModelIsKnownByTheRepositorysIdAndByTheBoardsName() {
        Path file = snapshot();
        for (String name : List.of("ours", "model-2")) {
            Findings found = run(file, "--model", name, "--category", "overall");
            assertThat(found.measures()).extracting(Measure::value).containsExactly(1499.5);
            assertThat(found.measures().get(0).meta().get("model")).isEmpty();
        }
    }

    @Test
    void whatIsNotInTheSnapshotIsNamed() {
        Path file = snapshot();
        assertThatThrownBy(() -> run(file, "--model", "theirs"))
                .hasMessage(
                        file
                                + ": the snapshot has no row of \"theirs\"; say in models/aliases.json what the board calls it, and pull again");
        assertThatThrownBy(() -> run(file, "--category", "maths"))
                .hasMessage(file + ": the snapshot has no row in the category maths; it has some in coding, overall");
    }
}
