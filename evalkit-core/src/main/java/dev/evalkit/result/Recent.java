package dev.evalkit.result;

import org.jspecify.annotations.Nullable;

/**
 * Values met of late, so that equal ones can share one object: a table in which a newer value takes the place of an older one, hence of
 * bounded size whatever is read.
 */
final class Recent<T> {
    private static final int SLOTS = 1 << 12;

    private final @Nullable Object[] kept = new Object[SLOTS];

    /** An equal value met before if it is still known, else the given one. */
    @SuppressWarnings("unchecked") // Only values of T are put in, and equal objects of other classes are not met.
    T same(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (SLOTS - 1);
        if (value.equals(kept[slot])) {
            return (T) kept[slot];
        }
        kept[slot] = value;
        return value;
    }
}
