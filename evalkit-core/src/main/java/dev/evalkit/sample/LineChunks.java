package dev.evalkit.sample;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The chunks of a plain file of lines. Cutting such a file needs no knowledge of what stands before the cut, so that threads read
 * side by side: chunk k owns the lines which begin in its range of bytes, and reads on to the end of the last one.
 */
final class LineChunks implements ChunkSource {
    /** Small enough to stay in the processor's cache on its way through the channel's own buffer. */
    private static final int READ_BYTES = 1 << 17;

    /** Most lines end soon behind the range. */
    private static final int FIRST_STEP = 1 << 10;

    private final FileChannel channel;
    private final long offset;
    private final long end;
    private final int chunkBytes;
    private final int maxRecordBytes;
    private final AtomicLong nextIndex = new AtomicLong();
    private final LineNumbers lineNumbers;
    private byte[] countBuffer = new byte[0];

    /**
     * @param offset where the first line begins
     * @param firstLine the number of that line
     */
    LineChunks(Path file, long offset, long firstLine, int chunkBytes, int maxRecordBytes) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.offset = offset;
        this.end = channel.size();
        this.chunkBytes = chunkBytes;
        this.maxRecordBytes = maxRecordBytes;
        int ranges = Math.toIntExact((end - offset) / chunkBytes) + 1;
        this.lineNumbers = new LineNumbers(firstLine, ranges, this::newlines);
    }

    @Override
    public boolean next(Chunk chunk) throws IOException {
        long index = nextIndex.getAndIncrement();
        long from = offset + index * chunkBytes;
        if (from >= end) {
            return false;
        }
        long to = Math.min(from + chunkBytes, end);
        // The byte in front of the range tells whether a line begins with it.
        int before = index == 0 ? 0 : 1;
        int length = (int) (to - from) + before;
        byte[] bytes = chunk.reserve(length + 1);
        read(bytes, 0, length, from - before);
        int start = index == 0 ? 0 : Words.indexOf(bytes, '\n', 0, length) + 1;
        boolean noLineBegins = index > 0 && (start == 0 || start == length);
        int limit = noLineBegins ? start : lastLine(chunk, length, to, start);
        chunk.holds(index, 0, 0, 0, start, limit);
        return true;
    }

    @Override
    public boolean hasNext() {
        return offset + nextIndex.get() * chunkBytes < end;
    }

    /** Reads on to the end of the last line; its newline included. */
    private int lastLine(Chunk chunk, int length, long position, int start) throws IOException {
        byte[] bytes = chunk.bytes();
        int limit = length;
        if (bytes[limit - 1] == '\n') {
            return limit;
        }
        long next = position;
        int step = FIRST_STEP;
        while (next < end) {
            int more = (int) Math.min(step, end - next);
            step = Math.min(2 * step, READ_BYTES);
            bytes = chunk.reserve(limit + more + 1);
            read(bytes, limit, more, next);
            int newline = Words.indexOf(bytes, '\n', limit, limit + more);
            if (newline >= 0) {
                return newline + 1;
            }
            limit += more;
            next += more;
            if (limit - start > chunkBytes + (long) maxRecordBytes) {
                break;
            }
        }
        bytes[limit] = '\n';
        return limit + 1;
    }

    private void read(byte[] bytes, int offset, int length, long position) throws IOException {
        int done = 0;
        while (done < length) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, offset + done, Math.min(READ_BYTES, length - done));
            int count = channel.read(piece, position + done);
            if (count < 0) {
                throw new EOFException("the file was cut while it was read");
            }
            done += count;
        }
    }

    @Override
    public long firstLine(Chunk chunk) throws IOException {
        long line = lineNumbers.at((int) chunk.index());
        // A start behind the first byte of the range stands behind a newline that belongs to this range.
        return chunk.index() > 0 && chunk.start() > 1 ? line + 1 : line;
    }

    /** The newlines of a range; called under the lock of {@link LineNumbers}, so that one buffer will do. */
    private int newlines(int index) throws IOException {
        long from = offset + (long) index * chunkBytes;
        int length = (int) Math.min(chunkBytes, end - from);
        if (countBuffer.length == 0) {
            countBuffer = new byte[chunkBytes + Words.PADDING];
        }
        read(countBuffer, 0, length, from);
        return Words.count(countBuffer, '\n', 0, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
