package dev.evalkit.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file's bytes, a large part at a time, with lines and columns. Parts overlap so that what lies across a border is seen whole in one of them.
 */
final class Buffer {
    static final int SIZE = 4 << 20;
    private static final int OVERLAP = 1 << 17;
    private static final int CONTEXT = 1 << 10;

    /** The farthest that a line is looked at before and behind a match. */
    private static final int LINE_REACH = 1 << 12;

    /** Characters of four bytes are two units in UTF-16. */
    private static final int FIRST_OF_FOUR = 0xF0;

    final byte[] bytes = new byte[SIZE];
    int length;
    private boolean last;
    /** What lies before it was told with the part before. */
    private int tellFrom;

    private int lineAt;
    private int line;
    private int column;

    void begin(InputStream in) throws IOException {
        length = in.readNBytes(bytes, 0, SIZE);
        last = length < SIZE;
        tellFrom = 0;
        lineAt = 0;
        line = 1;
        column = 1;
    }

    /** Goes on to the next part; false where there is none. */
    boolean next(InputStream in) throws IOException {
        if (last) {
            return false;
        }
        int kept = OVERLAP + CONTEXT;
        int dropped = length - kept;
        moveTo(dropped);
        lineAt -= dropped;
        System.arraycopy(bytes, dropped, bytes, 0, kept);
        tellFrom = CONTEXT;
        int read = in.readNBytes(bytes, kept, SIZE - kept);
        length = kept + read;
        last = length < SIZE;
        return true;
    }

    /** Whether a match that begins there is told with this part. */
    boolean tells(int start) {
        return start >= tellFrom && (last || start < length - OVERLAP);
    }

    /** Counts lines and columns, these in UTF-16 units as editors do, up to a place, which is never before the one asked for last. */
    void moveTo(int place) {
        int from = lineAt;
        for (int i = lineAt; i < place; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
                from = i + 1;
            }
        }
        for (int i = from; i < place; i++) {
            column += (bytes[i] & 0xC0) == 0x80 ? 0 : (bytes[i] & 0xFF) < FIRST_OF_FOUR ? 1 : 2;
        }
        lineAt = Math.max(lineAt, place);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The lines that a match lies in, of long ones the parts around it. */
    String linesAround(int start, int end) {
        int from = start;
        while (from > Math.max(0, start - LINE_REACH) && bytes[from - 1] != '\n') {
            from--;
        }
        int to = end;
        while (to < Math.min(length, end + LINE_REACH) && bytes[to] != '\n') {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
