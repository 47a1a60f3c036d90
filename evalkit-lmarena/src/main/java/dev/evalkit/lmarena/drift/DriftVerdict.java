package dev.evalkit.lmarena.drift;

import java.util.Locale;

/** What is said of a model in a category. */
public enum DriftVerdict {
    /** The rating rose, beyond chance and by the minimum effect at least. */
    ROSE,
    /** The rating fell, likewise. */
    FELL,
    /** Nothing was found, which does not prove that nothing changed. */
    NO_CHANGE,
    /** Something makes the two boards incomparable. */
    INCOMPARABLE,
    /** The board fixes this rating, so that it tells nothing. */
    ANCHOR,
    /** A side gives no interval, so that nobody can tell. */
    NOT_TESTABLE,
    /** Only the current board has it. */
    NEW,
    /** Only the previous board has it. */
    GONE;

    /** As it stands in documents. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
