package dev.evalkit.evaluate.builtin;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** One text for each value that labels write in several ways: numbers ({@code 1}, {@code 1.0}, {@code 01}) and, as 1 and 0, {@code true} and {@code False}. */
final class Spelling {
    private static final Pattern NUMBER = Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d{1,9}+)?+");
    private static final int MOST_DIGITS = 40;

    /** A longer text is no number that somebody writes as a label. */
    private static final int LONGEST = 100;

    private Spelling() {}

    /** The text that stands for the value of a text; the text itself where it is neither a number nor a truth value. */
    static String value(String text) {
        // Most labels are words or small whole numbers, and patterns are slow.
        if (text.isEmpty() || text.length() > LONGEST || isPlainInteger(text)) {
            return text;
        }
        if (text.charAt(0) <= '9') {
            return NUMBER.matcher(text).matches() ? number(text) : text;
        }
        return text.equalsIgnoreCase("true") ? "1" : text.equalsIgnoreCase("false") ? "0" : text;
    }

    private static boolean isPlainInteger(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == 1 || text.charAt(0) != '0';
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        boolean isShort = Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS;
        return isShort ? number.toPlainString() : number.toString();
    }
}
