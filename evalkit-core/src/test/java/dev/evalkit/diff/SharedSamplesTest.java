package dev.evalkit.diff;

import static dev.evalkit.diff.Items.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSamplesTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.05);

    @TempDir
    Path folder;

    private Side run(String name, List<String> lines) {
        return ScoredRun.ofLines(folder.resolve(name), "answers", "accuracy", "--correct correct", lines);
    }

    @Test
    void theSameScoresAreNoWorseWhateverTheMargin() {
        List<String> lines = Lines.answers(50, 30, 0, 0);
        DiffRow row = only(DIFF.withThreshold(0).compare(run("a", lines), run("b", lines)));

        assertThat(row.verdict()).isEqualTo(Verdict.NO_WORSE);
        assertThat(row.reasons()).extracting(Reason::text).containsExactly("all 50 scores are the same on both sides");
        assertThat(Objects.requireNonNull(row.test()).pZero()).isEqualTo(1);
    }

    @Test
    void withAMarginOfZeroOnlyTheSameScoresAreNoWorse() {
        DiffRow row = only(DIFF.withThreshold(0)
                .compare(run("a", Lines.answers(2000, 1500, 0, 0)), run("b", Lines.answers(2000, 1500, 1, 1))));

        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "neither better nor worse (95 %: 0.00236 worse to 0.00236 better); nothing is tolerated, so that no number of"
                                + " samples shows that nothing got worse",
                        "with a margin of 0, \"no worse\" needs identical scores");
        assertThat(Objects.requireNonNull(row.test()).neededSamples()).isNull();
    }

    @Test
    void theOrderOfSamplesDoesNotMatter() {
        List<String> later = Lines.answers(300, 200, 20, 5);
        Side previous = run("a", Lines.answers(300, 200, 0, 0));
        DiffRow ordered = only(DIFF.compare(previous, run("b", later)));
        Collections.shuffle(later, new Random(1));

        assertThat(only(DIFF.compare(previous, run("c", later)))).isEqualTo(ordered);
    }

    @Test
    void upToFivePercentOfEitherSideMayBeMissing() {
        List<String> previous = Lines.answers(100, 80, 0, 0);
        List<String> current = Lines.answers(105, 80, 0, 0).subList(5, 105);
        DiffRow row = only(DIFF.compare(run("a", previous), run("b", current)));

        assertThat(row.reasons())
                .extracting(Reason::text)
                .contains("judged on the 95 samples that both sides have; 5 lost, 5 added");
        Observation before = Objects.requireNonNull(row.previous());
        assertThat(before.value()).isEqualTo(0.8);
        assertThat(Objects.requireNonNull(before.shared()).value()).isEqualTo(75 / 95.0);
        assertThat(before.shared().samples()).isEqualTo(95);
        assertThat(Objects.requireNonNull(before.shared().ci()).contains(75 / 95.0))
                .isTrue();
        assertThat(Objects.requireNonNull(row.change()).delta()).isZero();
        assertThat(Objects.requireNonNull(row.test()).paired()).isEqualTo(95);
    }

    @Test
    void moreThanFivePercentMakeRunsIncomparableUnlessTheBuildAllowsIt() {
        Side previous = run("a", Lines.answers(100, 80, 0, 0));
        Side current = run("b", Lines.answers(94, 80, 0, 0));
        DiffRow row = only(DIFF.compare(previous, current));

        assertThat(row.verdict()).isEqualTo(Verdict.INCOMPARABLE);
        assertThat(row.reasons().get(0).text())
                .isEqualTo("fewer than 95 % of the samples are on both sides: 6 of 100 lost, 0 of 94 added");
        assertThat(only(DIFF.allowing(List.of("ids")).compare(previous, current))
                        .verdict())
                .isEqualTo(Verdict.NO_WORSE);
    }

    @Test
    void otherQuestionsUnderTheSameIdsAreIncomparable() {
        List<String> previous = Lines.of(40, i -> Lines.labelled(i, i % 2 == 0 ? "a" : "b", "a"));
        List<String> current = Lines.of(40, i -> Lines.labelled(i, i % 2 == 0 || i == 7 ? "a" : "b", "a"));
        DiffRow row = only(DIFF.compare(
                ScoredRun.ofLines(folder.resolve("a"), "answers", "accuracy", "", previous),
                ScoredRun.ofLines(folder.resolve("b"), "answers", "accuracy", "", current)));

        assertThat(row.verdict()).isEqualTo(Verdict.INCOMPARABLE);
        assertThat(row.reasons().get(0).text()).isEqualTo("1 of 40 shared samples have another reference, e.g. q00007");
    }

    @Test
    void withoutTheScoresOfASideIntervalsAreCompared() throws IOException {
        Side previous = run("a", Lines.answers(100, 80, 0, 0));
        Side current = run("b", Lines.answers(100, 80, 0, 0));
        Files.delete(folder.resolve("a/scores/answers.jsonl.gz"));
        DiffRow row = only(DIFF.compare(previous, current));

        assertThat(Objects.requireNonNull(row.test()).name()).isEqualTo("mover");
        assertThat(row.reasons())
                .extracting(Reason::text)
                .contains("the scores of the previous side are not there, so that samples could not be compared");
    }

    @Test
    void scoresThatAreNotThoseOfTheRunAreRefused() throws IOException {
        Side previous = run("a", Lines.answers(100, 80, 0, 0));
        Side current = run("b", Lines.answers(100, 70, 0, 0));
        Files.copy(
                folder.resolve("b/scores/answers.jsonl.gz"),
                folder.resolve("a/scores/answers.jsonl.gz"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> DIFF.compare(previous, current))
                .isInstanceOf(EvalkitException.class)
                .hasMessageMatching(
                        ".*/a/scores/answers\\.jsonl\\.gz: the scores have the SHA-256 [0-9a-f]{64}, but results says"
                                + " [0-9a-f]{64}: they are not those of its run\\. Restore them from version control, or evaluate again");
    }

    @Test
    void flipsAreCountedAndTheFirstOnesListedWithTheirIds() {
        DiffRow row =
                only(DIFF.compare(run("a", Lines.answers(100, 60, 0, 0)), run("b", Lines.answers(100, 60, 12, 1))));

        var flips = Objects.requireNonNull(row.flips());
        assertThat(flips).extracting("worse", "better").containsExactly(12L, 1L);
        assertThat(flips.examples()).hasSize(11);
        assertThat(flips.examples().get(0).toString())
                .isEqualTo("Flip[id=q00048, previous=1.0, current=0.0, isBetter=false]");
        assertThat(flips.examples().get(10).toString())
                .isEqualTo("Flip[id=q00099, previous=0.0, current=1.0, isBetter=true]");
    }

    @Test
    void slicesAreJudgedOnTheirOwnSamplesAndForDisplayUnlessListed() {
        Side previous = sliced("a", Lines.answers(160, 120, 0, 0));
        Side current = sliced("b", Lines.answers(160, 120, 40, 0));
        DiffResult all = DIFF.compare(previous, current);
        DiffRow slice = all.rows().stream()
                .filter(row -> row.id().slice().containsValue("s0"))
                .findFirst()
                .orElseThrow();

        assertThat(slice.gating()).isFalse();
        assertThat(Objects.requireNonNull(slice.test()).paired()).isEqualTo(20);
        assertThat(slice.test()).extracting("family", "pZeroAdjusted").containsExactly(0, null);
        assertThat(slice.flips()).extracting("worse").isEqualTo(5L);
        assertThat(DIFF.withSlices(List.of()).compare(previous, current).rows())
                .allMatch(row -> row.id().slice().isEmpty());
        assertThat(DIFF.withSlices(List.of("subject")).compare(previous, current))
                .isEqualTo(all);
    }

    private Side sliced(String name, List<String> lines) {
        return ScoredRun.ofLines(
                folder.resolve(name), "answers", "accuracy", "--correct correct --slice subject", lines);
    }

    @Test
    void numbersOfOneClassAreComparedOnThatClass() {
        List<String> before = Lines.of(90, i -> Lines.labelled(i, "c" + i % 3, "c" + i % 3));
        List<String> after = Lines.of(90, i -> Lines.labelled(i, "c" + i % 3, i % 6 == 0 ? "c1" : "c" + i % 3));
        DiffResult diff = DIFF.compare(
                ScoredRun.ofLines(folder.resolve("a"), "f1", "classification", "--metric f1", before),
                ScoredRun.ofLines(folder.resolve("b"), "f1", "classification", "--metric f1", after));

        DiffRow recall = diff.rows().stream()
                .filter(row -> row.id().metricId().equals("f1.recall")
                        && row.id().slice().containsValue("c0"))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(recall.change()).delta()).isEqualTo(-0.5);
        assertThat(Objects.requireNonNull(recall.test()).name()).isEqualTo("paired_t");
        assertThat(recall.verdict()).isEqualTo(Verdict.REGRESSED);
    }
}
