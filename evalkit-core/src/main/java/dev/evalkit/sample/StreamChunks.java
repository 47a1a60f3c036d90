package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The chunks of a file that has to be read from its beginning on: because it is compressed, or because a newline alone does not tell
 * where a record ends. Workers take turns in reading and cutting, and parse side by side.
 */
final class StreamChunks implements ChunkSource {
    private final Path file;
    private final InputStream in;
    private final RecordSplitter splitter;
    private final int chunkBytes;
    private final int maxRecordBytes;
    /** What was read behind the last cut: the beginning of a record. */
    private byte[] carry = new byte[0];

    private long index;
    /** Where the next chunk begins: its line, and the characters before it on that line. */
    private long line;

    private int column;
    private long record;
    private boolean atEnd;
    /** Whether reading failed: what follows cannot be trusted, and one failure is enough. */
    private boolean broken;
    /** Whether the rest of a record that is too long to be held still has to be passed over. */
    private boolean isWithinRecord;

    /** Whether the run failed, so that nobody wants what follows. */
    private volatile boolean stopped;

    /**
     * @param in stands at the first record
     * @param firstLine the line on which that is
     * @param indent how many characters stand before it on that line
     */
    StreamChunks(
            Path file,
            InputStream in,
            long firstLine,
            int indent,
            RecordSplitter splitter,
            int chunkBytes,
            int maxRecordBytes) {
        this.file = file;
        this.in = in;
        this.line = firstLine;
        this.column = indent;
        this.splitter = splitter;
        this.chunkBytes = chunkBytes;
        this.maxRecordBytes = maxRecordBytes;
    }

    @Override
    public synchronized boolean next(Chunk chunk) throws IOException {
        if (!hasNext()) {
            return false;
        }
        broken = true;
        if (isWithinRecord) {
            isWithinRecord = false;
            skipToBoundary(chunk);
            if (stopped || (atEnd && carry.length == 0)) {
                return false;
            }
        }
        int length = carry.length;
        System.arraycopy(carry, 0, chunk.reserve(length), 0, length);
        carry = new byte[0];
        splitter.reset();
        int scanned = 0;
        int boundary;
        do {
            length = fill(chunk, length, Math.max(chunkBytes, length + length / 2 + 1));
            boundary = splitter.last(chunk.bytes(), scanned, length);
            scanned = length;
        } while (boundary < 0 && !atEnd && length <= maxRecordBytes);
        long firstLine = line;
        int firstColumn = column;
        int limit = cut(chunk, boundary, length);
        chunk.holds(index, firstLine, firstColumn, record, 0, limit);
        index++;
        record += Math.max(1, splitter.records());
        broken = false;
        return limit > 0;
    }

    @Override
    public synchronized boolean hasNext() {
        return !broken && (!atEnd || carry.length > 0);
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public long firstLine(Chunk chunk) {
        return chunk.firstLine();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads until the chunk holds so many bytes or the file ends; how many it holds then. */
    private int fill(Chunk chunk, int length, int goal) throws IOException {
        byte[] bytes = chunk.reserve(goal + 1);
        int filled = length;
        while (filled < goal && !atEnd) {
            int count = in.read(bytes, filled, goal - filled);
            atEnd = count < 0;
            filled += Math.max(0, count);
        }
        return filled;
    }

    /** Where the chunk's whole records end. What stands behind them is put by for the next chunk. */
    private int cut(Chunk chunk, int boundary, int length) throws IOException {
        byte[] bytes = chunk.bytes();
        if (splitter.ended()) {
            return end(chunk, 0, boundary, length);
        }
        if (atEnd) {
            requireMayEnd(bytes, length);
            return terminated(bytes, length);
        }
        if (boundary >= 0) {
            pass(bytes, 0, boundary);
            carry = Arrays.copyOfRange(bytes, boundary, length);
            return boundary;
        }
        // What is kept of the record is long enough to be refused; the rest waits, as most runs end there.
        pass(bytes, 0, length);
        isWithinRecord = true;
        return terminated(bytes, length);
    }

    /** Notes that the next chunk begins behind these bytes. */
    private void pass(byte[] bytes, int from, int to) {
        int newlines = Words.count(bytes, '\n', from, to);
        line += newlines;
        if (newlines > 0) {
            column = Utf8.characters(bytes, Words.lastIndexOf(bytes, '\n', from, to) + 1, to);
        } else {
            column += Utf8.characters(bytes, from, to);
        }
    }

    private static int terminated(byte[] bytes, int length) {
        if (length == 0 || bytes[length - 1] == '\n') {
            return length;
        }
        bytes[length] = '\n';
        return length + 1;
    }

    /** Leaves out the rest of a record that was too long to be held. */
    private void skipToBoundary(Chunk chunk) throws IOException {
        int boundary = -1;
        while (boundary < 0 && !atEnd && !stopped) {
            int length = fill(chunk, 0, chunkBytes);
            byte[] bytes = chunk.bytes();
            boundary = splitter.first(bytes, 0, length);
            if (splitter.ended()) {
                end(chunk, 0, boundary, length);
            } else if (boundary >= 0) {
                pass(bytes, 0, boundary);
                carry = Arrays.copyOfRange(bytes, boundary, length);
            } else {
                pass(bytes, 0, length);
            }
        }
        if (boundary < 0 && !stopped) {
            requireMayEnd(chunk.bytes(), 0);
        }
    }

    private void requireMayEnd(byte[] bytes, int length) {
        if (!splitter.mayEndAnywhere()) {
            throw new EvalkitException(
                    at(line + Words.count(bytes, '\n', 0, length)),
                    "found the end of the file inside its array, expected ']'; it was cut, or is still being written");
        }
    }

    /**
     * The array ends at the bracket; nothing but space may follow, to the end of the file.
     *
     * @param passed how much of the chunk was passed already
     */
    private int end(Chunk chunk, int passed, int bracket, int length) throws IOException {
        int p = bracket + 1;
        int filled = length;
        pass(chunk.bytes(), passed, p);
        while (p < filled || !atEnd) {
            byte[] bytes = chunk.bytes();
            for (; p < filled; p++) {
                if (bytes[p] == '\n') {
                    line++;
                } else if (bytes[p] != ' ' && bytes[p] != '\t' && bytes[p] != '\r') {
                    throw new EvalkitException(at(line), "found more behind the array, expected the end of the file");
                }
            }
            filled = fill(chunk, bracket + 1, bracket + 1 + chunkBytes);
            p = bracket + 1;
        }
        return bracket + 1;
    }

    private Location at(long line) {
        return Location.of(file.toString(), (int) Math.min(line, Integer.MAX_VALUE));
    }
}
