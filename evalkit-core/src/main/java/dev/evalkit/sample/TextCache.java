package dev.evalkit.sample;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column that were decoded lately, so that a label that occurs a million times is one String. It forgets rather
 * than grows, and gives up on columns whose values do not repeat.
 */
final class TextCache {
    private static final int BITS = 10;
    private static final int LONGEST = 64;
    private static final int TRIAL = 4096;
    private static final int LEAST_HITS_PER_MISS = 2;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final @Nullable Entry[] entries = new @Nullable Entry[1 << BITS];
    private boolean useless;
    private int hits;
    private int misses;

    String get(Cells cells, int slot) {
        byte[] bytes = cells.bytes();
        int start = cells.start(slot);
        int end = cells.end(slot);
        int length = end - start;
        if (useless || length > LONGEST) {
            return Texts.decode(cells, slot);
        }
        // With 16 bytes or less the two words are the whole value; longer ones are compared in between as well.
        long head = Words.at(bytes, start);
        long tail = 0;
        if (length < Long.BYTES) {
            head &= ~(-1L << length * Byte.SIZE);
        } else {
            tail = Words.at(bytes, end - Long.BYTES);
        }
        int size = length << Byte.SIZE | cells.kind(slot);
        int place = (int) (((head ^ Long.rotateLeft(tail, 23)) + size) * GOLDEN >>> Long.SIZE - BITS);
        Entry entry = entries[place];
        if (entry != null
                && entry.head == head
                && entry.tail == tail
                && entry.size == size
                && entry.hasMiddle(bytes, start, end)) {
            hits++;
            return entry.text;
        }
        countMiss();
        String text = Texts.decode(cells, slot);
        entries[place] = new Entry(
                text,
                size,
                head,
                tail,
                length > 2 * Long.BYTES ? Arrays.copyOfRange(bytes, start + Long.BYTES, end - Long.BYTES) : NONE);
        return text;
    }

    private static final byte[] NONE = new byte[0];

    private void countMiss() {
        if (++misses == TRIAL) {
            useless = hits < TRIAL * LEAST_HITS_PER_MISS;
            hits = 0;
            misses = 0;
        }
    }

    private static final class Entry {
        final String text;
        final int size;
        final long head;
        final long tail;
        final byte[] middle;

        Entry(String text, int size, long head, long tail, byte[] middle) {
            this.text = text;
            this.size = size;
            this.head = head;
            this.tail = tail;
            this.middle = middle;
        }

        boolean hasMiddle(byte[] bytes, int start, int end) {
            return middle.length == 0
                    || Arrays.equals(bytes, start + Long.BYTES, end - Long.BYTES, middle, 0, middle.length);
        }
    }
}
