package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why the record at hand was refused. Parsers return {@link #FAULT} instead of throwing, because a file may hold many bad lines,
 * and leave the reason here.
 */
final class Fault {
    /** What a parser returns in place of a position. */
    static final int FAULT = -1;

    private static final int LONGEST_TOKEN = 20;

    private int position;
    private String expected = "";
    private @Nullable String found;

    /** Notes what was expected at a position; always {@link #FAULT}. */
    int at(int position, String expected) {
        this.position = position;
        this.expected = expected;
        this.found = null;
        return FAULT;
    }

    /** As {@link #at(int, String)}, where what was found is more than what stands at the position. */
    int at(int position, String found, String expected) {
        this.position = position;
        this.expected = expected;
        this.found = found;
        return FAULT;
    }

    int position() {
        return position;
    }

    String expected() {
        return expected;
    }

    /** What was found, in words. */
    String found(byte[] bytes, int limit) {
        return found == null ? describe(bytes, position, limit) : found;
    }

    private static String describe(byte[] bytes, int position, int limit) {
        if (position >= limit || bytes[position] == '\n') {
            return "the end of the line";
        }
        byte first = bytes[position];
        if ((first >= 0 && first < ' ') || first == 0x7F) {
            return String.format(Locale.ROOT, "the control character U+%04X", first);
        }
        if (first < 0) {
            int length = Utf8.sequence(bytes, position);
            return length == 0
                    ? String.format(Locale.ROOT, "the byte 0x%02X", first & 0xFF)
                    : "'" + new String(bytes, position, length, StandardCharsets.UTF_8) + "'";
        }
        int end = position + 1;
        if (Character.isLetterOrDigit(first)) {
            while (end < limit && end - position < LONGEST_TOKEN && isTokenPart(bytes[end])) {
                end++;
            }
        }
        return "'" + new String(bytes, position, end - position, StandardCharsets.US_ASCII) + "'";
    }

    private static boolean isTokenPart(byte value) {
        return value > 0
                && (Character.isLetterOrDigit(value) || value == '.' || value == '+' || value == '-' || value == '_');
    }
}
