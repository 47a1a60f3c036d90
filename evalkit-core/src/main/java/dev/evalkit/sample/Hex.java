package dev.evalkit.sample;

/** The four hexadecimal digits of a JSON escape. */
final class Hex {
    private Hex() {}

    /** Their value, or -1 if one of them is none. */
    static int four(byte[] bytes, int position) {
        int value = 0;
        for (int p = position; p < position + 4; p++) {
            int digit = bytes[p] < 0 ? -1 : Character.digit(bytes[p], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
