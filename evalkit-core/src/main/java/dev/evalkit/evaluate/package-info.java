/**
 * From samples to numbers: the contract of an evaluator, what the framework does for every one of them, and the statistics over
 * the scores that it keeps.
 *
 * <p>The data pass in this order:
 * <ol>
 *   <li>an {@link dev.evalkit.evaluate.Evaluator} reads its {@link dev.evalkit.evaluate.Arguments} and becomes an
 *       {@link dev.evalkit.evaluate.Evaluation};</li>
 *   <li>samples are read in parallel and added to accumulators, which are merged in the order of the file;</li>
 *   <li>nearly every evaluation is a {@link dev.evalkit.evaluate.ScoredEvaluation}: its
 *       {@link dev.evalkit.evaluate.Scoring} maps one sample to one score row;</li>
 *   <li>each {@link dev.evalkit.evaluate.score.Statistic} is computed over the columns of a
 *       {@link dev.evalkit.evaluate.score.ScoreTable}, for all rows and for every slice;</li>
 *   <li>the {@link dev.evalkit.evaluate.Findings} are handed to whoever runs it, and the score rows can be written.</li>
 * </ol>
 * The same statistics over a table that was read back give the same numbers, so a later run can be paired with this one when its raw
 * data are gone. What evaluators there are is the business of {@code dev.evalkit.evaluate.builtin} and of service providers; nothing here
 * judges whether a number is good.
 */
@NullMarked
package dev.evalkit.evaluate;

import org.jspecify.annotations.NullMarked;
