/**
 * Score rows and what is computed from them: a {@link dev.evalkit.evaluate.score.ScoreTable} holds the rows by columns, a
 * {@link dev.evalkit.evaluate.score.ScoreView} chooses some of them, and a {@link dev.evalkit.evaluate.score.Statistic}
 * is a number with its interval over a view.
 *
 * <p>Rows come from an evaluation, or from a score file that an earlier one wrote; the same statistics give the same numbers of both. The intervals themselves
 * are those of {@code dev.evalkit.stats}. Nothing here knows raw samples or evaluators.
 */
@NullMarked
package dev.evalkit.evaluate.score;

import org.jspecify.annotations.NullMarked;
