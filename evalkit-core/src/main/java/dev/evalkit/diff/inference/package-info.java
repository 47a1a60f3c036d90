/**
 * What the samples or the intervals of two runs say of the change between them: its interval, how likely data as bad would be without a change, and whether more
 * than the margin can be ruled out.
 *
 * <p>Data pass through in this order: {@link dev.evalkit.diff.inference.Matching} (rows of two score tables by their ids) → {@link
 * dev.evalkit.diff.inference.SharedSamples} (those that a statistic and a slice are about) → a method by the kind of the statistic → {@link
 * dev.evalkit.diff.inference.Finding}. Every difference is turned so that + is better. The mathematics are those of {@code dev.evalkit.stats}; verdicts, which need
 * the p-values of all rows together, are the business of {@code dev.evalkit.diff}.
 */
@NullMarked
package dev.evalkit.diff.inference;

import org.jspecify.annotations.NullMarked;
