package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;

/** Decimal text to doubles, correct to the last bit. */
final class Numbers {
    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long[] INTEGER_POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    /**
     * The nearest double to the number in [start, end).
     *
     * <p>Where the digits and the power of ten are both exact as doubles, one multiplication or division rounds correctly (Clinger,
     * "How to read floating point numbers accurately", 1990); everything else goes to the JDK.
     */
    static double parse(byte[] bytes, int start, int end) {
        return end + Words.PADDING <= bytes.length ? parsePadded(bytes, start, end) : parseAny(bytes, start, end);
    }

    /** Numbers as most are, of less than 8 digits before a point and behind it, without a branch for each digit. */
    private static double parsePadded(byte[] bytes, int start, int end) {
        long word = Words.at(bytes, start);
        int integer = Words.first(Words.notDigits(word));
        int p = start + integer;
        if (integer == 0 || integer == Long.BYTES || p > end) {
            return parseAny(bytes, start, end);
        }
        long whole = Words.decimal(word, integer);
        if (p == end) {
            return whole;
        }
        long behind = Words.at(bytes, p + 1);
        int fraction = end - p - 1;
        if (bytes[p] != '.' || fraction == 0 || Words.first(Words.notDigits(behind)) != fraction) {
            return parseAny(bytes, start, end);
        }
        return (whole * INTEGER_POWERS[fraction] + Words.decimal(behind, fraction)) / POWERS[fraction];
    }

    private static double parseAny(byte[] bytes, int start, int end) {
        int p = bytes[start] == '-' || bytes[start] == '+' ? start + 1 : start;
        int firstDigit = p;
        int point = -1;
        long digits = 0;
        for (; p < end; p++) {
            int digit = bytes[p] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[p] == '.') {
                point = p;
            } else {
                break;
            }
        }
        int scale = point < 0 ? 0 : p - point - 1;
        if (p < end || p - firstDigit > DIGITS_OF_A_LONG || digits > LARGEST_EXACT || scale >= POWERS.length) {
            return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
        }
        double magnitude = digits / POWERS[scale];
        return bytes[start] == '-' ? -magnitude : magnitude;
    }

    /** Whether [start, end) is a decimal number as people and programs write it: {@code 12}, {@code +.5}, {@code 007}, {@code 1e-3}. */
    static boolean isDecimal(byte[] bytes, int start, int end) {
        int p = start;
        if (p < end && (bytes[p] == '-' || bytes[p] == '+')) {
            p++;
        }
        int integer = p;
        p = digits(bytes, p, end);
        int count = p - integer;
        if (p < end && bytes[p] == '.') {
            int fraction = p + 1;
            p = digits(bytes, fraction, end);
            count += p - fraction;
        }
        if (count == 0) {
            return false;
        }
        if (p < end && (bytes[p] | 0x20) == 'e') {
            p++;
            if (p < end && (bytes[p] == '-' || bytes[p] == '+')) {
                p++;
            }
            int exponent = p;
            p = digits(bytes, p, end);
            if (p == exponent) {
                return false;
            }
        }
        return p == end;
    }

    private static int digits(byte[] bytes, int position, int end) {
        int p = position;
        while (p < end && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        return p;
    }
}
