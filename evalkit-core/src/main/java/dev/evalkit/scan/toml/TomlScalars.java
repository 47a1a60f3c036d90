package dev.evalkit.scan.toml;

import java.util.regex.Pattern;

/** Tells what a bare word is: a truth, a number, a time. */
final class TomlScalars {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:0|[1-9](?:_?[0-9])*)");
    private static final Pattern OTHER_BASE =
            Pattern.compile("0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*");
    private static final Pattern REAL =
            Pattern.compile("[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?");
    private static final Pattern ENDLESS = Pattern.compile("[+-]?(?:inf|nan)");
    private static final Pattern TIME = Pattern.compile(
            "(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ](?:[0-9]{2}:){2}[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
                    + "|(?:[0-9]{2}:){2}[0-9]{2}(?:\\.[0-9]+)?)");

    private static final int LONGEST_WORD = 200;

    private final TomlText text;

    TomlScalars(TomlText text) {
        this.text = text;
    }

    /** Reads a bare word. */
    Object read() {
        int start = text.at();
        word();
        boolean isDate = text.at() - start == 10 && text.from(start).charAt(4) == '-';
        if (isDate && text.peek() == ' ' && Character.digit(text.peek(1), 10) >= 0) {
            text.take();
            word();
        }
        String word = text.from(start);
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        if (word.isEmpty()) {
            throw text.refused("expected a value");
        }
        return numberOrTime(word);
    }

    private void word() {
        int start = text.at();
        while (isOfWord(text.peek())) {
            text.take();
            if (text.at() - start > LONGEST_WORD) {
                throw text.refused("expected a number or a time of at most " + LONGEST_WORD + " characters");
            }
        }
    }

    private static boolean isOfWord(char each) {
        return (each >= '0' && each <= '9')
                || (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || each == '_'
                || each == '-'
                || each == '+'
                || each == '.'
                || each == ':';
    }

    private Object numberOrTime(String word) {
        String plain = word.replace("_", "");
        try {
            if (DECIMAL.matcher(word).matches()) {
                return Long.parseLong(plain);
            }
            if (OTHER_BASE.matcher(word).matches()) {
                int base = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
                return Long.parseLong(plain.substring(2), base);
            }
        } catch (NumberFormatException e) {
            throw text.refused("expected a number of at most 64 bits before it");
        }
        if (REAL.matcher(word).matches()) {
            return Double.parseDouble(plain);
        }
        if (ENDLESS.matcher(word).matches()) {
            return word.endsWith("nan")
                    ? Double.NaN
                    : word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (TIME.matcher(word).matches()) {
            return new TomlTime(word);
        }
        throw text.refused("expected a value before it: a string in quotes, a number, true, false, a time, [ or {");
    }
}
