package dev.evalkit.sample;

import java.io.IOException;

/**
 * The line numbers at which the ranges of a file begin that is read out of order. Nothing is counted until somebody asks, because
 * most runs never do; then the file is counted once, up to the range in question.
 */
final class LineNumbers {
    private final RangeCounter counter;
    private final long[] lines;
    private int known;

    /** Counts the newlines of a range. */
    interface RangeCounter {
        int newlines(int index) throws IOException;
    }

    /** @param firstLine the line at which range 0 begins */
    LineNumbers(long firstLine, int ranges, RangeCounter counter) {
        this.counter = counter;
        lines = new long[ranges + 1];
        lines[0] = firstLine;
    }

    /** The line at which a range begins: one more than the newlines before it. */
    synchronized long at(int index) throws IOException {
        while (known < index) {
            lines[known + 1] = lines[known] + counter.newlines(known);
            known++;
        }
        return lines[index];
    }
}
