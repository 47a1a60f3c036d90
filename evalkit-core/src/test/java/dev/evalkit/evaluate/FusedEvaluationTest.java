package dev.evalkit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One scan for several evaluations, beside a scan for each. */
class FusedEvaluationTest {
    private static final EvaluationSettings SETTINGS = EvaluationSettings.withDefaults("quality");

    @TempDir
    private Path folder;

    @Test
    void eachFindsWhatItFindsAlone() {
        Path samples = MadeSamples.many(folder, 500);
        List<SampleEvaluation> all =
                EveryEvaluator.all().stream().map(EveryEvaluator::evaluation).toList();
        assertSame(all, List.of(samples));
    }

    @Test
    void severalFilesAreOneSampleAfterTheOther() throws IOException {
        List<String> lines = Files.readAllLines(MadeSamples.many(folder, 100));
        Path first = Files.write(folder.resolve("first.jsonl"), lines.subList(0, 33));
        Path second = Files.write(folder.resolve("second.jsonl"), lines.subList(33, 100));
        assertSame(List.of(evaluation("accuracy"), evaluation("latency", "--slice", "part")), List.of(first, second));
    }

    @Test
    void lineThatIsBadForOneOfThemIsCountedForThatOneAlone() throws IOException {
        Path samples = made(
                "{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\", \"latency_ms\": 5}",
                "{\"id\": 2, \"label\": \"a\", \"prediction\": \"b\", \"latency_ms\": -1}",
                "{\"id\": 3, \"label\": ",
                "{\"id\": 4, \"label\": \"b\", \"prediction\": \"b\", \"latency_ms\": 7}");
        List<Findings> findings = assertSame(
                List.of(evaluation("accuracy", "--max-bad-lines", "1"), evaluation("latency", "--max-bad-lines", "2")),
                List.of(samples));
        assertThat(findings.get(0).samples().bad()).isEqualTo(1);
        assertThat(findings.get(0).samples().used()).isEqualTo(3);
        assertThat(findings.get(1).samples().bad()).isEqualTo(2);
        assertThat(findings.get(1).samples().badExamples())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(samples
                                        + ":2:58: found -1, expected a duration of 0 or more in \"latency_ms\""),
                        second -> assertThat(second).startsWith(samples + ":3:"));
    }

    @Test
    void moreBadLinesThanOneOfThemAllowsFailAsTheyDoAlone() throws IOException {
        Path samples = made(
                "{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\", \"latency_ms\": 5}",
                "{\"id\": 2, \"label\": \"a\", \"prediction\": \"b\", \"latency_ms\": -1}");
        assertFailsAsAlone(evaluation("accuracy"), evaluation("latency"), samples);
    }

    @Test
    void repeatedIdFailsAsItDoesAlone() throws IOException {
        Path samples = made(
                "{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\", \"latency_ms\": 5}",
                "{\"id\": 1, \"label\": \"b\", \"prediction\": \"b\", \"latency_ms\": 6}");
        assertFailsAsAlone(evaluation("latency"), evaluation("accuracy"), samples);
    }

    @Test
    void misspeltColumnFailsAsItDoesAlone() throws IOException {
        Path samples = made("{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\", \"latency_ms\": 5}");
        assertFailsAsAlone(evaluation("accuracy"), evaluation("latency", "--value", "latency"), samples);
    }

    @Test
    void nothingBesideTheNumbersIsKeptWhereNothingIsWanted() throws IOException {
        Path samples = made("{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\"}");
        List<Findings> findings = FusedEvaluation.of(List.of(evaluation("accuracy")))
                .keeping(Keep.NUMBERS)
                .run(List.of(samples), List.of(SETTINGS));
        assertThat(findings).singleElement().satisfies(found -> {
            assertThat(found.measures().get(0).value()).isEqualTo(1);
            assertThat(found.dataset()).isEmpty();
            assertThat(found.scoreRows()).isEmpty();
        });
    }

    @Test
    void noFileFailsAsItDoesAlone() {
        assertThatThrownBy(() ->
                        FusedEvaluation.of(List.of(evaluation("accuracy"))).run(List.of(), List.of(SETTINGS)))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("builtin:accuracy needs a file with samples; name it in the inputs");
    }

    private static SampleEvaluation evaluation(String name, String... arguments) {
        return SampleEvaluation.of(Evaluators.load().named(name), List.of(arguments));
    }

    private Path made(String... lines) throws IOException {
        return Files.write(folder.resolve("made.jsonl"), List.of(lines));
    }

    /** Both ways find the same; returns it. */
    private static List<Findings> assertSame(List<SampleEvaluation> evaluations, List<Path> files) {
        List<Findings> together = FusedEvaluation.of(evaluations).run(files, settings(evaluations.size()));
        for (int i = 0; i < evaluations.size(); i++) {
            Findings alone = evaluations.get(i).run(files, SETTINGS);
            assertThat(together.get(i).measures()).isEqualTo(alone.measures());
            assertThat(together.get(i).samples()).isEqualTo(alone.samples());
            assertThat(together.get(i).warnings()).isEqualTo(alone.warnings());
            assertThat(together.get(i).datasetSha256()).isEqualTo(alone.datasetSha256());
        }
        return together;
    }

    private static void assertFailsAsAlone(SampleEvaluation good, SampleEvaluation failing, Path samples) {
        assertThat(good.run(List.of(samples), SETTINGS).measures()).isNotEmpty();
        Throwable alone = catchThrowable(() -> failing.run(List.of(samples), SETTINGS));
        assertThat(alone).isInstanceOf(EvalkitException.class);
        assertThatThrownBy(() -> FusedEvaluation.of(List.of(good, failing)).run(List.of(samples), settings(2)))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(alone.getMessage());
    }

    private static List<EvaluationSettings> settings(int count) {
        return new ArrayList<>(Collections.nCopies(count, SETTINGS));
    }
}
