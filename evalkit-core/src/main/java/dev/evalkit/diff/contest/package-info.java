/**
 * Several models in one scenario: which is best, where that can be said.
 *
 * <p>{@link dev.evalkit.diff.contest.Contender}s come in; of each indicator the one with the best value is diffed with each other, and {@link
 * dev.evalkit.diff.contest.ContestedIndicator}s go out. What counts as a difference is the business of {@code dev.evalkit.diff}; nothing gates here.
 */
@NullMarked
package dev.evalkit.diff.contest;

import org.jspecify.annotations.NullMarked;
