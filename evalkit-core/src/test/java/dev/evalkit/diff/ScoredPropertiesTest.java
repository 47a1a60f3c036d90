package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.result.Interval;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of diffs of samples, whatever the samples are: a run has something of every kind of statistic. */
class ScoredPropertiesTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.05).allowing(List.of("dataset_sha256"));

    @TempDir
    Path folder;

    private Side run(String name, List<String> lines) {
        return Assorted.run(folder.resolve(name), lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void swappingTheSidesNegatesTheDeltaAndItsIntervalOnTheScaleThatIsJudged(long seed) {
        Side one = run("one", Assorted.samples(seed, 120));
        Side other = run("other", Assorted.samples(seed + 10, 120));
        Map<String, DiffRow> forward = byItem(DIFF.compare(one, other));
        Map<String, DiffRow> backward = byItem(DIFF.compare(other, one));

        assertThat(forward.values().stream().map(DiffRow::test).filter(Objects::nonNull))
                .hasSizeGreaterThan(20);
        forward.forEach((item, row) -> {
            DiffRow swapped = Objects.requireNonNull(backward.get(item), item);
            TestResult test = row.test();
            if (test == null || swapped.test() == null) {
                assertThat(swapped.test()).as(item).isEqualTo(test);
                return;
            }
            assertThat(swapped.test().name()).isEqualTo(test.name());
            assertThat(Objects.requireNonNull(swapped.change()).delta())
                    .as(item)
                    .isEqualTo(-Objects.requireNonNull(row.change()).delta());
            double p = Objects.requireNonNull(row.previous()).value();
            double c = Objects.requireNonNull(row.current()).value();
            assertMirrored(
                    item,
                    test.scale(),
                    p,
                    test.ci().high(),
                    c,
                    swapped.test().ci().low());
            assertMirrored(
                    item,
                    test.scale(),
                    p,
                    test.ci().low(),
                    c,
                    swapped.test().ci().high());
            // Doubled tails of both directions: one of them is 1, or they are discrete and overlap.
            assertThat(Math.max(test.pZero(), swapped.test().pZero())).as(item).isGreaterThan(0.999);
        });
    }

    /** An end of the interval from p to c, and the other end of that from c to p: negated, or as ratios inverted. */
    private static void assertMirrored(
            String item, String scale, double p, @Nullable Double forward, double c, @Nullable Double backward) {
        if (forward == null || backward == null) {
            assertThat(forward).as(item).isEqualTo(backward);
        } else if (scale.equals("difference")) {
            assertThat(backward).as(item).isEqualTo(-forward, within(1e-12));
        } else {
            assertThat((backward + c) / c).as(item).isEqualTo(p / (forward + p), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void theOrderOfSamplesChangesNothing(long seed) {
        List<String> lines = Assorted.samples(seed + 10, 120);
        Side previous = run("a", Assorted.samples(seed, 120));
        DiffResult ordered = DIFF.compare(previous, run("b", lines));
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, DiffRow> again = byItem(DIFF.compare(previous, run("c", shuffled)));

        for (DiffRow row : ordered.rows()) {
            DiffRow other = Objects.requireNonNull(again.get(row.id().toString()));
            assertThat(other.verdict()).isEqualTo(row.verdict());
            assertThat(other.flips()).isEqualTo(row.flips());
            if (row.test() != null && other.test() != null) {
                assertThat(other.test().pZero()).isEqualTo(row.test().pZero(), within(1e-12));
                assertThat(other.test().pMargin()).isEqualTo(row.test().pMargin(), within(1e-9));
            }
        }
    }

    @Test
    void theSeedChangesNoVerdict() {
        Side previous = run("a", Assorted.samples(7, 150));
        Side current = run("b", Assorted.samples(18, 150));
        List<Verdict> verdicts = DIFF.compare(previous, current).gating().stream()
                .map(DiffRow::verdict)
                .toList();

        for (long seed : new long[] {1, 2, 3}) {
            assertThat(DIFF.withSeed(seed).compare(previous, current).gating())
                    .extracting(DiffRow::verdict)
                    .isEqualTo(verdicts);
        }
    }

    @Test
    void anIdenticalSampleMoreNeverTurnsNoWorseIntoRegressed() {
        // Half the margin is lost, and the interval ends just above the margin.
        for (int count = 200; count < 260; count++) {
            List<String> before = Lines.answers(count, 150, 0, 0);
            List<String> after = Lines.answers(count, 150, 4, 2);
            Diff diff = Diff.withDefaults().withThreshold(0.035);
            DiffRow row = diff.compare(run(before), run(after)).rows().get(0);
            before.add(Lines.answer(count, true));
            after.add(Lines.answer(count, true));
            DiffRow more = diff.compare(run(before), run(after)).rows().get(0);
            if (row.verdict() == Verdict.NO_WORSE) {
                assertThat(more.verdict()).as(count + " samples").isEqualTo(Verdict.NO_WORSE);
            }
        }
    }

    private int runs;

    private Side run(List<String> lines) {
        return ScoredRun.ofLines(folder.resolve("r" + runs++), "answers", "accuracy", "--correct correct", lines);
    }

    @Test
    void allThatATestFoundIsWrittenByTheSchemaAndReadBack() throws IOException {
        Outcome outcome = Policy.BALANCED.judge(
                DIFF.compare(run("a", Assorted.samples(1, 120)), run("b", Assorted.samples(2, 118))));
        Path file = folder.resolve("diff.json");
        DiffFile.write(file, outcome);

        assertThat(Schemas.bundled().get(DocumentKind.DIFF).validate(JsonDocument.read(file, "diff.json")))
                .isEmpty();
        assertThat(DiffFile.read(file)).isEqualTo(outcome);
        assertThat(Files.readString(file))
                .doesNotContain("NaN", "Infinity")
                .contains("\"flips\"", "\"std_errors\"", "\"shared\"");
    }

    private static Map<String, DiffRow> byItem(DiffResult diff) {
        return diff.rows().stream().collect(Collectors.toMap(row -> row.id().toString(), Function.identity()));
    }

    @Test
    void sidesWithoutVariationAndWithoutSamplesGiveNoNaN() {
        List<String> same = Lines.of(40, i -> Lines.score(i, 0.5));
        List<String> lower = Lines.of(40, i -> Lines.score(i, 0.25));
        Diff diff = Diff.withDefaults().withThreshold(0.1);
        DiffRow row = diff.compare(graded("a", same), graded("b", lower)).rows().get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(Objects.requireNonNull(row.test()).ci()).isEqualTo(new Interval(-0.25, -0.25));
        DiffFile.write(
                folder.resolve("diff.json"), Policy.STRICT.judge(diff.compare(graded("a", same), graded("b", lower))));
    }

    private Side graded(String name, List<String> lines) {
        return ScoredRun.ofLines(folder.resolve(name), "graded", "accuracy", "--score score", lines);
    }
}
