package dev.evalkit.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names seen in one object, to find the second of two that are equal.
 *
 * <p>Made for objects of a few names by the million: a 64-bit filter over the hash codes answers most questions, a short array
 * the rest, and only large objects pay for a hash set.
 */
final class NameSet {
    private static final int FEW = 16;

    private final String[] few = new String[FEW];
    private int count;
    private long filter;
    private @Nullable Set<String> many;

    void clear() {
        count = 0;
        filter = 0;
        many = null;
    }

    /** Adds a name; false if it was there. */
    boolean add(String name) {
        if (many != null) {
            return many.add(name);
        }
        long bit = 1L << name.hashCode();
        if ((filter & bit) != 0 && isAmongFew(name)) {
            return false;
        }
        filter |= bit;
        if (count < FEW) {
            few[count++] = name;
            return true;
        }
        many = new HashSet<>(Arrays.asList(few));
        return many.add(name);
    }

    private boolean isAmongFew(String name) {
        for (int i = 0; i < count; i++) {
            if (few[i].equals(name)) {
                return true;
            }
        }
        return false;
    }
}
