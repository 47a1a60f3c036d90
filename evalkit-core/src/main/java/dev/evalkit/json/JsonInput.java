package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * The bytes of a document as the tokenizer sees them: a window that moves on, and where in the text it is.
 *
 * <p>The fields are open to the tokenizer's classes, which keep {@code at} between 0 and {@code end} and call {@link #more()} when they
 * reach the end; everything from {@code mark} on stays in the window meanwhile.
 */
final class JsonInput {
    private static final int WINDOW = 1 << 16;

    final String name;

    byte[] bytes;
    int at;
    int end;
    int mark = -1;

    /** Bytes in this line that are not UTF-16 units of their own, so that columns come out as editors count them. */
    long surplus;

    private final InputStream in;
    private final JsonLimits limits;
    private long base;
    private boolean ended;
    private int line = 1;
    private long lineStart;
    private long afterReturn = -1;
    private int tokenLine = 1;
    private int tokenColumn = 1;

    /** Reads a stream through a window. */
    JsonInput(String name, InputStream in, JsonLimits limits) {
        this.name = name;
        this.in = in;
        this.limits = limits;
        this.bytes = new byte[WINDOW];
    }

    /** Reads bytes where they are. */
    JsonInput(String name, byte[] whole, JsonLimits limits) {
        this.name = name;
        this.in = InputStream.nullInputStream();
        this.limits = limits;
        this.bytes = whole;
        this.end = whole.length;
        this.ended = true;
        requireSize();
    }

    JsonLimits limits() {
        return limits;
    }

    /** Drops a byte order mark, and refuses wider encodings by their first bytes (RFC 4627, section 3). */
    void begin() {
        ensure(3);
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            at = 3;
            lineStart = 3;
        } else if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE) || (end >= 2 && (bytes[0] == 0 || bytes[1] == 0))) {
            throw refused("found UTF-16 or UTF-32, expected UTF-8; save the file as UTF-8 and try again");
        }
    }

    private boolean startsWith(int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= end || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next byte that is no white space, which stays where it is; -1 at the end. */
    int nextVisible() {
        do {
            byte[] window = bytes;
            int to = end;
            for (int i = at; i < to; i++) {
                int each = window[i];
                if (each == '\n') {
                    newLine(i + 1, base + i != afterReturn);
                } else if (each == '\r') {
                    newLine(i + 1, true);
                    afterReturn = base + i + 1;
                } else if (each != ' ' && each != '\t') {
                    at = i;
                    return each & 0xFF;
                }
            }
            at = to;
        } while (more());
        return -1;
    }

    /** Moves on within the window over what has no line breaks but plain ones, if any. */
    void pass(int to, boolean hasLines) {
        for (int i = at; hasLines && i < to; i++) {
            if (bytes[i] == '\n') {
                newLine(i + 1, true);
            }
        }
        at = to;
    }

    private void newLine(int next, boolean isAnother) {
        line += isAnother ? 1 : 0;
        lineStart = base + next;
        surplus = 0;
    }

    /** Makes at least so many bytes available from {@code at} on, unless the document ends before. */
    void ensure(int wanted) {
        while (end - at < wanted && more()) {
            // Each call brings some.
        }
    }

    /** Reads on, moving what is still needed to the front; false at the end of the document. */
    boolean more() {
        if (ended) {
            return false;
        }
        int keep = mark >= 0 ? mark : at;
        System.arraycopy(bytes, keep, bytes, 0, end - keep);
        base += keep;
        at -= keep;
        end -= keep;
        mark = mark >= 0 ? 0 : -1;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        try {
            int read = in.read(bytes, end, bytes.length - end);
            ended = read < 0;
            end += Math.max(read, 0);
        } catch (IOException e) {
            throw Sources.unreadable(name, e);
        }
        requireSize();
        return !ended;
    }

    /** How many bytes stand before the next one. */
    long offset() {
        return base + at;
    }

    /** The bytes from an offset up to the next one; none where they are more than wanted or have left the window. */
    byte[] since(long offset, int most) {
        return offset < base || base + at - offset > most
                ? new byte[0]
                : Arrays.copyOfRange(bytes, (int) (offset - base), at);
    }

    private void requireSize() {
        if (base + end > limits.bytes()) {
            throw new EvalkitException(
                    Location.of(name), "larger than " + limits.bytes() + " bytes, which is the most that is read here");
        }
    }

    /** Remembers that a token begins with the next byte. */
    void beginToken() {
        tokenLine = line;
        tokenColumn = column();
    }

    /** Where the token begins. */
    Location tokenLocation() {
        return new Location(name, tokenLine, tokenColumn);
    }

    /** The column of the next byte, in UTF-16 units from 1. */
    private int column() {
        return (int) (base + at - lineStart - surplus) + 1;
    }

    /** A refusal at the next byte. */
    EvalkitException refused(String message) {
        return new EvalkitException(new Location(name, line, column()), message);
    }

    /** A refusal of the next byte as UTF-8. */
    EvalkitException notUtf8() {
        return refused(String.format(
                Locale.ROOT,
                "found the byte 0x%02X, which is no UTF-8 here; save the file as UTF-8 and try again",
                bytes[at]));
    }

    void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Sources.unreadable(name, e);
        }
    }
}
