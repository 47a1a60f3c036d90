package dev.evalkit.stats;

import java.util.Arrays;

/** Indices of the samples of one resample, in an array that grows as needed and is used again. */
final class IndexBuffer {
    private int[] indices = new int[16];
    private int length;

    void clear() {
        length = 0;
    }

    void append(int[] more) {
        int needed = Math.addExact(length, more.length);
        if (needed > indices.length) {
            indices = Arrays.copyOf(indices, (int) Math.min(2L * needed, Integer.MAX_VALUE - 8L));
        }
        System.arraycopy(more, 0, indices, length, more.length);
        length = needed;
    }

    double evaluate(ResampledStatistic statistic) {
        return statistic.of(indices, length);
    }
}
