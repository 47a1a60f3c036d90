package dev.evalkit.scan.toml;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;

/** A text that is read from left to right, with lines and columns. */
final class TomlText {
    static final char END = '\0';
    private static final int MOST_ASCII = 127;

    private final String name;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int counted;

    TomlText(String name, String text) {
        this.name = name;
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    int at() {
        return at;
    }

    boolean more() {
        return at < text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    char take() {
        return text.charAt(at++);
    }

    boolean accept(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    void require(String expected) {
        if (!accept(expected)) {
            throw refused("expected " + expected);
        }
    }

    String from(int start) {
        return text.substring(start, at);
    }

    boolean isNewline() {
        return peek() == '\n' || (peek() == '\r' && peek(1) == '\n');
    }

    void skipSpaces() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Skips spaces, line breaks and comments. */
    void skipBlank() {
        do {
            skipSpaces();
            if (peek() == '#') {
                skipComment();
            }
        } while (accept("\n") || accept("\r\n"));
    }

    void skipComment() {
        while (more() && !isNewline()) {
            requirePlain();
            at++;
        }
    }

    /** Refuses a control character other than a tab. */
    void requirePlain() {
        char next = peek();
        if ((next < ' ' && next != '\t') || next == MOST_ASCII) {
            throw refused("expected none of the control characters");
        }
    }

    /** The place that is read next; never before one that was asked for. */
    Location location() {
        for (; counted < at; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return new Location(name, line, text.codePointCount(lineStart, at) + 1);
    }

    EvalkitException refused(String expected) {
        String found = !more()
                ? "the end"
                : isNewline() ? "the end of the line" : Shown.quoted(Character.toString(text.codePointAt(at)));
        return new EvalkitException(location(), "expected TOML, found: " + found + ", " + expected);
    }

    EvalkitException refusedAs(Location place, String what) {
        return new EvalkitException(place, "expected TOML, found: " + what);
    }
}
