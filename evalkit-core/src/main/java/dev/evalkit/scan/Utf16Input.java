package dev.evalkit.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text in UTF-16 as UTF-8, without its byte order mark, so that it is searched like any other. Halves of surrogate pairs become U+FFFD or ?. */
final class Utf16Input extends InputStream {
    private static final int CHARACTERS = 1 << 13;

    private final Reader reader;
    private final char[] characters = new char[CHARACTERS];
    private int kept;
    private byte[] bytes = new byte[0];
    private int at;

    /** @param in the text, with its byte order mark */
    Utf16Input(InputStream in) {
        reader = new InputStreamReader(in, StandardCharsets.UTF_16);
    }

    /** Whether a file that begins like this is text in UTF-16: a byte order mark, and not that of UTF-32. */
    static boolean isOne(byte[] head, int length) {
        if (length < 2) {
            return false;
        }
        boolean big = head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
        boolean little = head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
        return big || (little && !(length >= 4 && head[2] == 0 && head[3] == 0));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == bytes.length && !more()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() throws IOException {
        int read = reader.read(characters, kept, CHARACTERS - kept);
        int end = kept + Math.max(0, read);
        if (end == 0) {
            return false;
        }
        // The other half of a pair comes with the next part.
        boolean split = read > 0 && Character.isHighSurrogate(characters[end - 1]);
        int whole = split ? end - 1 : end;
        bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
        at = 0;
        kept = end - whole;
        characters[0] = characters[end - 1];
        return bytes.length > 0 || more();
    }
}
