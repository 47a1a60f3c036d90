package dev.evalkit.repository;

/**
 * How a name names a document.
 *
 * @param id the document's id
 * @param by what of the document the name is
 */
public record Match(String id, By by) {

    /** What a name can be, the surest first. */
    public enum By {
        /** The id. */
        ID,
        /** The file's name without extension, or an alias that the document itself lists. */
        OWN_NAME,
        /** A name in {@code aliases.json}. */
        ALIASES_FILE,
        /** None of these, but alike but for letter case, blanks and punctuation, and like that of no other document. */
        LIKENESS
    }
}
