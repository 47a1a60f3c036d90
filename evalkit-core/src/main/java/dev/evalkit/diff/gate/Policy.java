package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which verdicts a build lets pass, and what that promises. Only rows that gate are looked at. */
public enum Policy {
    /** Passes only what is improved, no worse or new. */
    STRICT,
    /** Fails on what regressed, is missing, cannot be compared, or is inconclusive although a drop is proven; warns of what else is inconclusive. */
    BALANCED,
    /** Fails on what regressed, and warns of what is missing, incomparable or inconclusive. */
    LENIENT;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in configurations and documents, e.g. {@code balanced}. */
    public String id() {
        return id;
    }

    /**
     * The policy with that name.
     *
     * @throws EvalkitException if there is none
     */
    public static Policy ofId(String id) {
        return Arrays.stream(values())
                .filter(policy -> policy.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new EvalkitException("The policy '" + Shown.text(id) + "' is unknown; it can be any of "
                                + Arrays.stream(values()).map(Policy::id).collect(Collectors.joining(", "))));
    }

    /** Weighs the rows of a diff. */
    public Outcome judge(DiffResult diff) {
        return Outcome.of(diff, this);
    }

    /** What a row means for the build. */
    Weight weigh(DiffRow row) {
        if (!row.gating()) {
            return Weight.DISPLAY;
        }
        return switch (row.verdict()) {
            case REGRESSED -> Weight.FAIL;
            case MISSING, INCOMPARABLE -> this == LENIENT ? Weight.WARN : Weight.FAIL;
            case INCONCLUSIVE -> failsInconclusive(row) ? Weight.FAIL : Weight.WARN;
            case IMPROVED, NO_WORSE, NEW -> Weight.PASS;
        };
    }

    private boolean failsInconclusive(DiffRow row) {
        return this == STRICT || (this == BALANCED && row.says(Reason.Code.PROVEN_DROP));
    }

    /**
     * What the policy promises, in one line.
     *
     * @param tested how many of the rows that gate have a p-value: for these the promise holds
     */
    String promise(long tested) {
        boolean isOne = tested == 1;
        String one = "the one indicator that was tested";
        String many = "the " + tested + " indicators that were tested";
        return switch (this) {
            case STRICT ->
                "strict passes at most 2.5 % of runs in which " + (isOne ? one : "any of " + many)
                        + " is worse by its margin or more";
            case BALANCED ->
                "balanced fails at most 2.5 % of runs in which " + (isOne ? one + " is not" : "none of " + many + " is")
                        + " worse; it finds a true drop of exactly a margin at most about half the time";
            case LENIENT ->
                "lenient fails at most 2.5 % of runs in which " + (isOne ? one + " is not" : "none of " + many + " is")
                        + " worse by more than its margin";
        };
    }

    /** What a row means for the build; {@code gate} in documents. */
    enum Weight {
        FAIL,
        WARN,
        PASS,
        /** The row is for display. */
        DISPLAY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
