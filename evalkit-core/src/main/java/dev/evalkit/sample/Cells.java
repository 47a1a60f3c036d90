package dev.evalkit.sample;

import java.util.Arrays;

/**
 * Where the declared columns of the record at hand stand in its buffer: a kind and a range of bytes each, nothing decoded. The range of
 * a text leaves its quotes out.
 */
final class Cells {
    static final byte ABSENT = 0;
    /** A JSON null, or an empty cell. */
    static final byte NULL = 1;

    static final byte TRUE = 2;
    static final byte FALSE = 3;
    static final byte NUMBER = 4;
    /** The text is the bytes. */
    static final byte TEXT = 5;
    /** A JSON string with escapes. */
    static final byte ESCAPED = 6;
    /** A CSV cell with doubled quotes. */
    static final byte DOUBLED = 7;

    static final byte ARRAY = 8;
    static final byte OBJECT = 9;

    private final byte[] kinds;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[Words.PADDING];

    Cells(int size) {
        kinds = new byte[size];
        starts = new int[size];
        ends = new int[size];
    }

    void over(byte[] bytes) {
        this.bytes = bytes;
    }

    void clear() {
        Arrays.fill(kinds, ABSENT);
    }

    void set(int slot, byte kind, int start, int end) {
        kinds[slot] = kind;
        starts[slot] = start;
        ends[slot] = end;
    }

    /** Notes a JSON value by its first byte; the range is that of the whole value. */
    void setValue(int slot, int start, int end, boolean escaped) {
        switch (bytes[start]) {
            case '"' -> set(slot, escaped ? ESCAPED : TEXT, start + 1, end - 1);
            case '{' -> set(slot, OBJECT, start, end);
            case '[' -> set(slot, ARRAY, start, end);
            case 't' -> set(slot, TRUE, start, end);
            case 'f' -> set(slot, FALSE, start, end);
            case 'n' -> set(slot, NULL, start, end);
            default -> set(slot, NUMBER, start, end);
        }
    }

    /** Copies a slot to one that is absent so far. */
    void fill(int slot, int from) {
        if (kinds[slot] == ABSENT) {
            set(slot, kinds[from], starts[from], ends[from]);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    byte kind(int slot) {
        return kinds[slot];
    }

    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }
}
