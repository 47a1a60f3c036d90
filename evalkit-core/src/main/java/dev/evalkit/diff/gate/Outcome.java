package dev.evalkit.diff.gate;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the gate says of a diff.
 *
 * @param diff the diff
 * @param policy what was let pass
 * @param failing the rows that fail the build, each with its reasons
 * @param warned the rows that do not, and should be looked at nevertheless
 */
public record Outcome(DiffResult diff, Policy policy, List<DiffRow> failing, List<DiffRow> warned) {
    public Outcome {
        failing = DiffResult.copyOf(failing);
        warned = DiffResult.copyOf(warned);
    }

    static Outcome of(DiffResult diff, Policy policy) {
        return new Outcome(
                diff,
                policy,
                diff.select(row -> policy.weigh(row) == Policy.Weight.FAIL),
                diff.select(row -> policy.weigh(row) == Policy.Weight.WARN));
    }

    /** Whether the build may go on. A diff in which nothing gates has shown nothing, and does not pass. */
    public boolean passed() {
        return failing.isEmpty() && measured();
    }

    /** Whether the row is one of those that fail the build. */
    public boolean fails(DiffRow row) {
        return policy.weigh(row) == Policy.Weight.FAIL;
    }

    /** Whether any row gates at all. */
    public boolean measured() {
        return diff.rows().stream().anyMatch(DiffRow::gating);
    }

    /**
     * What the policy promises of runs like this one, in one line; that nothing is promised where no row that gates was tested.
     *
     * <p>The strict policy also says how often it fails a model that did not change, with these samples.
     */
    public String promise() {
        List<TestResult> tests = diff.rows().stream()
                .filter(DiffRow::gating)
                .map(DiffRow::test)
                .filter(Objects::nonNull)
                .toList();
        if (tests.isEmpty()) {
            return "Nothing is promised: no indicator has samples or intervals to be tested";
        }
        String promise = policy.promise(tests.size());
        if (policy != Policy.STRICT) {
            return promise;
        }
        double passes = tests.stream().mapToDouble(TestResult::unchangedPasses).reduce(1, (a, b) -> a * b);
        return promise
                + String.format(
                        Locale.ROOT, "; it fails a model that did not change in about %.0f %%", 100 * (1 - passes));
    }

    /** What can be done about what failed or is open, a step an entry, without full stops; accepting the run is not among them. */
    public List<String> next() {
        return NextSteps.of(this);
    }

    /** The rows that gate and did get worse: by more than is tolerated, or by an amount that is open. What a baseline may refuse. */
    public List<DiffRow> worse() {
        return diff.select(row -> row.gating()
                && (row.verdict() == Verdict.REGRESSED
                        || (row.verdict() == Verdict.INCONCLUSIVE && row.says(Reason.Code.PROVEN_DROP))));
    }
}
