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
 */
@NullMarked
package dev.evalkit.stats;

import org.jspecify.annotations.NullMarked;
