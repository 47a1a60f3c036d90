package dev.evalkit.evaluate.builtin;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** One text for each value that labels write in several ways: numbers ({@code 1}, {@code 1.0}, {@code 01}) and, as 1 and 0, {@code true} and {@code False}. */
final class Spelling {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");
    private static final int MOST_DIGITS = 40;

    private Spelling() {}

    /** The text that stands for the value of a text; the text itself where it is neither a number nor a truth value. */
    static String value(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default -> isNumber(text) ? number(text) : text;
        };
    }

    private static boolean isNumber(String text) {
        // Most labels are words, and patterns are slow.
        return !text.isEmpty() && text.charAt(0) <= '9' && NUMBER.matcher(text).matches();
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        boolean isShort = Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS;
        return isShort ? number.toPlainString() : number.toString();
    }
}
