package dev.evalkit.repository;

import dev.evalkit.json.JsonDocument;

/**
 * A file of the repository that is a document of some kind, whatever it says: what a schema judges.
 *
 * @param id its id: what it says of itself, else its file's name without the extension
 * @param file the file, relative to the repository's root with {@code /} between its parts
 * @param json the document as it was read
 */
public record Source(String id, String file, JsonDocument json) {

    /** The file's name without the extension. */
    public String stem() {
        return stem(file);
    }

    static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(DocumentFiles.EXTENSION)
                ? name.substring(0, name.length() - DocumentFiles.EXTENSION.length())
                : name;
    }
}
