package dev.evalkit.scan.pattern;

/**
 * The characters that a place of an expression accepts, as far as a filter needs to know: each of ASCII, and whether any other.
 *
 * @param low bit {@code c} for the characters 0 to 63
 * @param high bit {@code c - 64} for the characters 64 to 127
 * @param other whether characters beyond ASCII may be among them
 */
record CharSet(long low, long high, boolean other) {
    static final CharSet NONE = new CharSet(0, 0, false);
    static final CharSet ALL = new CharSet(-1, -1, true);
    static final CharSet DIGITS = range('0', '9');
    static final CharSet WORD = DIGITS.or(range('a', 'z')).or(range('A', 'Z')).or(of('_'));
    static final CharSet SPACE = of(' ').or(of('\t')).or(of('\n')).or(of('\f')).or(of('\r'));

    private static final int ASCII = 128;

    static CharSet of(int character) {
        return range(character, character);
    }

    static CharSet range(int from, int to) {
        long low = 0;
        long high = 0;
        for (int each = from; each <= Math.min(to, ASCII - 1); each++) {
            if (each < Long.SIZE) {
                low |= 1L << each;
            } else {
                high |= 1L << each;
            }
        }
        return new CharSet(low, high, to >= ASCII);
    }

    CharSet or(CharSet that) {
        return new CharSet(low | that.low, high | that.high, other || that.other);
    }

    /** All that is not in it; beyond ASCII that is always something. */
    CharSet not() {
        return new CharSet(~low, ~high, true);
    }

    boolean has(int character) {
        if (character >= ASCII) {
            return other;
        }
        return (((character < Long.SIZE ? low : high) >>> character) & 1) != 0;
    }

    /** With the other case of each of its ASCII letters. */
    CharSet bothCases() {
        long upper = high & 0x07FFFFFEL;
        long lower = high & (0x07FFFFFEL << 32);
        return new CharSet(low, high | (upper << 32) | (lower >>> 32), other);
    }

    /** With small letters in the place of capitals. */
    CharSet small() {
        CharSet both = bothCases();
        return new CharSet(both.low, both.high & ~0x07FFFFFEL, other);
    }

    /** How many characters of ASCII are in it. */
    int count() {
        return Long.bitCount(low) + Long.bitCount(high);
    }
}
