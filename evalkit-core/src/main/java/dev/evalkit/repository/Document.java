package dev.evalkit.repository;

import dev.evalkit.json.JsonDocument;

/**
 * A document of the repository that says what evalkit needs of its kind.
 *
 * @param id its id: what it says of itself, else its file's name without the extension
 * @param file the file, relative to the repository's root with {@code /} between its parts
 * @param source the document as it was read
 * @param content what it says
 * @param <T> the record of its kind
 */
public record Document<T>(String id, String file, JsonDocument source, T content) {}
