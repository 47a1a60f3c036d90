/**
 * TOML 1.0, as rule files are written in.
 *
 * <p>{@link dev.evalkit.scan.toml.TomlReader} takes the lines of a text apart into tables and keys, {@code TomlValues} reads what stands behind the equals sign, {@code
 * TomlStrings} and {@code TomlScalars} the single values; the result is a {@link dev.evalkit.scan.toml.TomlTable} that knows where each key stands. Own code, for the
 * generated parsers of libraries take longer to start than to scan a hundred megabytes. Nothing here knows what a key means.
 */
@NullMarked
package dev.evalkit.scan.toml;

import org.jspecify.annotations.NullMarked;
