package dev.evalkit.lmarena.source;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;

/** A source answered, and its answer is not a board that can be relied upon. The message begins with the source. */
public final class BoardException extends EvalkitException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Kind {
        /** Its form is not the one that is known. */
        FORM,
        /** A row makes no sense. */
        ROW,
        /** Parts are missing. */
        PARTIAL,
        /** Parts do not belong together. */
        MIXED,
        /** It does not have what was asked for. */
        ABSENT
    }

    private final Kind kind;

    BoardException(Kind kind, String source, String message) {
        super(Shown.text(source) + ": " + message);
        this.kind = kind;
    }

    /** What is wrong with it. */
    public Kind kind() {
        return kind;
    }
}
