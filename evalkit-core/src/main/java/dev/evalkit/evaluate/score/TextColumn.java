package dev.evalkit.evaluate.score;

import dev.evalkit.EvalkitException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of texts from a limited set, one or none for each row, kept as codes. */
public final class TextColumn {
    /** The code of a row that has no text. */
    public static final int MISSING = -1;

    /** Whoever has more different texts than this has put something else into a column of labels. */
    private static final int MOST_TEXTS = 1_000_000;

    private final TextCodes dictionary = new TextCodes();
    private int[] codes = {};
    private int size;

    TextColumn() {}

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The code of a row's text: an index into {@link #texts}, or {@link #MISSING}. */
    public int code(int row) {
        return codes[row];
    }

    /** The text of a row, if it has one. */
    public Optional<String> get(int row) {
        return codes[row] == MISSING ? Optional.empty() : Optional.of(texts().get(codes[row]));
    }

    /** The different texts, by code; unmodifiable. */
    public List<String> texts() {
        return Collections.unmodifiableList(dictionary.texts());
    }

    void add(@Nullable String text) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, NumberColumn.grown(size));
        }
        codes[size++] = text == null ? MISSING : dictionary.code(text);
    }

    void append(TextColumn later) {
        int[] translated = new int[later.dictionary.texts().size()];
        for (int code = 0; code < translated.length; code++) {
            translated[code] = dictionary.code(later.dictionary.texts().get(code));
        }
        if (codes.length < size + later.size) {
            codes = Arrays.copyOf(codes, Math.max(NumberColumn.grown(size), size + later.size));
        }
        for (int row = 0; row < later.size; row++) {
            int code = later.codes[row];
            codes[size++] = code == MISSING ? MISSING : translated[code];
        }
        checkLimit();
    }

    /** Called for each part of a file, which bounds how far beyond it can get. */
    private void checkLimit() {
        if (dictionary.texts().size() > MOST_TEXTS) {
            throw new EvalkitException("A column of labels has more than " + MOST_TEXTS
                    + " different texts, e.g. '"
                    + dictionary.texts().get(MOST_TEXTS)
                    + "'; name a column that holds labels");
        }
    }
}
