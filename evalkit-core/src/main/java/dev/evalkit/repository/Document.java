package dev.evalkit.repository;

/**
 * A document of the repository that says what evalkit needs of its kind.
 *
 * @param source the file
 * @param content what it says
 * @param <T> the record of its kind
 */
public record Document<T>(Source source, T content) {

    /** Its id. */
    public String id() {
        return source.id();
    }

    /** The file, relative to the repository's root. */
    public String file() {
        return source.file();
    }
}
