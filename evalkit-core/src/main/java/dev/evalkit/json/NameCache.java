package dev.evalkit.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives one string for all equal names of a document: names come by the million, are few, and mostly follow one another in the
 * same order, so that the next one can be guessed and only has to be compared.
 *
 * <p>A fixed table without chains: a name that finds its place taken by another takes the place.
 */
final class NameCache {
    private static final int SIZE = 512;

    private final @Nullable Entry[] entries = new @Nullable Entry[SIZE];
    private Entry last = new Entry("", new byte[0]);

    /** A name, its bytes with both quotes, and the name that followed it last time. */
    private static final class Entry {
        private final String name;
        private final byte[] quoted;
        private @Nullable Entry next;

        Entry(String name, byte[] quoted) {
            this.name = name;
            this.quoted = quoted;
        }
    }

    /** The name that comes next if it is the one that is expected, and has been read then; else null. */
    @Nullable
    String guess(JsonInput in) {
        Entry guess = last.next;
        if (guess == null) {
            return null;
        }
        in.ensure(guess.quoted.length);
        int to = in.at + guess.quoted.length;
        if (to > in.end || !Arrays.equals(in.bytes, in.at, to, guess.quoted, 0, guess.quoted.length)) {
            return null;
        }
        in.at = to;
        last = guess;
        return guess.name;
    }

    /** The name that stands in plain ASCII between two places, with its quotes around it. */
    String get(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ (hash >>> 9)) & (SIZE - 1);
        Entry entry = entries[place];
        if (entry == null || !Arrays.equals(bytes, from - 1, to + 1, entry.quoted, 0, entry.quoted.length)) {
            entry = new Entry(
                    new String(bytes, from, to - from, StandardCharsets.ISO_8859_1),
                    Arrays.copyOfRange(bytes, from - 1, to + 1));
            entries[place] = entry;
        }
        last.next = entry;
        last = entry;
        return entry.name;
    }
}
