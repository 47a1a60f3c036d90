package dev.evalkit.sample;

import java.util.Arrays;

/**
 * A stretch of a file that holds whole records, in a buffer that its worker uses again and again. Behind the limit stand {@link
 * Words#PADDING} bytes of zero. The last record ends with a newline, added where the file has none.
 */
final class Chunk {
    private byte[] bytes = new byte[Words.PADDING];
    private int start;
    private int limit;
    private long index;
    private long firstLine;
    private int firstColumn;
    private long firstRecord;

    byte[] bytes() {
        return bytes;
    }

    /** Where the first record begins, or the space before it. */
    int start() {
        return start;
    }

    /** Behind the last record. */
    int limit() {
        return limit;
    }

    /** The number of this chunk in the file, from 0. */
    long index() {
        return index;
    }

    /** The line on which the content begins, where the source knew it as it cut. */
    long firstLine() {
        return firstLine;
    }

    /** How many characters stand before the content on its line. */
    int firstColumn() {
        return firstColumn;
    }

    /** How many records stand in earlier chunks, where the source can know it; else 0. */
    long firstRecord() {
        return firstRecord;
    }

    /** Makes room for so many bytes of content, keeping what is there. */
    byte[] reserve(int size) {
        if (bytes.length < size + Words.PADDING) {
            bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length + bytes.length / 2) + Words.PADDING);
        }
        return bytes;
    }

    /** Declares what the buffer holds. */
    void holds(long index, long firstLine, int firstColumn, long firstRecord, int start, int limit) {
        this.index = index;
        this.firstLine = firstLine;
        this.firstColumn = firstColumn;
        this.firstRecord = firstRecord;
        this.start = start;
        this.limit = limit;
        Arrays.fill(bytes, limit, limit + Words.PADDING, (byte) 0);
    }
}
