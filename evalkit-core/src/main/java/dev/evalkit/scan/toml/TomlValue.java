package dev.evalkit.scan.toml;

/**
 * A value, and where its key stands; of the elements of an array where they themselves stand.
 *
 * @param value a {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@link TomlTime}, {@link TomlTable}, or a {@code List<TomlValue>}
 * @param line the line, from 1
 * @param column the column in characters, from 1
 */
public record TomlValue(Object value, int line, int column) {}
