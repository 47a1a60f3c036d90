package dev.evalkit.io;

import java.util.Locale;

/** Text from documents, made fit for a message: bounded, and with nothing that a terminal would act upon. */
final class Shown {
    private static final int LONGEST = 200;

    private Shown() {}

    /** The text with control and invisible characters as escapes, cut after 200 characters. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(each -> append(shown, each));
        return text.codePointCount(0, text.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        int type = Character.getType(character);
        if (Character.isISOControl(character) || type == Character.FORMAT || type == Character.SURROGATE) {
            for (char unit : Character.toChars(character)) {
                shown.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) unit));
            }
        } else {
            shown.appendCodePoint(character);
        }
    }
}
