package dev.evalkit.sample;

import static dev.evalkit.sample.Fault.FAULT;

/**
 * The grammar of JSON (RFC 8259) over bytes, strictly: each method takes the position of what it scans, and returns the position behind it or
 * {@link Fault#FAULT}. Nothing is decoded here.
 *
 * <p>Beyond the grammar it refuses what cannot be a value: broken UTF-8, escaped lone surrogates, and numbers outside the range of a double.
 */
final class JsonScanner {
    private static final long BACKSLASHES = Words.broadcast('\\');

    private final boolean newlineIsSpace;
    private final int maxDepth;
    private final Fault fault;
    private final JsonNumbers numbers;
    private byte[] bytes = new byte[Words.PADDING];
    private boolean escaped;

    /**
     * @param newlineIsSpace whether a value may go over several lines; where it may not, a newline ends every scan
     * @param maxDepth how deep arrays and objects may be nested
     */
    JsonScanner(boolean newlineIsSpace, int maxDepth, Fault fault) {
        this.newlineIsSpace = newlineIsSpace;
        this.maxDepth = maxDepth;
        this.fault = fault;
        this.numbers = new JsonNumbers(fault);
    }

    void over(byte[] bytes) {
        this.bytes = bytes;
        numbers.over(bytes);
    }

    /** The grammar of numbers. */
    JsonNumbers numbers() {
        return numbers;
    }

    /** Whether a string with an escape was scanned since the last call. */
    boolean takeEscaped() {
        boolean result = escaped;
        escaped = false;
        return result;
    }

    int space(int position) {
        int p = position;
        while (isSpace(bytes[p])) {
            p++;
        }
        return p;
    }

    private boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || (value == '\n' && newlineIsSpace);
    }

    /** Any value that begins at the position; the depth is that of the arrays and objects around it. */
    int value(int p, int depth) {
        return switch (bytes[p]) {
            case '"' -> string(p + 1);
            case '{' -> object(p, depth + 1);
            case '[' -> array(p, depth + 1);
            case 't' -> literal(p, "true");
            case 'f' -> literal(p, "false");
            case 'n' -> literal(p, "null");
            default -> numbers.scan(p);
        };
    }

    /** A string from behind its opening quote on. */
    int string(int position) {
        byte[] b = bytes;
        int p = position;
        while (true) {
            long word = Words.at(b, p);
            long stops = Words.quoteControlOrHigh(word) | Words.equalOrHigh(word, BACKSLASHES);
            if (stops == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Words.first(stops);
            byte stop = b[p];
            if (stop == '"') {
                return p + 1;
            }
            p = stop == '\\' ? escape(p) : notAscii(p);
            if (p < 0) {
                return FAULT;
            }
        }
    }

    private int notAscii(int position) {
        int p = position;
        while (bytes[p] < 0) {
            int length = Utf8.sequence(bytes, p);
            if (length == 0) {
                return fault.at(p, "UTF-8");
            }
            p += length;
        }
        return p == position ? fault.at(p, "a closing quote") : p;
    }

    private int escape(int p) {
        escaped = true;
        return switch (bytes[p + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> p + 2;
            case 'u' -> unicodeEscape(p);
            default -> fault.at(p + 1, "one of \" \\ / b f n r t u behind a backslash");
        };
    }

    private int unicodeEscape(int p) {
        int unit = Hex.four(bytes, p + 2);
        if (unit < 0) {
            return fault.at(p + 2, "four hexadecimal digits");
        }
        if (!Character.isSurrogate((char) unit)) {
            return p + 6;
        }
        boolean paired = Character.isHighSurrogate((char) unit) && bytes[p + 6] == '\\' && bytes[p + 7] == 'u';
        int low = paired ? Hex.four(bytes, p + 8) : FAULT;
        return low >= 0 && Character.isLowSurrogate((char) low)
                ? p + 12
                : fault.at(p, "half of a surrogate pair", "both halves of it");
    }

    private int literal(int p, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[p + i] != word.charAt(i)) {
                return fault.at(p, "a JSON value");
            }
        }
        return p + word.length();
    }

    private int array(int position, int depth) {
        if (depth > maxDepth) {
            return tooDeep(position);
        }
        int p = space(position + 1);
        if (bytes[p] == ']') {
            return p + 1;
        }
        while (true) {
            p = value(p, depth);
            if (p < 0) {
                return FAULT;
            }
            p = space(p);
            if (bytes[p] == ']') {
                return p + 1;
            }
            if (bytes[p] != ',') {
                return fault.at(p, "',' or ']'");
            }
            p = space(p + 1);
        }
    }

    private int object(int position, int depth) {
        if (depth > maxDepth) {
            return tooDeep(position);
        }
        int p = space(position + 1);
        if (bytes[p] == '}') {
            return p + 1;
        }
        while (true) {
            p = key(p);
            if (p < 0) {
                return FAULT;
            }
            p = value(p, depth);
            if (p < 0) {
                return FAULT;
            }
            p = space(p);
            if (bytes[p] == '}') {
                return p + 1;
            }
            if (bytes[p] != ',') {
                return fault.at(p, "',' or '}'");
            }
            p = space(p + 1);
        }
    }

    /** A key in quotes, its colon, and the space up to its value. */
    int key(int position) {
        if (bytes[position] != '"') {
            return fault.at(position, "a key in quotes");
        }
        int p = string(position + 1);
        if (p < 0) {
            return FAULT;
        }
        p = space(p);
        return bytes[p] == ':' ? space(p + 1) : fault.at(p, "':'");
    }

    int tooDeep(int position) {
        return fault.at(position, "more than " + maxDepth + " nested arrays and objects", "fewer");
    }
}
