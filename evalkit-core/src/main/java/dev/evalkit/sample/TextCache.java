package dev.evalkit.sample;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column that were decoded lately, so that a label which occurs a million times is one String. It forgets rather than
 * grows, and gives up on columns whose values do not repeat.
 */
final class TextCache {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 64;
    /** So many misses are one trial; fewer hits in it than this show that the cache costs more than it saves. */
    private static final int TRIAL_MISSES = 4096;

    private static final int TRIAL_HITS = 2 * TRIAL_MISSES;

    private final @Nullable Entry[] entries = new @Nullable Entry[PLACES];
    private boolean useless;
    private int hits;
    private int misses;

    /** The text of a cell, as {@link Texts#decode} gives it. */
    String get(Cells cells, int slot) {
        byte[] bytes = cells.bytes();
        int start = cells.start(slot);
        int length = cells.end(slot) - start;
        if (length > LONGEST || useless) {
            return Texts.decode(cells, slot);
        }
        // The kind is part of the key, because the number 1.0 and the string "1.0" are different texts.
        long head = Words.upTo(bytes, start, length);
        long tail = length > Long.BYTES ? Words.at(bytes, start + length - Long.BYTES) : cells.kind(slot);
        long mixed = (head ^ Long.rotateLeft(tail, 21) ^ length) * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & (PLACES - 1);
        Entry entry = entries[place];
        if (entry == null || !entry.isFor(cells, slot, length, head, tail)) {
            // Of some hundred texts several share a place, and would take it from each other row by row.
            entry = entries[place ^ 1];
            if (entry == null || !entry.isFor(cells, slot, length, head, tail)) {
                return miss(cells, slot, place, head, tail);
            }
        }
        hits++;
        return entry.text;
    }

    private String miss(Cells cells, int slot, int place, long head, long tail) {
        String text = Texts.decode(cells, slot);
        byte[] value = Arrays.copyOfRange(cells.bytes(), cells.start(slot), cells.end(slot));
        entries[place ^ 1] = entries[place];
        entries[place] = new Entry(text, cells.kind(slot), value, head, tail);
        if (++misses == TRIAL_MISSES) {
            useless = hits < TRIAL_HITS;
            misses = 0;
            hits = 0;
        }
        return text;
    }

    /** A text and the bytes that it was decoded from, of which the first and last words are at hand. */
    private static final class Entry {
        private final String text;
        private final byte kind;
        private final byte[] value;
        private final long head;
        private final long tail;

        Entry(String text, byte kind, byte[] value, long head, long tail) {
            this.text = text;
            this.kind = kind;
            this.value = value;
            this.head = head;
            this.tail = tail;
        }

        boolean isFor(Cells cells, int slot, int length, long head, long tail) {
            if (head != this.head || tail != this.tail || length != value.length || cells.kind(slot) != kind) {
                return false;
            }
            // Two words are the whole of a value of up to 16 bytes.
            return length <= 2 * Long.BYTES
                    || Arrays.equals(cells.bytes(), cells.start(slot), cells.end(slot), value, 0, length);
        }
    }
}
