package dev.evalkit.sample;

import static dev.evalkit.sample.Fault.FAULT;

/** The grammar of JSON numbers, and their range: that of a double. */
final class JsonNumbers {
    private static final int LONGEST = 1000;
    /** A number with no more digits than this in its exponent, and no more characters before, cannot overflow a double. */
    private static final int SAFE_EXPONENT_DIGITS = 2;

    private static final int SAFE_INTEGER_LENGTH = 200;

    private final Fault fault;
    private byte[] bytes = new byte[Words.PADDING];

    JsonNumbers(Fault fault) {
        this.fault = fault;
    }

    void over(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A number as most are: positive, without an exponent, of less than 8 digits before the point and behind it, and followed by a comma
     * or brace. The position behind it; {@link Fault#FAULT}, without a fault, where it is anything else.
     */
    int plain(int start) {
        byte[] b = bytes;
        int integer = Words.first(Words.notDigits(Words.at(b, start)));
        int p = start + integer;
        boolean plain = integer > 0 && integer < Long.BYTES && (integer == 1 || b[start] != '0');
        if (plain && b[p] == '.') {
            int fraction = Words.first(Words.notDigits(Words.at(b, p + 1)));
            p += 1 + fraction;
            plain = fraction > 0 && fraction < Long.BYTES;
        }
        return plain && (b[p] == ',' || b[p] == '}') ? p : FAULT;
    }

    /** Any number; the position behind it or {@link Fault#FAULT}. */
    int scan(int position) {
        byte[] b = bytes;
        int p = b[position] == '-' ? position + 1 : position;
        if (b[p] == '0') {
            p++;
        } else {
            int digits = p;
            p = digits(p);
            if (p == digits) {
                return p == position ? fault.at(p, "a JSON value") : fault.at(p, "a digit");
            }
        }
        int integerEnd = p;
        if (b[p] == '.') {
            int fraction = p + 1;
            p = digits(fraction);
            if (p == fraction) {
                return fault.at(p, "a digit");
            }
        }
        int exponent = 0;
        if ((b[p] | 0x20) == 'e') {
            exponent = b[p + 1] == '-' || b[p + 1] == '+' ? p + 2 : p + 1;
            p = digits(exponent);
            if (p == exponent) {
                return fault.at(p, "a digit");
            }
            exponent = p - exponent;
        }
        return integerEnd - position <= SAFE_INTEGER_LENGTH
                        && exponent <= SAFE_EXPONENT_DIGITS
                        && p - position <= LONGEST
                ? p
                : unusual(position, p);
    }

    private int unusual(int start, int end) {
        if (end - start > LONGEST) {
            return fault.at(start, "a number of " + (end - start) + " characters", "at most " + LONGEST);
        }
        return Double.isInfinite(Numbers.parse(bytes, start, end))
                ? fault.at(start, "a number in the range of a double")
                : end;
    }

    private int digits(int position) {
        byte[] b = bytes;
        int p = position;
        while (b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        return p;
    }
}
