package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which verdicts a build lets pass. Only rows that gate are looked at. */
public enum Policy {
    /** Passes only what is improved, no worse or new. */
    STRICT,
    /** Fails on what regressed, is missing or cannot be compared, and warns of what is inconclusive. */
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
            case INCONCLUSIVE -> this == STRICT ? Weight.FAIL : Weight.WARN;
            case IMPROVED, NO_WORSE, NEW -> Weight.PASS;
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
