package dev.evalkit.diff;

import static dev.evalkit.diff.Items.only;
import static dev.evalkit.diff.Items.withInterval;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.gate.Policy;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What many indicators do to each other's verdicts, and what the gate makes of it. */
class FamilyTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.02);

    /** One indicator that dropped by 0.05 ± 0.0283 (MOVER of two intervals of ± 0.02), and others that did not change. */
    private static DiffResult among(int family) {
        List<ResultItem> before = new ArrayList<>(List.of(withInterval("x", 0.85, 0.83, 0.87)));
        List<ResultItem> after = new ArrayList<>(List.of(withInterval("x", 0.80, 0.78, 0.82)));
        for (int i = 1; i < family; i++) {
            before.add(withInterval("other" + i, 0.5, 0.495, 0.505));
            after.add(withInterval("other" + i, 0.5, 0.495, 0.505));
        }
        return DIFF.compare(ResultSet.of(before), ResultSet.of(after));
    }

    @Test
    void aRegressionAloneMayBeNoneAmongMany() {
        DiffRow alone = among(1).rows().get(0);
        assertThat(alone.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(alone.reasons())
                .extracting(Reason::text)
                .containsExactly("worse by 0.05 (95 %: 0.0217 to 0.0783 worse), beyond the tolerated 0.02 (p=0.0376)");

        DiffRow many = among(20).rows().get(0);
        assertThat(many.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(many.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "worse by 0.05 (95 %: 0.0217 to 0.0783 worse); about 4087 samples on either side could tell; there are 1000",
                        "it did get worse (p=0.0106 among 20); whether by more than the tolerated 0.02 is open",
                        "worse than tolerated on its own (p=0.0376), not among 20 indicators (p=0.753)");
        TestResult test = Objects.requireNonNull(many.test());
        assertThat(test.family()).isEqualTo(20);
        assertThat(test.pZeroAdjusted()).isEqualTo(20 * test.pZero());
        assertThat(test.ci()).isEqualTo(Objects.requireNonNull(alone.test()).ci());
    }

    @Test
    void balancedFailsOnAProvenDropBeyondTheMarginAndLenientDoesNot() {
        assertThat(Policy.BALANCED.judge(among(20)).passed()).isFalse();
        assertThat(Policy.BALANCED.judge(among(20)).worse()).hasSize(1);
        assertThat(Policy.LENIENT.judge(among(20)).passed()).isTrue();
        assertThat(Policy.LENIENT.judge(among(20)).warned()).hasSize(1);

        // Among 200 not even the drop is proven.
        assertThat(Policy.BALANCED.judge(among(200)).passed()).isTrue();
        assertThat(Policy.STRICT.judge(among(200)).passed()).isFalse();
    }

    @Test
    void improvementsAreNotAdjustedAndSaySo() {
        ResultSet before = Items.set(withInterval("x", 0.80, 0.78, 0.82), withInterval("y", 0.5, 0.495, 0.505));
        ResultSet after = Items.set(withInterval("x", 0.85, 0.83, 0.87), withInterval("y", 0.5, 0.495, 0.505));
        DiffRow row = DIFF.compare(before, after).rows().get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "better by 0.05 (95 %: 0.0217 to 0.0783 better)",
                        "improvements are not adjusted for the number of indicators: of 20 that did not change, one looks improved"
                                + " in 40 % of runs");
    }

    @Test
    void aProvenDropWithinTheMarginIsNoWorse() {
        DiffRow row = only(Diff.withDefaults()
                .withThreshold(0.1)
                .compare(
                        Items.set(withInterval("x", 0.85, 0.83, 0.87)),
                        Items.set(withInterval("x", 0.80, 0.78, 0.82))));

        assertThat(row.verdict()).isEqualTo(Verdict.NO_WORSE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "worse by 0.05 (95 %: 0.0217 to 0.0783 worse): a proven drop within the tolerated 0.1");
    }

    @Test
    void anUnboundedEndProvesADropButNotItsAbsence() {
        ResultSet before = Items.set(withInterval("x", 0.85, 0.83, 0.87));
        DiffRow worse = only(DIFF.compare(before, Items.set(withInterval("x", 0.60, Double.NEGATIVE_INFINITY, 0.62))));
        assertThat(worse.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(Objects.requireNonNull(worse.test()).ci().low()).isNull();

        DiffRow open = only(DIFF.compare(before, Items.set(withInterval("x", 0.85, Double.NEGATIVE_INFINITY, 0.87))));
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        DiffRow nothing = only(DIFF.compare(
                before, Items.set(withInterval("x", 0.85, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))));
        assertThat(nothing.reasons().get(0).text()).isEqualTo("the interval is unbounded on both sides");
    }

    @Test
    void intervalsOfOtherLevelsAreBroughtToOneWhereTheBuildAllowsIt() {
        ResultSet before = Items.set(withInterval("x", 0.85, 0.83, 0.87));
        ResultSet after = Items.set(withInterval("x", 0.80, 0.78, 0.82, "ci_level", 0.99));
        ResultSet at95 = Items.set(withInterval("x", 0.85, 0.83, 0.87, "ci_level", 0.95));

        assertThat(only(DIFF.compare(before, after)).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(only(DIFF.compare(at95, after)).reasons().get(0).text()).isEqualTo("ci_level differs: 0.95 → 0.99");
        DiffRow allowed = only(DIFF.allowing(List.of("ci_level")).compare(at95, after));
        assertThat(Objects.requireNonNull(
                        Objects.requireNonNull(allowed.test()).ci().high()))
                .isEqualTo(
                        -0.05 + Math.hypot(0.02 * 1.959963984540054 / 2.5758293035489004, 0.02),
                        org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void eachPolicySaysWhatItPromises() {
        assertThat(Policy.BALANCED.judge(among(20)).promise())
                .isEqualTo(
                        "balanced fails at most 2.5 % of runs in which none of the 20 indicators that were tested is worse;"
                                + " it finds a true drop of exactly a margin at most about half the time");
        assertThat(Policy.LENIENT.judge(among(1)).promise())
                .isEqualTo(
                        "lenient fails at most 2.5 % of runs in which the one indicator that was tested is not worse by more than its margin");
        assertThat(Policy.STRICT.judge(among(20)).promise())
                .isEqualTo(
                        "strict passes at most 2.5 % of runs in which any of the 20 indicators that were tested is worse by its"
                                + " margin or more; it fails a model that did not change in about 72 %");
        assertThat(Policy.STRICT
                        .judge(DIFF.compare(Items.set(Items.item("x", 1)), Items.set(Items.item("x", 1))))
                        .promise())
                .isEqualTo("Nothing is promised: no indicator has samples or intervals to be tested");
    }
}
