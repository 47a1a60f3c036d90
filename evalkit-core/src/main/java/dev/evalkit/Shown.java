package dev.evalkit;

/**
 * Text that comes from documents, made fit for a message: bounded, and with nothing in it that a terminal would act upon or that
 * nobody can see.
 */
public final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** The text with control characters, invisible ones and halves of surrogate pairs as {@code \\uXXXX}. */
    public static String text(String text) {
        return isPlain(text) ? text : escaped(text);
    }

    /** Nearly all text is: then there is nothing to look up. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isInvisible(each)) {
                for (char unit : Character.toChars(each)) {
                    shown.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
                }
            } else {
                shown.appendCodePoint(each);
            }
        });
        return shown.toString();
    }

    /** The text, in quotes, shortened. */
    public static String quoted(String text) {
        return '"' + text(shortened(text)) + '"';
    }

    /** The text, or its beginning and an ellipsis: 80 characters in all. */
    public static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // U+FFFE, U+FFFF and the like are no characters, and not allowed in XML.
            case Character.UNASSIGNED -> (character & 0xFFFE) == 0xFFFE;
            default -> false;
        };
    }
}
