package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The beginning of a file, unpacked, as far as it was looked at so far. */
final class FileHead implements AutoCloseable {
    private static final int STEP = 1 << 13;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private final Path file;
    private final InputStream in;
    private final int maxBytes;
    private byte[] bytes = new byte[STEP + Words.PADDING];
    private int length;
    private boolean atEnd;

    /** @param maxBytes more is never looked at */
    FileHead(Path file, int maxBytes) throws IOException {
        this.file = file;
        this.maxBytes = maxBytes;
        this.in = open(file);
    }

    /** The content of a file, unpacked if it is gzip. */
    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean opened = false;
        try {
            InputStream content = isGzip(file) || isNamedGzip(file) ? new GzipInput(in) : in;
            opened = true;
            return content;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    /** Whether a file is packed; what its first bytes say counts, not its name. */
    static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(GZIP.length), GZIP);
        }
    }

    private static boolean isNamedGzip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Looks further; false at the end of the file. */
    boolean more() throws IOException {
        if (atEnd) {
            return false;
        }
        if (length >= maxBytes) {
            throw new EvalkitException(
                    Location.of(file.toString(), 1),
                    "found no record in the first " + maxBytes
                            + " bytes, expected a shorter header; or raise the limit of a record");
        }
        int step = Math.max(STEP, length);
        bytes = Arrays.copyOf(bytes, length + step + Words.PADDING);
        int count = in.readNBytes(bytes, length, step);
        Arrays.fill(bytes, length + count, bytes.length, (byte) 0);
        length += count;
        atEnd = count < step;
        return count > 0;
    }

    /** Where the content begins: behind a byte order mark. */
    int start() throws IOException {
        while (length < BYTE_ORDER_MARK.length && more()) {
            // A file may be shorter than that.
        }
        return startsWithMark(0) ? BYTE_ORDER_MARK.length : 0;
    }

    /** Where the record ends that begins at a position, its newline included; the end of the file where it has none. */
    int recordEnd(int position, RecordSplitter splitter) throws IOException {
        int from = position;
        splitter.reset();
        while (true) {
            int end = splitter.first(bytes, from, length);
            if (end >= 0) {
                return end;
            }
            from = length;
            if (!more()) {
                return length;
            }
        }
    }

    /** The first position that is no space, or the end of the file. */
    int space(int position) throws IOException {
        int p = position;
        while (p < length || more()) {
            if (bytes[p] != ' ' && bytes[p] != '\t' && bytes[p] != '\r' && bytes[p] != '\n') {
                return p;
            }
            p++;
        }
        return p;
    }

    /** Where the line of a position begins, though not before another position. */
    int lineStart(int position, int earliest) {
        return Math.max(earliest, Words.lastIndexOf(bytes, '\n', earliest, position) + 1);
    }

    /** The line of a position, from 1. */
    long lineAt(int position) {
        return Words.count(bytes, '\n', 0, position) + 1L;
    }

    /**
     * The text of a line.
     *
     * @throws EvalkitException if it is no UTF-8, or begins with another byte order mark
     */
    String line(int from, int to) {
        for (int p = from; p < to; p++) {
            if (bytes[p] < 0) {
                int sequence = Utf8.sequence(bytes, p);
                if (sequence == 0 || (p == from && startsWithMark(p))) {
                    String found =
                            String.format(Locale.ROOT, "found the byte 0x%02X, which is no UTF-8 here", bytes[p]);
                    throw new EvalkitException(
                            new Location(file.toString(), (int) lineAt(p), Utf8.characters(bytes, from, p) + 1),
                            (sequence == 0 ? found : "found a second byte order mark")
                                    + "; save the file as UTF-8 and try again");
                }
                p += sequence - 1;
            }
        }
        return text(from, to);
    }

    private boolean startsWithMark(int position) {
        return Arrays.equals(
                bytes, position, position + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
