package dev.evalkit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.builtin.Run;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the framework does for every evaluator. */
class SampleEvaluationTest {
    private static final EvaluationSettings SETTINGS = EvaluationSettings.withDefaults("quality");

    @TempDir
    private Path folder;

    @Test
    void oneTwoAndEightThreadsGiveTheSameItemsAndTheSameBytes() throws IOException {
        Path samples = MadeSamples.many(folder, 3000, 1500);
        assertThat(Files.size(samples)).as("several chunks").isGreaterThan(4L << 20);
        for (EveryEvaluator each : EveryEvaluator.all()) {
            Findings one = each.evaluation().run(List.of(samples), SETTINGS.withThreads(1));
            byte[] bytes = scores(one, each);
            byte[] items = items(one);
            for (int threads : new int[] {2, 8}) {
                Findings several = each.evaluation().run(List.of(samples), SETTINGS.withThreads(threads));
                assertThat(several.measures()).as(each.toString()).isEqualTo(one.measures());
                assertThat(items(several)).as(each.toString()).isEqualTo(items);
                assertThat(several.datasetSha256()).isEqualTo(one.datasetSha256());
                assertThat(scores(several, each)).isEqualTo(bytes);
            }
        }
    }

    @Test
    void severalFilesAreOneSampleAfterTheOther() throws IOException {
        Path samples = MadeSamples.many(folder, 200);
        List<String> lines = Files.readAllLines(samples);
        Path first = Files.write(folder.resolve("first.jsonl"), lines.subList(0, 77));
        Path second = Files.write(folder.resolve("second.jsonl"), lines.subList(77, 200));
        SampleEvaluation evaluation = new EveryEvaluator("classification", "--slice part").evaluation();
        assertThat(evaluation.run(List.of(first, second), SETTINGS).measures())
                .isEqualTo(evaluation.run(List.of(samples), SETTINGS).measures());
    }

    @Test
    void theDigestOfTheQuestionsKnowsNeitherOrderNorAnswers() throws IOException {
        Path samples = MadeSamples.many(folder, 100);
        List<String> lines = new ArrayList<>(Files.readAllLines(samples));
        SampleEvaluation evaluation = new EveryEvaluator("classification", "").evaluation();
        String digest = evaluation.run(List.of(samples), SETTINGS).datasetSha256();
        assertThat(digest).hasSize(64);
        Collections.shuffle(lines, new Random(1));
        Path shuffled = Files.write(folder.resolve("shuffled.jsonl"), lines);
        assertThat(evaluation.run(List.of(shuffled), SETTINGS).datasetSha256()).isEqualTo(digest);
        Path answered = Files.write(
                folder.resolve("answered.jsonl"),
                lines.stream()
                        .map(line -> line.replaceAll("\"prediction\": [^,]*,", "\"prediction\": \"x\","))
                        .toList());
        assertThat(evaluation.run(List.of(answered), SETTINGS).datasetSha256()).isEqualTo(digest);
        Path relabelled = Files.write(
                folder.resolve("relabelled.jsonl"),
                lines.stream()
                        .map(line -> line.replaceFirst("\"label\": \"cat\"", "\"label\": \"cow\""))
                        .toList());
        assertThat(evaluation.run(List.of(relabelled), SETTINGS).datasetSha256())
                .isNotEqualTo(digest);
        assertThat(evaluation
                        .run(List.of(samples), SETTINGS.withKeepScores(false))
                        .datasetSha256())
                .isEqualTo(digest);
    }

    @Test
    void unpairedEvaluatorsKnowNothingOfTheirQuestions() {
        Path samples = MadeSamples.many(folder, 50);
        assertThat(new EveryEvaluator("latency", "")
                        .evaluation()
                        .run(List.of(samples), SETTINGS)
                        .dataset())
                .isEmpty();
        assertThat(new EveryEvaluator("latency", "--reference label")
                        .evaluation()
                        .run(List.of(samples), SETTINGS)
                        .dataset())
                .isPresent();
    }

    @Test
    void anIdThatOccursTwiceIsNamedWithBothPlaces() {
        Path samples = MadeSamples.of(
                folder,
                "{\"id\": \"q1\", \"correct\": true}",
                "{\"id\": \"q2\", \"correct\": true}",
                "{\"id\": \"q1\", \"correct\": false}");
        assertThatThrownBy(() -> Run.of("accuracy", "--correct correct", samples))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(samples + ":3: the id 'q1' stands at " + samples
                        + ":1 already; give each sample an id of its own, or name the column with --id");
        assertThat(Run.of("rate", "--flag correct --pairing unpaired", samples)
                        .all("")
                        .samples())
                .isEqualTo(3);
    }

    @Test
    void samplesWithoutIdsAreEvaluatedAndLaterDiffsSaidToBeUnpaired() {
        Path samples = MadeSamples.of(folder, "{\"correct\": true}", "{\"correct\": false}");
        assertThat(Run.of("accuracy", "--correct correct", samples).findings().warnings())
                .containsExactly("Samples have no id, so that later diffs will be unpaired; name the column with --id");
        Path some = MadeSamples.of(folder, "{\"correct\": true}", "{\"id\": 1, \"correct\": false}");
        assertThatThrownBy(() -> Run.of("accuracy", "--correct correct", some))
                .hasMessage("1 of 2 samples have an id; give all of them one, or none");
    }

    @Test
    void aMissingLabelIsABadLineThatTheRunMayAllow() {
        Path samples = MadeSamples.of(
                folder,
                "{\"id\": 1, \"label\": \"a\", \"prediction\": \"a\"}",
                "{\"id\": 2, \"prediction\": \"a\"}",
                "{\"id\": 3, \"label\": \"b\", \"prediction\": \"a\"}");
        assertThatThrownBy(() -> Run.of("accuracy", "", samples))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith(samples + ":2")
                .hasMessageContaining("a label");
        Findings findings = Run.of("accuracy", "--max-bad-lines 1", samples).findings();
        assertThat(findings.samples().used()).isEqualTo(2);
        assertThat(findings.samples().bad()).isEqualTo(1);
        assertThat(findings.samples().badExamples()).singleElement().asString().startsWith(samples + ":2");
    }

    @Test
    void noSampleAtAllIsAnError() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThatThrownBy(() -> Run.of("accuracy", "--correct correct", empty)).isInstanceOf(EvalkitException.class);
        Path samples = MadeSamples.of(folder, "{\"id\": 1, \"correct\": true, \"split\": \"train\"}");
        assertThatThrownBy(() -> Run.of("accuracy", "--correct correct --where split=test", samples))
                .hasMessage("There is no sample to evaluate: 1 do not fulfil --where");
    }

    @Test
    void conditionsChooseSamples() {
        Path samples = MadeSamples.of(
                folder,
                "{\"id\": 1, \"correct\": true, \"split\": \"test\", \"tags\": [\"x\", \"y\"]}",
                "{\"id\": 2, \"correct\": false, \"split\": \"test\", \"tags\": [\"y\"]}",
                "{\"id\": 2, \"correct\": false, \"split\": \"train\", \"tags\": [\"x\"]}");
        Run run = Run.of("accuracy", "--correct correct --where split=test --where tags=x", samples);
        assertThat(run.all("").samples()).isEqualTo(1);
        assertThat(run.all("").value()).isEqualTo(1);
    }

    @Test
    void twoParallelArraysAreSamplesWithTheirPositionsAsIds() throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.json"), "[\"a\", 2, true]");
        Path pred = Files.writeString(folder.resolve("preds.json"), "[\"a\", 2.0, null]");
        SampleEvaluation evaluation = SampleEvaluation.of(
                Evaluators.load().named("accuracy"), List.of("--gold", "gold.json", "--pred", "preds.json"));
        assertThat(evaluation.parallelFiles()).contains(new ParallelFiles("gold.json", "preds.json"));
        Findings findings = evaluation.runParallel(gold, pred, SETTINGS);
        assertThat(findings.measures().get(0).value()).isEqualTo(2.0 / 3);
        assertThat(findings.warnings()).isEmpty();
        assertThat(findings.dataset()).isPresent();
    }

    @Test
    void parallelArraysGiveNoOtherColumns() {
        SampleEvaluation evaluation = SampleEvaluation.of(
                Evaluators.load().named("accuracy"),
                List.of("--gold", "gold.json", "--pred", "preds.json", "--slice", "subject"));
        assertThatThrownBy(() -> evaluation.runParallel(folder, folder, SETTINGS))
                .hasMessage(
                        "builtin:accuracy reads the column 'subject', but --gold and --pred give the columns label and prediction alone");
        assertThatThrownBy(() -> SampleEvaluation.of(Evaluators.load().named("accuracy"), List.of("--gold", "g.json")))
                .hasMessage("builtin:accuracy: --gold and --pred name two parallel arrays; found only --gold");
    }

    @Test
    void aSliceColumnWithAThousandValuesIsRefused() {
        Path samples = MadeSamples.many(folder, 1100);
        assertThatThrownBy(() -> Run.of("accuracy", "--slice id", samples))
                .hasMessage("--slice id has 1100 different values, more than the 1000 that make sense; e.g. 's0'."
                        + " Name a column that puts samples into groups");
    }

    @Test
    void aMeasureBecomesAResultItemWithTheFixedNames() {
        Path samples = MadeSamples.many(folder, 100);
        Measure measure =
                Run.of("accuracy", "--slice part --level 0.9", samples).slice("", "part", "p1");
        ResultItem item = measure.toItem("quality", Meta.of(Map.of(Meta.MODEL, "m")));
        assertThat(item.metricId()).isEqualTo("quality");
        assertThat(item.id().toString()).isEqualTo("quality model=m part=p1");
        assertThat(item.meta().asMap())
                .containsEntry("unit", "ratio")
                .containsEntry("higher_is_better", true)
                .containsEntry("ci_level", 0.9)
                .containsEntry("ci_method", "wilson")
                .containsKeys("slice", "std_error", "successes");
    }

    /** The file of items, as a run writes it. */
    private byte[] items(Findings findings) throws IOException {
        Path file = folder.resolve("current.json");
        ResultSet.of(findings.measures().stream()
                        .map(measure -> measure.toItem("quality", Meta.EMPTY))
                        .toList())
                .write(file);
        return Files.readAllBytes(file);
    }

    private byte[] scores(Findings findings, EveryEvaluator each) throws IOException {
        Path file = folder.resolve("scores.jsonl.gz");
        Objects.requireNonNull(findings.scores()).write(file, "quality", each.name(), 1);
        return Files.readAllBytes(file);
    }
}
