/**
 * What changed between two sets of results, and what that means for each of them.
 *
 * <p>Data pass through in this order: {@link dev.evalkit.diff.Side} (items and the run that they come from) → alignment of the items by identity →
 * comparability, before any statistics → threshold and margin → verdict → {@link dev.evalkit.diff.DiffRow} → {@link dev.evalkit.diff.DiffResult}.
 * {@link dev.evalkit.diff.Diff} leads them through. What a build does about a verdict is the business of {@code dev.evalkit.diff.gate}; how a
 * diff is shown that of {@code dev.evalkit.report}. Nothing here writes a file.
 */
@NullMarked
package dev.evalkit.diff;

import org.jspecify.annotations.NullMarked;
