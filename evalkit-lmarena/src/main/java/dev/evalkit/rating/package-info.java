/**
 * Ratings from pairwise comparisons (battles): Bradley-Terry, Elo, win rates.
 *
 * <p>Pure computation; the evaluators that are registered from here reach samples through the core.
 */
@NullMarked
package dev.evalkit.rating;

import org.jspecify.annotations.NullMarked;
