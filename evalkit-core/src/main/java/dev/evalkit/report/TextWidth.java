package dev.evalkit.report;

/** How wide text is in a terminal. */
final class TextWidth {
    private static final int FIRST_PICTOGRAPH = 0x1F300;
    private static final int LAST_PICTOGRAPH = 0x1FAFF;

    private TextWidth() {}

    /** How many columns the text takes: two for East Asian characters and pictographs, none for marks that combine. */
    static int of(String text) {
        return text.codePoints().map(TextWidth::columns).sum();
    }

    private static int columns(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (point >= FIRST_PICTOGRAPH && point <= LAST_PICTOGRAPH) {
            return 2;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> 1;
        };
    }
}
