/**
 * What an evaluation repository says, as plain immutable records: models, scenarios, indicators, benchmarks.
 *
 * <p>No files, no JSON and no behaviour beyond what follows from the fields themselves. Documents are turned into these records by
 * {@code dev.evalkit.repository}; fields that evalkit does not know are kept in {@code fields}.
 */
@NullMarked
package dev.evalkit.model;

import org.jspecify.annotations.NullMarked;
