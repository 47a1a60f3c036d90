package dev.evalkit.report.chart;

/** How wide a label is on a page, about and rather more than less: letters of {@value #SIZE} pixels in the usual fonts without serifs. */
final class LabelWidth {
    /** The size of letters in charts, in pixels. */
    static final int SIZE = 12;

    private static final double NARROW = 0.34;
    private static final double USUAL = 0.6;
    private static final double WIDE = 0.9;
    private static final double FULL = 1.05;

    private LabelWidth() {}

    /** In pixels. */
    static double of(String text) {
        return SIZE * text.codePoints().mapToDouble(LabelWidth::share).sum();
    }

    private static double share(int character) {
        if (character < 0x80) {
            return switch (character) {
                case ' ', '.', ',', ':', ';', '|', '!', 'i', 'j', 'l', '\'' -> NARROW;
                case 'M', 'W', 'm', 'w', '%', '@' -> WIDE;
                default -> USUAL;
            };
        }
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN, GREEK, CYRILLIC, COMMON -> character >= 0x2E80 ? FULL : WIDE;
            default -> FULL;
        };
    }
}
