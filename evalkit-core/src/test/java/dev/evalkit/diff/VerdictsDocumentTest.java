package dev.evalkit.diff;

import static dev.evalkit.diff.Items.only;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.report.DiffTable;
import dev.evalkit.result.ResultSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/verdicts.md, computed from the numbers that stand there. */
class VerdictsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "verdicts.md");

    private final String document;
    private final int samples;
    private final int right;
    private final int worse;
    private final int better;

    @TempDir
    Path folder;

    VerdictsDocumentTest() throws IOException {
        document = Files.readString(DOCUMENT);
        samples = (int) number("questions");
        right = (int) number("answered right before");
        worse = (int) number("right before, wrong now");
        better = (int) number("wrong before, right now");
    }

    /** The number beside a name in the document's tables. */
    private double number(String name) {
        Matcher row = Pattern.compile("\\| " + Pattern.quote(name) + " *\\| *([-0-9.]+) *\\|")
                .matcher(document);
        assertThat(row.find()).as("a row of the document for: " + name).isTrue();
        return Double.parseDouble(row.group(1));
    }

    /** Half a unit of the last digit that the document gives, so that it is rounded as it should be. */
    private void assertSaid(String name, double computed) {
        Matcher row = Pattern.compile("\\| " + Pattern.quote(name) + " *\\| *-?[0-9]*\\.?([0-9]*) *\\|")
                .matcher(document);
        assertThat(row.find()).as("a row of the document for: " + name).isTrue();
        assertThat(number(name))
                .as(name)
                .isEqualTo(computed, within(0.5001 * Math.pow(10, -row.group(1).length())));
    }

    private Outcome judged(double margin, Policy policy) {
        Side before = run("before", Lines.answers(samples, right, 0, 0));
        Side after = run("after", Lines.answers(samples, right, worse, better));
        return policy.judge(Diff.withDefaults().withThreshold(margin).compare(before, after));
    }

    private Side run(String name, List<String> lines) {
        Side side = ScoredRun.ofLines(folder.resolve(name), "accuracy", "accuracy", "--correct correct", lines);
        return Side.of(ResultSet.of(side.results().items().subList(0, 1)))
                .withScores(requireNonNull(side.folder()))
                .from(name + ".json", "");
    }

    private DiffRow row(double margin) {
        return only(judged(margin, Policy.BALANCED).diff());
    }

    @Test
    void theNumbersOfTheExampleAreThoseThatComeOut() {
        DiffRow row = row(0.02);
        TestResult test = requireNonNull(row.test());

        assertSaid("value before", requireNonNull(row.previous()).value());
        assertSaid("value now", requireNonNull(row.current()).value());
        assertSaid("delta", requireNonNull(row.change()).delta());
        assertSaid("lower end", requireNonNull(test.ci().low()));
        assertSaid("upper end", requireNonNull(test.ci().high()));
        assertSaid("p of \"no more than 0.02 was lost\"", test.pMargin());
        assertSaid(
                "p of \"no more than 0.05 was lost\"",
                requireNonNull(row(0.05).test()).pMargin());
        DesignCheck baseline = Diff.withDefaults()
                .withThreshold(0.02)
                .designs(run("before", Lines.answers(samples, right, 0, 0)))
                .get(0);
        assertSaid(
                "questions that a margin of 0.02 would need, by the baseline alone",
                requireNonNull(baseline.expectation().needed()));
        assertThat(requireNonNull(row.flips()).worse()).isEqualTo(worse);
        assertThat(row.flips().better()).isEqualTo(better);
    }

    @Test
    void theVerdictsOfTheExampleAreThoseThatComeOut() {
        for (double margin : new double[] {0.02, 0.05, 0.1}) {
            String verdict = row(margin).verdict().words();
            String outcomes = Arrays.stream(Policy.values())
                    .map(policy -> judged(margin, policy).passed() ? "passes" : "fails")
                    .reduce((a, b) -> a + " | " + b)
                    .orElseThrow();
            assertThat(document.replaceAll(" +", " "))
                    .contains("| " + margin + " | " + verdict + " | " + outcomes + " |");
        }
    }

    @Test
    void whatIsPrintedOfTheExampleIsWhatTheDocumentShows() {
        String printed = String.join("\n", DiffTable.withDefaults().lines(judged(0.02, Policy.BALANCED)));

        assertThat(document).contains("```\n" + printed + "\n```");
    }

    @Test
    void theTestsThatCanBeChosenAreAllExplained() {
        assertThat(TestChoice.values())
                .allSatisfy(choice -> assertThat(document).contains("`" + choice.id() + "`"));
        assertThat(Verdict.values())
                .allSatisfy(verdict -> assertThat(document).contains("**" + verdict.words() + "**"));
        assertThat(Policy.values()).allSatisfy(policy -> assertThat(document).contains("**" + policy.id() + "**"));
    }
}
