package dev.evalkit.sample;

/** What a cell holds, in the words of a message. */
final class CellWords {
    private static final int LONGEST = 40;

    private CellWords() {}

    static String describe(Cells cells, int slot) {
        return switch (cells.kind(slot)) {
            case Cells.ABSENT -> "nothing";
            case Cells.NULL -> "no value";
            case Cells.ARRAY -> "an array";
            case Cells.OBJECT -> "an object";
            case Cells.TEXT, Cells.ESCAPED, Cells.DOUBLED -> '"' + shortened(Texts.decode(cells, slot)) + '"';
            default -> shortened(Texts.decode(cells, slot));
        };
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
