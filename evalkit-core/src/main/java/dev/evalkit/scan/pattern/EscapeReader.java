package dev.evalkit.scan.pattern;

import dev.evalkit.EvalkitException;

/** Reads what a backslash stands for, inside and outside of a bracket. */
final class EscapeReader {
    private final String source;
    private int at;

    EscapeReader(String source, int at) {
        this.source = source;
        this.at = at;
    }

    /** Where the escape ends. */
    int at() {
        return at;
    }

    CharSet read() {
        at++;
        if (at >= source.length()) {
            throw new EvalkitException("a backslash at the end");
        }
        int kind = source.codePointAt(at);
        at += Character.charCount(kind);
        return switch (kind) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.not();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.not();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.not();
            case 'p', 'P' -> unicodeClass();
            case 'x' -> hexadecimal();
            case 'a' -> CharSet.of(7);
            case 'f' -> CharSet.of('\f');
            case 't' -> CharSet.of('\t');
            case 'n' -> CharSet.of('\n');
            case 'r' -> CharSet.of('\r');
            case 'v' -> CharSet.of(11);
            default -> kind >= '0' && kind <= '7' ? octal(kind) : plain(kind);
        };
    }

    /** Which characters a Unicode class holds the library knows; a filter takes it for all. */
    private CharSet unicodeClass() {
        int end = source.startsWith("{", at) ? source.indexOf('}', at) : at;
        at = end < 0 ? source.length() : end + 1;
        return CharSet.ALL;
    }

    private CharSet hexadecimal() {
        boolean braces = source.startsWith("{", at);
        int from = braces ? at + 1 : at;
        int end = braces ? source.indexOf('}', at) : at + 2;
        if (end < from || end > source.length() || !source.substring(from, end).matches("[0-9A-Fa-f]{1,6}")) {
            throw new EvalkitException("\\x without a hexadecimal number");
        }
        at = braces ? end + 1 : end;
        return CharSet.of(Integer.parseInt(source.substring(from, end), 16));
    }

    private CharSet octal(int first) {
        int value = first - '0';
        for (int digits = 1; digits < 3 && at < source.length() && isOctal(source.charAt(at)); digits++) {
            value = value * 8 + source.charAt(at++) - '0';
        }
        return CharSet.of(value);
    }

    private static boolean isOctal(char digit) {
        return digit >= '0' && digit <= '7';
    }

    private static CharSet plain(int character) {
        if (Character.isLetterOrDigit(character)) {
            throw new EvalkitException("the unknown escape \\" + Character.toString(character));
        }
        return CharSet.of(character);
    }
}
