package dev.evalkit.sample;

import java.nio.file.Path;

/**
 * A column that is a file of its own: a JSON array of which element k belongs to sample k.
 *
 * @param column the name by which messages call it, e.g. {@code label}
 * @param file the file
 */
public record ColumnFile(String column, Path file) {}
