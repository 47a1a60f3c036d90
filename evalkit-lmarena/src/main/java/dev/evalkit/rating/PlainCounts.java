package dev.evalkit.rating;

import java.util.Arrays;

/**
 * Wins, losses and ties per pair of model ids, for the millions of battles that count once: an open-addressing table of
 * plain numbers, since boxed ones would cost more than reading the file.
 */
final class PlainCounts {
    private static final int OUTCOMES = 3;
    private static final long EMPTY = -1;

    private long[] keys = filled(64);
    private long[] counts = new long[64 * OUTCOMES];
    private int size;

    /** What is done with each pair. */
    interface Visitor {
        void visit(int first, int second, long wins, long losses, long ties);
    }

    /** Adds to the counts of a pair; the ids are below 2³¹, and the first is the side that wins are counted for. */
    void add(int first, int second, long wins, long losses, long ties) {
        int slot = slot((long) first << Integer.SIZE | second) * OUTCOMES;
        counts[slot] += wins;
        counts[slot + 1] += losses;
        counts[slot + 2] += ties;
    }

    void forEach(Visitor visitor) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != EMPTY) {
                int at = slot * OUTCOMES;
                visitor.visit(
                        (int) (keys[slot] >>> Integer.SIZE),
                        (int) keys[slot],
                        counts[at],
                        counts[at + 1],
                        counts[at + 2]);
            }
        }
    }

    private int slot(long key) {
        int slot = find(keys, key);
        if (keys[slot] == EMPTY) {
            if (2 * ++size > keys.length) {
                grow();
                slot = find(keys, key);
            }
            keys[slot] = key;
        }
        return slot;
    }

    private void grow() {
        long[] newKeys = filled(2 * keys.length);
        long[] newCounts = new long[newKeys.length * OUTCOMES];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != EMPTY) {
                int newSlot = find(newKeys, keys[slot]);
                newKeys[newSlot] = keys[slot];
                System.arraycopy(counts, slot * OUTCOMES, newCounts, newSlot * OUTCOMES, OUTCOMES);
            }
        }
        keys = newKeys;
        counts = newCounts;
    }

    /** The slot of a key, or the empty one where it belongs; the length is a power of two, at least half of it empty. */
    private static int find(long[] keys, long key) {
        // Fibonacci hashing (Knuth, volume 3, section 6.4): the high bits of the product are the well mixed ones.
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.numberOfLeadingZeros(keys.length) + 1));
        while (keys[slot] != key && keys[slot] != EMPTY) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static long[] filled(int length) {
        long[] keys = new long[length];
        Arrays.fill(keys, EMPTY);
        return keys;
    }
}
