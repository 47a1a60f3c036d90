package dev.evalkit.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes UTF-8 and nothing else: overlong forms, encoded surrogates, UTF-16 and UTF-32 are refused; a byte order mark is dropped.
 *
 * <p>What is sound before a refused byte is delivered first, and the next call fails: so a parser that has used up what it got
 * stands exactly at the refused byte.
 */
final class StrictUtf8Reader extends Reader {
    private static final int BUFFER = 1 << 15;

    private final InputStream in;
    private final long mostBytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes;
    private long total;
    private boolean begun;
    private boolean ended;

    /** Decodes a stream. */
    StrictUtf8Reader(InputStream in, long mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
        this.bytes = ByteBuffer.allocate(BUFFER).flip();
    }

    /** Decodes bytes where they are. */
    StrictUtf8Reader(byte[] whole, long mostBytes) {
        this.in = InputStream.nullInputStream();
        this.mostBytes = mostBytes;
        this.bytes = ByteBuffer.wrap(whole);
        this.total = whole.length;
        this.ended = true;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (out.position() > offset) {
                return out.position() - offset;
            }
            if (result.isError()) {
                throw notUtf8();
            }
            if (result.isOverflow()) {
                throw new IllegalArgumentException("No room for a character: " + length);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void begin() throws IOException {
        requireSize();
        while (!ended && bytes.remaining() < 4) {
            fill();
        }
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
        } else if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE) || hasZeroAtTheStart()) {
            throw new RefusedInputException(
                    "found UTF-16 or UTF-32, expected UTF-8; save the file as UTF-8 and try again");
        }
    }

    private boolean startsWith(int... expected) {
        if (bytes.remaining() < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes.get(i) & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** JSON begins with two ASCII characters, so that a zero among the first bytes betrays a wider encoding (RFC 4627, 3). */
    private boolean hasZeroAtTheStart() {
        return bytes.remaining() >= 2 && (bytes.get(0) == 0 || bytes.get(1) == 0);
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
            total += read;
        }
        bytes.flip();
        requireSize();
    }

    private void requireSize() throws RefusedInputException {
        if (total > mostBytes) {
            throw new RefusedInputException("larger than " + mostBytes + " bytes, the most that is read here");
        }
    }

    private RefusedInputException notUtf8() {
        return new RefusedInputException(String.format(
                Locale.ROOT,
                "found the byte 0x%02X, which is no UTF-8 here; save the file as UTF-8 and try again",
                bytes.get(bytes.position())));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
