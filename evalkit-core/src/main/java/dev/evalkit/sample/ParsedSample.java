package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The record that the cells describe, decoded on demand. */
final class ParsedSample implements Sample {
    private final Columns columns;
    private final Cells cells;
    private final LineCounter lines;
    private final boolean numbered;
    private final TextCache[] texts;
    private int start;
    private long ordinal;

    /** @param numbered whether records are known by their number instead of their line */
    ParsedSample(Columns columns, Cells cells, LineCounter lines, boolean numbered) {
        this.columns = columns;
        this.cells = cells;
        this.lines = lines;
        this.numbered = numbered;
        texts = new TextCache[columns.declared().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new TextCache();
        }
    }

    /** Stands on the record that begins at a position and is the ordinal-th of the file, from 1. */
    void standOn(int start, long ordinal) {
        this.start = start;
        this.ordinal = ordinal;
    }

    @Override
    public boolean isMissing(int column) {
        return cells.kind(column) <= Cells.NULL;
    }

    @Override
    public String text(int column) {
        byte kind = cells.kind(column);
        if (kind <= Cells.NULL || kind > Cells.DOUBLED) {
            throw bad(column, "a text");
        }
        return texts[column].get(cells, column);
    }

    /** The column as text whatever it is, arrays and objects as they stand in the record; it must not be missing. */
    String shown(int column) {
        byte kind = cells.kind(column);
        if (kind == Cells.ARRAY || kind == Cells.OBJECT) {
            int start = cells.start(column);
            return new String(cells.bytes(), start, cells.end(column) - start, StandardCharsets.UTF_8);
        }
        return text(column);
    }

    @Override
    public double number(int column) {
        if (cells.kind(column) == Cells.NUMBER) {
            return Numbers.parse(cells.bytes(), cells.start(column), cells.end(column));
        }
        return numberInText(column);
    }

    private double numberInText(int column) {
        byte kind = cells.kind(column);
        if (kind == Cells.TEXT) {
            return numberInText(column, cells.bytes(), cells.start(column), cells.end(column));
        }
        if (kind == Cells.ESCAPED) {
            byte[] text = Texts.decode(cells, column).getBytes(StandardCharsets.UTF_8);
            return numberInText(column, text, 0, text.length);
        }
        throw notANumber(column);
    }

    private double numberInText(int column, byte[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text[from] == ' ') {
            from++;
        }
        while (from < to && text[to - 1] == ' ') {
            to--;
        }
        double number = Numbers.isDecimal(text, from, to) ? Numbers.parse(text, from, to) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw notANumber(column);
        }
        return number;
    }

    private BadSampleException notANumber(int column) {
        return bad(column, "a finite number");
    }

    @Override
    public boolean flag(int column) {
        byte kind = cells.kind(column);
        if (kind == Cells.TRUE || kind == Cells.FALSE) {
            return kind == Cells.TRUE;
        }
        if (kind == Cells.TEXT || kind == Cells.NUMBER) {
            String text = texts[column].get(cells, column);
            if (text.equals("1") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes")) {
                return true;
            }
            if (text.equals("0") || text.equalsIgnoreCase("false") || text.equalsIgnoreCase("no")) {
                return false;
            }
        }
        throw bad(column, "true or false (or 1, 0, yes, no)");
    }

    @Override
    public List<String> texts(int column) {
        return switch (cells.kind(column)) {
            case Cells.ABSENT, Cells.NULL -> List.of();
            case Cells.ARRAY ->
                ArrayTexts.of(cells.bytes(), cells.start(column)).orElseThrow(() -> bad(column, "an array of texts"));
            default -> List.of(text(column));
        };
    }

    @Override
    public long line() {
        return numbered ? ordinal : lines.line(start);
    }

    private BadSampleException bad(int column, String expected) {
        return new BadSampleException(column, CellWords.describe(cells, column), expected).naming(columns.declared());
    }
}
