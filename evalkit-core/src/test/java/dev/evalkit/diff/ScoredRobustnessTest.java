package dev.evalkit.diff;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Finding;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.model.Direction;
import dev.evalkit.report.DiffFiles;
import dev.evalkit.report.DiffTable;
import dev.evalkit.result.ResultItem;
import dev.evalkit.stats.BenjaminiHochberg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a verdict does not, and what cannot be computed reaches no file. */
class ScoredRobustnessTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.05).allowing(List.of("dataset_sha256"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void swappingTheSidesSwapsTheTailsOnTheScaleThatIsJudged(long seed) {
        Side one = Assorted.run(folder.resolve("one"), Assorted.samples(seed, 90));
        Side other = Assorted.run(folder.resolve("other"), Assorted.samples(seed + 10, 90));
        Map<String, ResultItem> others = other.results().items().stream()
                .collect(Collectors.toMap(item -> item.id().toString(), Function.identity()));
        int judged = 0;
        for (ResultItem item : one.results().items()) {
            ResultItem counterpart = others.get(item.id().toString());
            if (counterpart == null) {
                continue;
            }
            Optional<Finding> forward = finding(one, item, other, counterpart);
            Optional<Finding> backward = finding(other, counterpart, one, item);
            if (forward.orElse(null) instanceof Evidence there && backward.orElse(null) instanceof Evidence back) {
                judged++;
                String name = item.id().toString();
                assertThat(back.difference()).as(name).isEqualTo(-there.difference(), within(1e-12));
                assertThat(back.low()).as(name).isEqualTo(-there.high(), within(1e-9));
                assertThat(back.high()).as(name).isEqualTo(-there.low(), within(1e-9));
                assertThat(back.zero().tails().worse())
                        .as(name)
                        .isEqualTo(there.zero().tails().better(), within(1e-9));
                assertThat(back.zero().tails().better())
                        .as(name)
                        .isEqualTo(there.zero().tails().worse(), within(1e-9));
            }
        }
        assertThat(judged).isGreaterThan(20);
    }

    private static Optional<Finding> finding(Side previous, ResultItem before, Side current, ResultItem after) {
        Basis basis = new BasisFinder(new ScoreStore(previous, current), TestChoice.AUTO).of(before, after);
        String identity = before.id().toString();
        return basis.judge(new Question(Direction.HIGHER_IS_BETTER, 0, identity, 7, TestChoice.AUTO, true));
    }

    @Test
    void neitherLocaleNorZoneNorThreadsChangeAByte() throws IOException {
        Side previous = Assorted.run(folder.resolve("a"), Assorted.samples(4, 80));
        Side current = Assorted.run(folder.resolve("b"), Assorted.samples(15, 80));
        String expected = everything(previous, current, "expected");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(everything(previous, current, "elsewhere")).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        DiffResult once = DIFF.compare(previous, current);
        assertThat(IntStream.range(0, 4).parallel().mapToObj(i -> DIFF.compare(previous, current)))
                .allMatch(once::equals);
    }

    private String everything(Side previous, Side current, String name) throws IOException {
        Outcome outcome = Policy.BALANCED.judge(DIFF.withDiscoveries().compare(previous, current));
        Path written = DiffFiles.write(Files.createDirectories(folder.resolve(name)), outcome);
        return Files.readString(written.resolve(DiffFile.NAME))
                + Files.readString(written.resolve(DiffFiles.SUMMARY))
                + String.join("\n", DiffTable.withDefaults().lines(outcome));
    }

    /** Differences whose sums round: with them the interval ends close to the margin, and one sample more shrinks it. */
    @ParameterizedTest
    @CsvSource({"--score score", "--score score --cluster subject"})
    void anIdenticalSampleMoreNeverTurnsNoWorseIntoRegressed(String arguments) {
        int noWorse = 0;
        for (int count = 40; count < 70; count += 3) {
            List<String> before = Lines.of(count, i -> Lines.score(i, 0.1 * (1 + i % 7)));
            List<String> after = Lines.of(count, i -> Lines.score(i, 0.1 * (1 + i % 7) - (i % 3 == 0 ? 0.1 : 0)));
            Verdict verdict = graded(arguments, before, after);
            before.add(Lines.score(count, 0.3));
            after.add(Lines.score(count, 0.3));
            if (verdict == Verdict.NO_WORSE) {
                noWorse++;
                assertThat(graded(arguments, before, after))
                        .as(count + " samples")
                        .isEqualTo(Verdict.NO_WORSE);
            }
        }
        assertThat(noWorse).isPositive();
    }

    private int runs;

    private Verdict graded(String arguments, List<String> before, List<String> after) {
        return Diff.withDefaults()
                .withThreshold(0.05)
                .compare(
                        ScoredRun.ofLines(folder.resolve("r" + runs++), "it", "accuracy", arguments, before),
                        ScoredRun.ofLines(folder.resolve("r" + runs++), "it", "accuracy", arguments, after))
                .rows()
                .get(0)
                .verdict();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheSamplesNoNaNReachesAFile(long seed) throws IOException {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(12);
        Side previous = Assorted.run(folder.resolve("a"), odd(random, count));
        Side current = Assorted.run(folder.resolve("b"), odd(random, count));
        for (double margin : new double[] {0, 1e-300, 0.05, 1e300}) {
            for (TestChoice test : TestChoice.values()) {
                DiffResult diff = DIFF.withThreshold(margin)
                        .withTest(test)
                        .withDiscoveries()
                        .compare(previous, current);
                Path written = DiffFiles.write(folder, Policy.STRICT.judge(diff), "mvn x");
                assertThat(Files.readString(written.resolve(DiffFile.NAME))).doesNotContain("NaN", "Infinity");
                assertThat(Files.readString(written.resolve(DiffFiles.SUMMARY))).doesNotContain("NaN", "Infinity");
                assertThat(DiffFile.read(written.resolve(DiffFile.NAME)).diff()).isEqualTo(diff);
            }
        }
    }

    /** Few samples, often all alike, with scores and times of all sizes. */
    private static List<String> odd(Random random, int count) {
        double[] sizes = {0, 1, 1, 0.5, 1e-9, 1e-100};
        boolean isConstant = random.nextBoolean();
        double constant = sizes[random.nextInt(sizes.length)];
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double size = isConstant ? constant : sizes[random.nextInt(sizes.length)];
            boolean is = !isConstant && random.nextBoolean();
            lines.add(String.format(
                    Locale.ROOT,
                    "{\"id\": \"q%d\", \"subject\": \"s%d\", \"correct\": %s, \"score\": %s, \"label\": \"c%d\", \"prediction\": \"c%d\","
                            + " \"latency_ms\": %s, \"clean\": true, \"adversarial\": %s}",
                    i,
                    i % 7,
                    is,
                    size,
                    i % 2,
                    is ? i % 2 : 1,
                    size * (i % 2 == 0 ? 1 : 1e100),
                    is));
        }
        return lines;
    }

    @Test
    void discoveriesAreCorrectedApartForWhatGatesAndWhatIsForDisplay() {
        Side previous = Assorted.run(folder.resolve("a"), Assorted.samples(1, 120));
        Side current = Assorted.run(folder.resolve("b"), Assorted.samples(12, 120));
        DiffResult plain = DIFF.compare(previous, current);
        DiffResult with = DIFF.withDiscoveries().compare(previous, current);

        for (boolean gating : new boolean[] {true, false}) {
            List<TestResult> tests = with.rows().stream()
                    .filter(row -> row.gating() == gating && row.test() != null)
                    .map(row -> requireNonNull(row.test()))
                    .toList();
            double[] q = BenjaminiHochberg.adjust(
                    tests.stream().mapToDouble(TestResult::pMargin).toArray());
            assertThat(tests).hasSizeGreaterThan(5);
            for (int i = 0; i < q.length; i++) {
                assertThat(tests.get(i).qMargin()).isEqualTo(q[i]);
            }
        }
        assertThat(plain.rows().stream().filter(row -> row.test() != null))
                .allMatch(row -> requireNonNull(row.test()).qMargin() == null);
        assertThat(with.rows())
                .extracting(DiffRow::verdict)
                .isEqualTo(plain.rows().stream().map(DiffRow::verdict).toList());
    }
}
