package dev.evalkit;

/**
 * A place in a file, as people and editors name it: {@code file:line:column}.
 *
 * @param file the file as the user knows it (relative to the repository where it is inside one); never empty
 * @param line the line, counted from 1, or 0 where only the file is known
 * @param column the column in UTF-16 code units, counted from 1, or 0 where only the line is known
 */
public record Location(String file, int line, int column) {

    /** A file as a whole. */
    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /** A line of a file. */
    public static Location of(String file, int line) {
        return new Location(file, line, 0);
    }

    @Override
    public String toString() {
        if (line <= 0) {
            return file;
        }
        return column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
