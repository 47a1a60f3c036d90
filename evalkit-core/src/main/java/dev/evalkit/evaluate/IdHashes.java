package dev.evalkit.evaluate;

import java.util.Arrays;

/**
 * 64-bit hashes of ids, to find out whether one occurs twice without keeping them. Equal ids have equal hashes; that equal hashes are equal
 * ids has to be looked at in the file.
 */
final class IdHashes {
    private static final int FIRST_CAPACITY = 256;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] hashes = {};
    private int size;

    static long hash(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * GOLDEN;
            hash ^= hash >>> Integer.SIZE;
        }
        return hash;
    }

    void add(String id) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, grown());
        }
        hashes[size++] = hash(id);
    }

    void append(IdHashes later) {
        if (hashes.length < size + later.size) {
            hashes = Arrays.copyOf(hashes, Math.max(grown(), size + later.size));
        }
        System.arraycopy(later.hashes, 0, hashes, size, later.size);
        size += later.size;
    }

    int size() {
        return size;
    }

    /** The hashes that occur more than once, sorted. */
    long[] repeated() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1] && (count == 0 || sorted[count - 1] != sorted[i])) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private int grown() {
        return Math.max(FIRST_CAPACITY, Math.addExact(size, size >> 1));
    }
}
