/**
 * Ratings from pairwise comparisons (battles): Bradley-Terry, online Elo, win rates.
 *
 * <p>Data pass through in this order:
 *
 * <ol>
 *   <li>A label is read by {@link dev.evalkit.rating.Outcome#ofLabel}, and a row becomes a {@link dev.evalkit.rating.Battle}.
 *   <li>Battles add up in an accumulator that merges: {@link dev.evalkit.rating.PairAccumulator} where only sums per pair
 *       matter, {@link dev.evalkit.rating.BattleLog} where the order or the judge does.
 *   <li>The sums, as immutable {@link dev.evalkit.rating.PairCounts}, go to {@link dev.evalkit.rating.BradleyTerry} or
 *       {@link dev.evalkit.rating.WinRate}; the log goes to {@link dev.evalkit.rating.Elo}, or to Bradley-Terry with the
 *       judges as clusters.
 *   <li>Whether finite ratings exist is decided before fitting; then come Newton's steps, the covariance, and on request the
 *       bootstrap. A {@link dev.evalkit.rating.RatingFit} answers with ratings, intervals, differences and ranks.
 * </ol>
 *
 * <p>Pure computation: nothing here opens a file or knows of indicators and result items. The evaluators, in {@code
 * rating.builtin}, reach samples through the core.
 */
@NullMarked
package dev.evalkit.rating;

import org.jspecify.annotations.NullMarked;
