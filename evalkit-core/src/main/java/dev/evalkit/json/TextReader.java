package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads strings and names.
 *
 * <p>Most are plain ASCII and are only measured, so that skipping one costs nothing more. Any other is decoded at once, which checks its
 * UTF-8 (Unicode 15, table 3-7), its escapes and its surrogates.
 */
final class TextReader {
    private static final int NOT_HEX = -1;

    private final JsonInput in;
    private char[] decoded = new char[64];
    private int count;
    private boolean isPlain;
    private int from;
    private int to;

    TextReader(JsonInput in) {
        this.in = in;
    }

    /** Reads a string whose opening quote comes next. */
    void read(int mostCharacters, String what) {
        in.mark = in.at;
        in.at++;
        do {
            byte[] bytes = in.bytes;
            int end = in.end;
            for (int i = in.at; i < end; i++) {
                byte each = bytes[i];
                if (each == '"') {
                    isPlain = true;
                    from = in.mark + 1;
                    to = i;
                    in.at = i + 1;
                    in.mark = -1;
                    requireLength(to - from, mostCharacters, what);
                    return;
                }
                if (each < ' ' || each == '\\') {
                    decode(i, mostCharacters, what);
                    return;
                }
            }
            in.at = end;
            requireLength(end - in.mark - 1, mostCharacters, what);
        } while (in.more());
        throw in.refused("found the end of the document within " + what + ", expected its closing quote");
    }

    /** What was read. Valid until the window moves on. */
    String value() {
        return isPlain
                ? new String(in.bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : new String(decoded, 0, count);
    }

    /** What was read, as one instance for all equal ones where possible. */
    String value(NameCache names) {
        return isPlain ? names.get(in.bytes, from, to) : value();
    }

    /** The character that comes next, as a message shows it. */
    static String shownCharacter(JsonInput in) {
        int next = in.bytes[in.at];
        if (next >= 0) {
            return "'" + Shown.text(String.valueOf((char) next)) + "'";
        }
        int at = in.at;
        long surplus = in.surplus;
        TextReader text = new TextReader(in);
        text.multibyte(next & 0xFF);
        in.at = at;
        in.surplus = surplus;
        return "'" + Shown.text(text.value()) + "'";
    }

    private void requireLength(int length, int most, String what) {
        if (length > most) {
            throw new EvalkitException(
                    in.tokenLocation(),
                    "found " + what + " of more than " + most + " characters, which is the most that is read here");
        }
    }

    /** Decodes on from the first byte that is not plain. */
    private void decode(int firstSpecial, int mostCharacters, String what) {
        isPlain = false;
        count = 0;
        for (int i = in.mark + 1; i < firstSpecial; i++) {
            append((char) in.bytes[i]);
        }
        in.at = firstSpecial;
        in.mark = -1;
        while (true) {
            in.ensure(4);
            if (in.at == in.end) {
                throw in.refused("found the end of the document within " + what + ", expected its closing quote");
            }
            int each = in.bytes[in.at];
            if (each == '"') {
                in.at++;
                return;
            }
            if (each == '\\') {
                escape();
            } else if (each >= ' ') {
                append((char) each);
                in.at++;
            } else if (each >= 0) {
                throw in.refused(String.format(
                        Locale.ROOT,
                        "found the control character U+%04X in %s, expected an escape such as \\n or \\u%04x",
                        each,
                        what,
                        each));
            } else {
                multibyte(each & 0xFF);
            }
            requireLength(count, mostCharacters, what);
        }
    }

    private void multibyte(int lead) {
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || in.end - in.at < length) {
            throw in.notUtf8();
        }
        int character = lead & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = in.bytes[in.at + i] & 0xFF;
            int least = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int most = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (next < least || next > most) {
                throw in.notUtf8();
            }
            character = character << 6 | (next & 0x3F);
        }
        in.at += length;
        if (length == 4) {
            append(Character.highSurrogate(character));
            append(Character.lowSurrogate(character));
            in.surplus += 2;
        } else {
            append((char) character);
            in.surplus += length - 1;
        }
    }

    private void escape() {
        in.ensure(2);
        int kind = in.at + 1 < in.end ? in.bytes[in.at + 1] : ' ';
        switch (kind) {
            case '"', '\\', '/' -> append((char) kind);
            case 'b' -> append('\b');
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case 'u' -> {
                unicodeEscape();
                return;
            }
            default ->
                throw in.refused(
                        "found a backslash that begins no escape, expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or"
                                + " \\u and four hexadecimal digits");
        }
        in.at += 2;
    }

    private void unicodeEscape() {
        in.ensure(12);
        char unit = hex(0);
        if (Character.isHighSurrogate(unit)
                && in.end - in.at >= 12
                && in.bytes[in.at + 6] == '\\'
                && in.bytes[in.at + 7] == 'u') {
            char low = hex(6);
            if (Character.isLowSurrogate(low)) {
                append(unit);
                append(low);
                in.at += 12;
                return;
            }
        }
        if (Character.isSurrogate(unit)) {
            throw halfAPair(unit);
        }
        append(unit);
        in.at += 6;
    }

    private EvalkitException halfAPair(char unit) {
        return in.refused("found the escape \\u" + Integer.toHexString(unit)
                + ", half of a surrogate pair, expected both halves");
    }

    private char hex(int offset) {
        int unit = 0;
        for (int i = 2; i < 6; i++) {
            int place = in.at + offset + i;
            int digit = place < in.end ? Character.digit(in.bytes[place], 16) : NOT_HEX;
            if (digit == NOT_HEX) {
                throw in.refused("found a \\u escape without its four hexadecimal digits, expected e.g. \\u00e9");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private void append(char unit) {
        if (count == decoded.length) {
            decoded = Arrays.copyOf(decoded, 2 * count);
        }
        decoded[count++] = unit;
    }
}
