package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.json.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers as SQuAD compares them. {@code squad-normalized.jsonl} holds texts with what {@code normalize_answer} of the official evaluation script 2.0 makes of them
 * (Python 3.11); Wilson's intervals by its formula.
 */
class SquadTextTest {
    private static final String MEND = "; mend it, or allow bad lines with --max-bad-lines N";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> textsAreNormalizedAsTheOfficialScriptDoes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SquadTextTest.class.getResourceAsStream("squad-normalized.jsonl"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSize(25);
            return lines.stream().map(line -> {
                List<?> pair = JsonDocument.parse("squad-normalized.jsonl", "{\"pair\": " + line + "}")
                        .object()
                        .array("pair");
                return DynamicTest.dynamicTest(
                        line,
                        () -> assertThat(SquadText.normalize((String) pair.get(0)))
                                .isEqualTo(pair.get(1)));
            });
        }
    }

    @Test
    void exactMatchIsEqualityOfWhatIsLeft() {
        Run run = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'The cat.', 'prediction': 'cat'}",
                        "{'id': 2, 'label': ['a dog', 'dogs'], 'prediction': 'Dogs!'}",
                        "{'id': 3, 'label': 'CAF\\u00c9', 'prediction': 'caf\\u00e9'}",
                        "{'id': 4, 'label': 5, 'prediction': '5'}",
                        "{'id': 5, 'label': true, 'prediction': 'True'}",
                        "{'id': 6, 'label': 'dog', 'prediction': null}",
                        "{'id': 7, 'label': 'dog', 'prediction': 'dogs'}")
                .by("exact_match", "");
        assertThat(run.all("").meta().number("successes")).hasValue(5);
        Expected.value(run.all(""), 5.0 / 7, 7);
        Given bare = Given.jsonl(folder, "{'id': 1, 'label': 'A', 'prediction': 'a'}");
        Expected.number(bare.by("exact_match", "").all(""), 1, 0.20654931437723745, 1.0, 1);
        Expected.number(bare.by("exact_match", "--normalize none").all(""), 0, 0.0, 0.7934506856227626, 1);
    }

    @Test
    void whereNothingIsLeftOfTheReferenceNothingMustBeLeftOfTheAnswer() {
        Given given = Given.jsonl(
                folder,
                "{'id': 1, 'label': '', 'prediction': ''}",
                "{'id': 2, 'label': [], 'prediction': 'the'}",
                "{'id': 3, 'label': 'the', 'prediction': '...'}",
                "{'id': 4, 'label': [], 'prediction': 'word'}",
                "{'id': 5, 'label': 'word', 'prediction': ''}",
                // The script leaves out references of which nothing is left where there are others.
                "{'id': 6, 'label': ['the', 'cat'], 'prediction': 'an'}");
        for (String evaluator : List.of("exact_match", "token_f1")) {
            Expected.value(given.by(evaluator, "").all(""), 0.5, 6);
        }
    }

    @Test
    void tokenF1CountsSharedWordsAsOftenAsTheyOccur() {
        Run run = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'x x y', 'prediction': 'x z'}",
                        "{'id': 2, 'label': ['the cat sat', 'it sat down'], 'prediction': 'cat'}",
                        "{'id': 3, 'label': 'x', 'prediction': 'x x'}",
                        "{'id': 4, 'label': 'x', 'prediction': null}")
                .by("token_f1", "");
        // 2·1/(3 + 2), 2·1/(2 + 1), 2·1/(1 + 2), 0
        Expected.value(run.all(""), (0.4 + 2.0 / 3 + 2.0 / 3) / 4, 4);
        Expected.method(run.all(""), "student_t");
        Run none = Given.jsonl(
                        folder,
                        "{'id': 1, 'label': 'x', 'prediction': 'y'}",
                        "{'id': 2, 'label': 'x', 'prediction': 'z'}")
                .by("token_f1", "");
        Expected.number(none.all(""), 0, 0.0, 0.6576197724933469, 2);
    }

    @Test
    void missingReferencesAreBadLines() {
        Given none = Given.jsonl(folder, "{'id': 1, 'label': null, 'prediction': 'x'}");
        assertThatThrownBy(() -> none.by("exact_match", ""))
                .hasMessage(none.file() + ":1:20: found nothing, expected a reference, or several in \"label\"" + MEND);
        Given cell = Given.csv(folder, "id,label,prediction", "1,,x");
        assertThatThrownBy(() -> cell.by("token_f1", ""))
                .hasMessage(cell.file() + ":2:3: found nothing, expected a reference, or several in \"label\"" + MEND);
        Given several = Given.jsonl(folder, "{'id': 1, 'label': 'x', 'prediction': ['x']}");
        assertThatThrownBy(() -> several.by("exact_match", ""))
                .hasMessage(several.file() + ":1:39: found an array, expected a text in \"prediction\"" + MEND);
    }
}
