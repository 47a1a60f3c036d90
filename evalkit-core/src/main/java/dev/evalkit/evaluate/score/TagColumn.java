package dev.evalkit.evaluate.score;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A slice column: none, one or several texts for each row. */
public final class TagColumn {
    private final TextCodes dictionary = new TextCodes();
    private int[] ends = {};
    private int[] codes = {};
    private int size;
    private int used;

    TagColumn() {}

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** How many texts a row has. */
    public int count(int row) {
        return ends[row] - start(row);
    }

    /** The code of a row's text, an index into {@link #texts}; {@code index} is less than {@link #count}. */
    public int code(int row, int index) {
        return codes[start(row) + index];
    }

    /** The different texts, by code; unmodifiable. */
    public List<String> texts() {
        return Collections.unmodifiableList(dictionary.texts());
    }

    void add(List<String> texts) {
        for (String text : texts) {
            int code = dictionary.code(text);
            if (!holds(code)) {
                put(code);
            }
        }
        end();
    }

    void append(TagColumn later) {
        int[] translated = new int[later.dictionary.texts().size()];
        for (int code = 0; code < translated.length; code++) {
            translated[code] = dictionary.code(later.dictionary.texts().get(code));
        }
        for (int row = 0; row < later.size; row++) {
            for (int index = 0; index < later.count(row); index++) {
                put(translated[later.code(row, index)]);
            }
            end();
        }
    }

    /** Whether the row at the end has this text already: a sample is in a slice once. */
    private boolean holds(int code) {
        for (int i = size == 0 ? 0 : ends[size - 1]; i < used; i++) {
            if (codes[i] == code) {
                return true;
            }
        }
        return false;
    }

    private void put(int code) {
        if (used == codes.length) {
            codes = Arrays.copyOf(codes, NumberColumn.grown(used));
        }
        codes[used++] = code;
    }

    private void end() {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, NumberColumn.grown(size));
        }
        ends[size++] = used;
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
