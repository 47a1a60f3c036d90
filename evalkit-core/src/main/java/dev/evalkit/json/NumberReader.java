package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.NumberInput;

/**
 * Reads numbers by the grammar of RFC 8259 and refuses those that no double can hold.
 *
 * <p>A number of few digits is exactly a whole number times or over an exact power of ten, so that one correctly rounded operation
 * gives the double (Clinger 1990); the library has the general case.
 */
final class NumberReader {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long MOST_EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_EXPONENT = 100_000;
    private static final int SAFE_MAGNITUDE = 308;

    private final JsonInput in;
    private int from;
    private int to;
    private int place;
    private boolean isNegative;
    private boolean isWhole;
    private int digits;
    private long significand;
    private int exponent;

    NumberReader(JsonInput in) {
        this.in = in;
    }

    /** Reads a number whose first character comes next. */
    void read() {
        in.ensure(in.limits().numberLength() + 2);
        from = in.at;
        place = from;
        isNegative = in.bytes[from] == '-';
        place += isNegative ? 1 : 0;
        isWhole = true;
        digits = 0;
        significand = 0;
        exponent = 0;
        boolean startsWithZero = peek() == '0';
        if (digits("after the minus sign") > 1 && startsWithZero) {
            throw refused("expected no zero before other digits");
        }
        if (peek() == '.') {
            isWhole = false;
            place++;
            exponent = -digits("after the point");
        }
        if (peek() == 'e' || peek() == 'E') {
            isWhole = false;
            place++;
            exponent += exponent();
        }
        to = place;
        in.at = place;
        if (to - from > in.limits().numberLength()) {
            throw tooLong();
        }
        if (digits + exponent > SAFE_MAGNITUDE && Double.isInfinite(doubleValue())) {
            throw refused("expected one that a double can hold (up to about 1.8E308)");
        }
    }

    boolean isWhole() {
        return isWhole;
    }

    /** Whether it is written without point and exponent and fits a long. */
    boolean isLong() {
        return isWhole && (digits <= MOST_DIGITS || bigValue().bitLength() < Long.SIZE);
    }

    long longValue() {
        return digits <= MOST_DIGITS
                ? isNegative ? -significand : significand
                : bigValue().longValueExact();
    }

    BigInteger bigValue() {
        return new BigInteger(text());
    }

    double doubleValue() {
        double size = digits <= MOST_DIGITS ? exact(significand, exponent) : Double.NaN;
        if (!Double.isNaN(size)) {
            return isNegative ? -size : size;
        }
        return NumberInput.parseDouble(text(), true);
    }

    /** The double next to significand · 10^exponent, the former 0 or more; NaN where more than one operation would have to find it. */
    static double exact(long significand, int exponent) {
        if (significand > MOST_EXACT || Math.abs(exponent) >= POWERS.length) {
            return Double.NaN;
        }
        return exponent < 0 ? significand / POWERS[-exponent] : significand * POWERS[exponent];
    }

    /** The number as it is written. Valid until the window moves on. */
    String text() {
        return new String(in.bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Reads digits into the significand. */
    private int digits(String where) {
        int start = place;
        byte[] bytes = in.bytes;
        int end = in.end;
        int i = place;
        for (; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            if (digits < MOST_DIGITS) {
                significand = 10 * significand + (bytes[i] - '0');
            }
            // Leading zeros are no digits of the significand: 0.001 has one.
            digits += significand > 0 ? 1 : 0;
        }
        place = i;
        if (i == start) {
            throw refused("expected a digit " + where);
        }
        return i - start;
    }

    private int exponent() {
        boolean isSmall = peek() == '-';
        place += isSmall || peek() == '+' ? 1 : 0;
        int start = place;
        int value = 0;
        for (; Character.isDigit(peek()); place++) {
            value = Math.min(10 * value + peek() - '0', MOST_EXPONENT);
        }
        if (place == start) {
            throw refused("expected a digit after the exponent's e");
        }
        return isSmall ? -value : value;
    }

    private int peek() {
        return place < in.end ? in.bytes[place] : -1;
    }

    private EvalkitException refused(String expected) {
        to = place;
        in.at = from;
        return place - from > in.limits().numberLength()
                ? tooLong()
                : in.refused("found the number " + Shown.text(Shown.shortened(text())) + ", " + expected);
    }

    private EvalkitException tooLong() {
        in.at = from;
        return in.refused("found a number of more than " + in.limits().numberLength()
                + " characters, which is the most that is read here");
    }
}
