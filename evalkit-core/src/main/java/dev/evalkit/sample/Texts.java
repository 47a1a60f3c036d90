package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;

/** Decodes cells to texts. */
final class Texts {
    private Texts() {}

    /** The text of a cell that has one: a string, a number, true or false. */
    static String decode(Cells cells, int slot) {
        byte[] bytes = cells.bytes();
        int start = cells.start(slot);
        int end = cells.end(slot);
        return switch (cells.kind(slot)) {
            case Cells.ESCAPED -> JsonStrings.decode(bytes, start, end);
            case Cells.NUMBER -> CanonicalNumber.of(bytes, start, end);
            case Cells.DOUBLED -> new String(bytes, start, end - start, StandardCharsets.UTF_8).replace("\"\"", "\"");
            default -> new String(bytes, start, end - start, StandardCharsets.UTF_8);
        };
    }
}
