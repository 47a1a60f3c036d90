package dev.evalkit.evaluate.score;

import java.util.Arrays;

/** A growing list of codes, each 0 or more or {@link TextColumn#MISSING}; a byte each as long as all are small. */
final class Codes {
    /** The byte that stands for a missing one. */
    private static final int MISSING_BYTE = 255;

    private byte[] small = {};
    private int[] wide = {};
    private boolean isWide;
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        if (isWide) {
            return wide[index];
        }
        int code = small[index] & 0xFF;
        return code == MISSING_BYTE ? TextColumn.MISSING : code;
    }

    /** What happens for nearly every row stands here, and little of it, so that it is compiled soon and cheaply. */
    void add(int code) {
        if (!isWide && code < MISSING_BYTE && size < small.length) {
            small[size++] = (byte) code;
        } else {
            addUnusual(code);
        }
    }

    private void addUnusual(int code) {
        if (!isWide && code >= MISSING_BYTE) {
            widen();
        }
        if (!isWide) {
            small = Arrays.copyOf(small, NumberColumn.grown(size));
            small[size++] = (byte) code;
            return;
        }
        if (size == wide.length) {
            wide = Arrays.copyOf(wide, NumberColumn.grown(size));
        }
        wide[size++] = code;
    }

    /**
     * Adds all codes of a later list.
     *
     * @param translated what each of them is here
     */
    void append(Codes later, int[] translated) {
        reserve(Math.addExact(size, later.size));
        for (int index = 0; index < later.size; index++) {
            int code = later.get(index);
            add(code == TextColumn.MISSING ? code : translated[code]);
        }
    }

    private void reserve(int capacity) {
        if (isWide && wide.length < capacity) {
            wide = Arrays.copyOf(wide, Math.max(NumberColumn.grown(size), capacity));
        } else if (!isWide && small.length < capacity) {
            small = Arrays.copyOf(small, Math.max(NumberColumn.grown(size), capacity));
        }
    }

    private void widen() {
        int[] codes = new int[small.length];
        for (int index = 0; index < size; index++) {
            codes[index] = get(index);
        }
        wide = codes;
        isWide = true;
        small = new byte[0];
    }
}
