package dev.evalkit.schema;

import dev.evalkit.Location;

/**
 * One way in which a document departs from its schema.
 *
 * @param location file, line and column of the value in question, or of what should hold it
 * @param pointer its JSON pointer; empty for the document itself
 * @param keyword the schema's keyword that it breaks, e.g. {@code required}; empty where it is that there are more than are listed
 * @param message what was found and what was expected
 */
public record Violation(Location location, String pointer, String keyword, String message) {
    @Override
    public String toString() {
        return location + ": " + message + " [" + (pointer.isEmpty() ? keyword : pointer + ", " + keyword) + "]";
    }
}
