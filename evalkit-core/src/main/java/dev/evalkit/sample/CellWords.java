package dev.evalkit.sample;

/** What a cell holds, in the words of a message. */
final class CellWords {
    private static final int LONGEST = 40;

    private CellWords() {}

    static String describe(Cells cells, int slot) {
        switch (cells.kind(slot)) {
            case Cells.ABSENT:
                return "nothing";
            case Cells.NULL:
                return "no value";
            case Cells.ARRAY:
                return "an array";
            case Cells.OBJECT:
                return "an object";
            case Cells.TEXT, Cells.ESCAPED, Cells.DOUBLED:
                return '"' + shortened(Texts.decode(cells, slot)) + '"';
            default:
                return shortened(Texts.decode(cells, slot));
        }
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
