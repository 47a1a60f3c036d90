package dev.evalkit.scan.toml;

/** Reads the four kinds of strings. */
final class TomlStrings {
    private static final int MOST_QUOTES = 5;

    private final TomlText text;

    TomlStrings(TomlText text) {
        this.text = text;
    }

    /** Whether a string comes next. */
    boolean isNext() {
        return text.peek() == '"' || text.peek() == '\'';
    }

    /** Reads a string of any kind. */
    String read() {
        String quote = text.peek() == '"' ? "\"" : "'";
        if (!text.accept(quote.repeat(3))) {
            return line();
        }
        // A line break right behind the quotes is none of the string's.
        if (!text.accept("\n")) {
            text.accept("\r\n");
        }
        return lines(quote);
    }

    /** Reads a string within a line, as keys may be. */
    String line() {
        char quote = text.take();
        StringBuilder value = new StringBuilder();
        while (text.peek() != quote) {
            if (!text.more() || text.isNewline()) {
                throw text.refused("expected the closing " + quote);
            }
            one(quote, value);
        }
        text.take();
        return value.toString();
    }

    private String lines(String quote) {
        StringBuilder value = new StringBuilder();
        while (true) {
            if (!text.more()) {
                throw text.refused("expected the closing " + quote.repeat(3));
            }
            int quotes = 0;
            while (quotes <= MOST_QUOTES && text.accept(quote)) {
                quotes++;
            }
            if (quotes >= 3) {
                if (quotes > MOST_QUOTES) {
                    throw text.refused("expected at most two quotes before the closing ones");
                }
                return value.append(quote.repeat(quotes - 3)).toString();
            }
            value.append(quote.repeat(quotes));
            if (quotes == 0) {
                if (text.accept("\n") || text.accept("\r\n")) {
                    value.append('\n');
                } else if (!(quote.equals("\"") && skipsLineBreak())) {
                    one(quote.charAt(0), value);
                }
            }
        }
    }

    /** A backslash at a line's end: the break, and blanks behind it, are skipped. */
    private boolean skipsLineBreak() {
        int ahead = 1;
        while (text.peek(ahead) == ' ' || text.peek(ahead) == '\t') {
            ahead++;
        }
        boolean ends = text.peek(ahead) == '\n' || (text.peek(ahead) == '\r' && text.peek(ahead + 1) == '\n');
        if (text.peek() != '\\' || !ends) {
            return false;
        }
        text.take();
        do {
            text.skipSpaces();
        } while (text.accept("\n") || text.accept("\r\n"));
        return true;
    }

    private void one(char quote, StringBuilder value) {
        text.requirePlain();
        char next = text.take();
        if (quote == '\'' || next != '\\') {
            value.append(next);
            return;
        }
        char kind = text.more() ? text.take() : TomlText.END;
        switch (kind) {
            case 'b' -> value.append('\b');
            case 't' -> value.append('\t');
            case 'n' -> value.append('\n');
            case 'f' -> value.append('\f');
            case 'r' -> value.append('\r');
            case '"', '\\' -> value.append(kind);
            case 'u' -> value.appendCodePoint(hexadecimal(4));
            case 'U' -> value.appendCodePoint(hexadecimal(8));
            default -> throw text.refused("expected an escape before it: \\b \\t \\n \\f \\r \\\" \\\\ \\u \\U");
        }
    }

    private int hexadecimal(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.peek(), 16);
            if (digit < 0) {
                throw text.refused("expected " + digits + " hexadecimal digits");
            }
            text.take();
            value = value << 4 | digit;
        }
        if (value > Character.MAX_CODE_POINT
                || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw text.refused("expected the number of a character before it");
        }
        return (int) value;
    }
}
