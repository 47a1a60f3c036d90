/**
 * Statistics: intervals, tests, corrections, resampling and power. Plain numbers in, small immutable records out.
 *
 * <p>Nothing here knows of files, indicators or verdicts. Closed forms come from published equations, named where they are used;
 * distributions from commons-statistics; random bits from commons-rng through {@link dev.evalkit.stats.RandomStream}, so that a seed and a name
 * fix every draw. Methods are immutable values in the manner of {@code Method.withDefaults().with(...)}, and results carry
 * their own warnings in the words that a reader will see.
 *
 * <p>Of one run: samples become a mergeable summary ({@link dev.evalkit.stats.Moments}, {@link dev.evalkit.stats.RatioMoments}, {@link
 * dev.evalkit.stats.ConfusionMatrix}), one per cluster where there are clusters; count metrics and ratios become pseudo-values
 * ({@link dev.evalkit.stats.CountInfluence}); clusters become a {@link dev.evalkit.stats.ClusteredMean}; and a method with its settings turns any of
 * these into a {@link dev.evalkit.stats.ConfidenceInterval}.
 *
 * <p>Two runs are compared as d = current − previous, oriented by the caller so that larger is better:
 * <ol>
 *   <li>scores become a summary: {@link dev.evalkit.stats.PairedCounts}, {@link dev.evalkit.stats.PairedScores},
 *       {@link dev.evalkit.stats.PredictionPairs}, {@link dev.evalkit.stats.UnpairedCounts}, {@link dev.evalkit.stats.ClusteredMean};
 *   <li>a method turns it into an interval of d and into {@link dev.evalkit.stats.Tails} at a hypothesised difference, 0 or −M; a
 *       permutation test gives a {@link dev.evalkit.stats.PValue}, which may be simulated;
 *   <li>{@link dev.evalkit.stats.SequentialHolm} judges the p-values of a family together and draws on where a decision needs it.
 * </ol>
 */
@NullMarked
package dev.evalkit.stats;

import org.jspecify.annotations.NullMarked;
