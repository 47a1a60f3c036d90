package dev.evalkit.diff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a diff says of one item. */
public enum Verdict {
    /** Worse than is tolerated, or a bound is broken. */
    REGRESSED,
    /** There are samples, but too few to tell. */
    INCONCLUSIVE,
    /** Better. */
    IMPROVED,
    /** Not worse than is tolerated. */
    NO_WORSE,
    /** Only the current side has it. */
    NEW,
    /** Only the previous side has it. */
    MISSING,
    /** Both sides have it, but they did not measure the same thing in the same way. */
    INCOMPARABLE;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in documents, e.g. {@code no_worse}. */
    public String id() {
        return id;
    }

    /** The name in sentences, e.g. {@code no worse}. */
    public String words() {
        return id.replace('_', ' ');
    }

    /** The verdict with that name in documents. */
    public static Optional<Verdict> ofId(String id) {
        return Arrays.stream(values()).filter(verdict -> verdict.id.equals(id)).findFirst();
    }
}
