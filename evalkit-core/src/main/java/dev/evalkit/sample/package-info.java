/**
 * Sample files: streamed in parallel, validated strictly, and decoded only where a column was declared.
 *
 * <p>The way of the data: {@code SampleFile} looks at the beginning of a file and finds its format; a {@code ChunkSource} cuts it into
 * chunks of whole records, at places that depend on the file alone; on each thread a {@code RecordCursor} goes through a chunk with
 * the {@code RecordParser} of the format, which notes in {@code Cells} where the declared columns stand; the {@link
 * dev.evalkit.sample.SampleFold} takes each record in as a {@link dev.evalkit.sample.Sample}; {@code OrderedMerge} puts the partial results
 * together in the order of the file.
 *
 * <p>Parsers work on bytes and throw nothing: what is wrong with a record is left in a {@code Fault} and becomes a {@link
 * dev.evalkit.sample.BadLine}. No metric is computed here, and nothing is written.
 */
@NullMarked
package dev.evalkit.sample;

import org.jspecify.annotations.NullMarked;
