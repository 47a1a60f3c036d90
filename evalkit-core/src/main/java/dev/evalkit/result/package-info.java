/**
 * What an evaluation found: result items, the sets of them that a file holds, and the manifest of the run that made them.
 *
 * <p>Items are immutable and ordered as written; a set keeps them in columns and makes an item when it is asked for. Reading and writing their files is here too; where the files lie is the business of
 * {@code dev.evalkit.repository}.
 */
@NullMarked
package dev.evalkit.result;

import org.jspecify.annotations.NullMarked;
