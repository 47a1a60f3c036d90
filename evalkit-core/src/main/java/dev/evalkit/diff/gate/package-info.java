/**
 * What a build does about the verdicts of a diff.
 *
 * <p>{@link dev.evalkit.diff.DiffResult} → {@link dev.evalkit.diff.gate.Policy} → {@link dev.evalkit.diff.gate.Outcome} → {@code diff.json}
 * ({@link dev.evalkit.diff.gate.DiffFile}). Verdicts are only weighed here, never changed. Ending a build, and saying so, is the caller's part.
 */
@NullMarked
package dev.evalkit.diff.gate;

import org.jspecify.annotations.NullMarked;
