package dev.evalkit.scan.pattern;

import java.util.Arrays;

/** The hits of one expression in one buffer: where a match may begin and end at most. */
final class Region {
    private int[] bounds = new int[96];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int count() {
        return size / 3;
    }

    /** @param hit where the literal begins */
    void add(int from, int hit, int to) {
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = from;
        bounds[size++] = hit;
        bounds[size++] = to;
    }

    int from(int index) {
        return bounds[3 * index];
    }

    int hit(int index) {
        return bounds[3 * index + 1];
    }

    int to(int index) {
        return bounds[3 * index + 2];
    }
}
