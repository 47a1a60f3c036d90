package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;

/**
 * One spelling for each number, exactly: {@code 1}, {@code 1.0} and {@code 1e0} are all {@code 1}, so that labels which are equal as
 * numbers are equal as text. Digits are never rounded, so that long integers that serve as ids stay apart.
 *
 * <p>The layout is that of ECMAScript (Number::toString): plain up to 21 integer digits and down to 0.000001, else with an exponent.
 */
final class CanonicalNumber {
    private static final int MOST_INTEGER_DIGITS = 21;
    private static final int MOST_LEADING_ZEROS = 5;
    /** Exponents of more digits than this are all the same: the number is zero as a double. */
    private static final int MOST_EXPONENT_DIGITS = 15;

    private CanonicalNumber() {}

    /** The canonical text of a JSON number. */
    static String of(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
        boolean negative = text.startsWith("-");
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = text.substring(negative ? 1 : 0, mark < 0 ? text.length() : mark);
        int point = mantissa.indexOf('.');
        String digits = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        int to = digits.length();
        while (to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        if (from == to) {
            return "0";
        }
        long exponent = mark < 0 ? 0 : exponent(text.substring(mark + 1));
        long magnitude = (point < 0 ? mantissa.length() : point) - from + exponent;
        return (negative ? "-" : "") + layout(digits.substring(from, to), magnitude);
    }

    private static long exponent(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        digits = digits.substring(from);
        long magnitude =
                Long.parseLong(digits.length() > MOST_EXPONENT_DIGITS ? "9".repeat(MOST_EXPONENT_DIGITS) : digits);
        return text.startsWith("-") ? -magnitude : magnitude;
    }

    /** Lays out 0.DIGITS times ten to the power of the magnitude. */
    private static String layout(String digits, long magnitude) {
        if (magnitude > MOST_INTEGER_DIGITS || magnitude < -MOST_LEADING_ZEROS) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (magnitude - 1);
        }
        if (magnitude <= 0) {
            return "0." + "0".repeat((int) -magnitude) + digits;
        }
        int integer = (int) magnitude;
        return integer >= digits.length()
                ? digits + "0".repeat(integer - digits.length())
                : digits.substring(0, integer) + "." + digits.substring(integer);
    }
}
