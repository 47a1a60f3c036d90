package dev.evalkit.diff.contest;

import java.util.Locale;

/** How a model stands in one indicator. */
public enum Standing {
    /** Its value is the best, and each other model that has one is proven to be worse. */
    BEST,
    /** Its value is the best, which may be chance. */
    LEADING,
    /** It is proven to be worse than the leading one. */
    WORSE,
    /** Its value is not the best, which may be chance. */
    OPEN,
    /** It cannot be compared with the leading one. */
    INCOMPARABLE,
    /** It has no value. */
    MISSING;

    /** The name in sentences. */
    public String words() {
        return this == OPEN ? "not proven worse" : name().toLowerCase(Locale.ROOT);
    }
}
