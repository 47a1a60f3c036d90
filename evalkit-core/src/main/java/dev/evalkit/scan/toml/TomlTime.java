package dev.evalkit.scan.toml;

/**
 * A date, a time, or both.
 *
 * @param text as it is written
 */
public record TomlTime(String text) {}
