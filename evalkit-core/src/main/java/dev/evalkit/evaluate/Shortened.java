package dev.evalkit.evaluate;

/** A text as it stands in a message. */
final class Shortened {
    private static final int MOST = 60;

    private Shortened() {}

    static String of(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
