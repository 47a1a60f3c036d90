package dev.evalkit.evaluate.score;

import dev.evalkit.EvalkitException;
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
    private final Codes codes = new Codes();

    TextColumn() {}

    /** How many rows there are. */
    public int size() {
        return codes.size();
    }

    /** The code of a row's text: an index into {@link #texts}, or {@link #MISSING}. */
    public int code(int row) {
        return codes.get(row);
    }

    /** The text of a row, if it has one. */
    public Optional<String> get(int row) {
        return code(row) == MISSING ? Optional.empty() : Optional.of(texts().get(code(row)));
    }

    /** The different texts, by code; unmodifiable. */
    public List<String> texts() {
        return Collections.unmodifiableList(dictionary.texts());
    }

    void add(@Nullable String text) {
        codes.add(text == null ? MISSING : dictionary.code(text));
    }

    void append(TextColumn later) {
        int[] translated = new int[later.dictionary.texts().size()];
        for (int code = 0; code < translated.length; code++) {
            translated[code] = dictionary.code(later.dictionary.texts().get(code));
        }
        codes.append(later.codes, translated);
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
