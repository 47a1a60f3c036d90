package dev.evalkit.rating;

import java.util.Arrays;

/**
 * Wins, losses and ties per pair of model ids, for the millions of battles that count once: an open-addressing table of
 * plain numbers, since boxed ones would cost more than reading the file.
 *
 * <p>Battles wait in a list before they are counted: those of a part of a file are as many as there are pairs, and would be put into a table of their own
 * only to be put into that of the whole.
 */
final class PlainCounts {
    private static final long EMPTY = -1;
    /** A slot has the key, the wins, the losses and the ties, side by side so that one look into memory finds all. */
    private static final int SLOT = 4;

    private static final int MOST_WAITING = 1 << 16;
    private static final long LOW_FLAG = 1L << (Integer.SIZE - 1);
    private static final long HIGH_FLAG = 1L << (Long.SIZE - 1);

    private long[] table = emptied(64);
    private int size;
    private long[] waiting = new long[64];
    private int waits;

    /** What is done with each pair. */
    interface Visitor {
        void visit(int first, int second, long wins, long losses, long ties);
    }

    /** Adds a battle of a pair; the ids are below 2³¹, and the first is the side that wins are counted for. */
    void add(int first, int second, Outcome outcome) {
        if (waits == waiting.length) {
            if (waits < MOST_WAITING) {
                waiting = Arrays.copyOf(waiting, 2 * waits);
            } else {
                count();
            }
        }
        long flags = switch (outcome) {
            case FIRST -> 0;
            case SECOND -> LOW_FLAG;
            case TIE -> HIGH_FLAG;
        };
        waiting[waits++] = (long) first << Integer.SIZE | second | flags;
    }

    /** Adds to the counts of a pair. */
    void add(int first, int second, long wins, long losses, long ties) {
        int slot = slot((long) first << Integer.SIZE | second);
        table[slot + 1] += wins;
        table[slot + 2] += losses;
        table[slot + 3] += ties;
    }

    /** Each pair once. */
    void forEach(Visitor visitor) {
        count();
        forEachCounted(visitor);
    }

    /** All that was added, in parts: a pair may come again. */
    void forEachPart(Visitor visitor) {
        forEachCounted(visitor);
        for (int i = 0; i < waits; i++) {
            long battle = waiting[i];
            int first = (int) ((battle & ~HIGH_FLAG) >>> Integer.SIZE);
            int second = (int) (battle & (LOW_FLAG - 1));
            boolean isTie = (battle & HIGH_FLAG) != 0;
            boolean isLoss = (battle & LOW_FLAG) != 0;
            visitor.visit(first, second, isTie || isLoss ? 0 : 1, isLoss ? 1 : 0, isTie ? 1 : 0);
        }
    }

    private void forEachCounted(Visitor visitor) {
        for (int slot = 0; slot < table.length; slot += SLOT) {
            if (table[slot] != EMPTY) {
                long key = table[slot];
                visitor.visit(
                        (int) (key >>> Integer.SIZE), (int) key, table[slot + 1], table[slot + 2], table[slot + 3]);
            }
        }
    }

    private void count() {
        for (int i = 0; i < waits; i++) {
            long battle = waiting[i];
            int slot = slot(battle & ~(HIGH_FLAG | LOW_FLAG));
            int outcome = (battle & HIGH_FLAG) != 0 ? 2 : (int) (battle >>> (Integer.SIZE - 1)) & 1;
            table[slot + 1 + outcome]++;
        }
        waits = 0;
    }

    private int slot(long key) {
        int slot = find(table, key);
        if (table[slot] == EMPTY) {
            if (2 * SLOT * ++size > table.length) {
                grow();
                slot = find(table, key);
            }
            table[slot] = key;
        }
        return slot;
    }

    private void grow() {
        long[] larger = emptied(2 * table.length / SLOT);
        for (int slot = 0; slot < table.length; slot += SLOT) {
            if (table[slot] != EMPTY) {
                System.arraycopy(table, slot, larger, find(larger, table[slot]), SLOT);
            }
        }
        table = larger;
    }

    /** The slot of a key, or the empty one where it belongs; the number of slots is a power of two, at least half of them empty. */
    private static int find(long[] table, long key) {
        // Fibonacci hashing (Knuth, volume 3, section 6.4): the high bits of the product are the well mixed ones.
        int slots = table.length / SLOT;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.numberOfLeadingZeros(slots) + 1));
        while (table[SLOT * slot] != key && table[SLOT * slot] != EMPTY) {
            slot = (slot + 1) & (slots - 1);
        }
        return SLOT * slot;
    }

    private static long[] emptied(int slots) {
        long[] table = new long[SLOT * slots];
        for (int slot = 0; slot < table.length; slot += SLOT) {
            table[slot] = EMPTY;
        }
        return table;
    }
}
