package dev.evalkit.sample;

/** Well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /**
     * The length of the well-formed sequence whose first byte, at the position, is not ASCII; 0 where there is none.
     *
     * <p>Zero padding behind the content is no continuation byte, so that a cut sequence is never read past its end.
     */
    static int sequence(byte[] bytes, int position) {
        int lead = bytes[position] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4 || !isContinuation(bytes[position + 1])) {
            return 0;
        }
        if (lead < 0xE0) {
            return 2;
        }
        int second = bytes[position + 1] & 0xFF;
        if (!isContinuation(bytes[position + 2])) {
            return 0;
        }
        if (lead < 0xF0) {
            boolean overlong = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second > 0x9F;
            return overlong || surrogate ? 0 : 3;
        }
        boolean overlong = lead == 0xF0 && second < 0x90;
        boolean tooLarge = lead == 0xF4 && second > 0x8F;
        return overlong || tooLarge || !isContinuation(bytes[position + 3]) ? 0 : 4;
    }

    /** How many characters (code points) stand in [from, to); stray continuation bytes are not counted. */
    static int characters(byte[] bytes, int from, int to) {
        int continuations = 0;
        int p = from;
        for (; p <= to - Long.BYTES; p += Long.BYTES) {
            continuations += Words.countContinuations(Words.at(bytes, p));
        }
        for (; p < to; p++) {
            continuations += isContinuation(bytes[p]) ? 1 : 0;
        }
        return to - from - continuations;
    }

    private static boolean isContinuation(byte value) {
        return value < (byte) 0xC0;
    }
}
