package dev.evalkit.evaluate.score;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes flat JSON objects, one a line, into a growing buffer: millions of small rows, so nothing is allocated for most of them. */
final class JsonLine {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;
    private boolean isFirst;

    JsonLine(int capacity) {
        bytes = new byte[capacity + (capacity >> 3)];
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void begin() {
        put('{');
        isFirst = true;
    }

    void end() {
        put('}');
        put('\n');
    }

    void text(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            ascii("null");
        } else {
            quoted(value);
        }
    }

    /** An array, or the text alone where there is one. */
    void texts(String name, List<String> values) {
        name(name);
        if (values.size() == 1) {
            quoted(values.get(0));
            return;
        }
        put('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                put(',');
            }
            quoted(values.get(i));
        }
        put(']');
    }

    /** A finite number, whole ones without a point; null for NaN. */
    void number(String name, double value) {
        name(name);
        long whole = (long) value;
        if (Double.isNaN(value)) {
            ascii("null");
        } else if (whole != value || Math.abs(value) >= 1e15) {
            ascii(Double.toString(value));
        } else if (whole >= 0 && whole < 10) {
            put((char) ('0' + whole));
        } else {
            ascii(Long.toString(whole));
        }
    }

    private void name(String name) {
        if (!isFirst) {
            put(',');
        }
        isFirst = false;
        quoted(name);
        put(':');
    }

    private void quoted(String text) {
        put('"');
        for (int i = plain(text); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += beyondAscii(text, i) - 1;
            } else if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c < 0x20) {
                ascii("\\u00");
                put((char) HEX[c >> 4]);
                put((char) HEX[c & 0xF]);
            } else {
                put(c);
            }
        }
        put('"');
    }

    /** Copies the characters that stand for themselves, up to the first that does not, which is where most texts end; tells how many they are. */
    private int plain(String text) {
        int length = text.length();
        reserve(length);
        byte[] out = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < 0x20 || c == '"' || c == '\\') {
                size = at + i;
                return i;
            }
            out[at + i] = (byte) c;
        }
        size = at + length;
        return length;
    }

    /** The first bytes of a digest as a text of hexadecimal digits. */
    void hex(String name, byte[] digest, int length) {
        name(name);
        put('"');
        for (int i = 0; i < length; i++) {
            put((char) HEX[(digest[i] >> 4) & 0xF]);
            put((char) HEX[digest[i] & 0xF]);
        }
        put('"');
    }

    /** Writes a code point as UTF-8 and tells how many characters it took. Half a surrogate pair becomes U+FFFD, as everywhere. */
    private int beyondAscii(String text, int at) {
        int codePoint = text.codePointAt(at);
        boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        String whole = isHalf ? "\uFFFD" : Character.toString(codePoint);
        for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
            put((char) (b & 0xFF));
        }
        return Character.charCount(codePoint);
    }

    private void ascii(String text) {
        plain(text);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), NumberColumn.grown(size)));
        }
    }

    private void put(char c) {
        reserve(1);
        bytes[size++] = (byte) c;
    }
}
