/**
 * Statistics: intervals, tests, corrections, resampling and power. Plain numbers in, small immutable records out.
 *
 * <p>Nothing here knows of files, indicators or verdicts. Closed forms come from published equations, named where they are used;
 * distributions from commons-statistics; random bits from commons-rng through {@link dev.evalkit.stats.RandomStream}, so that a seed and a name
 * fix every draw. Methods are immutable values in the manner of {@code Method.withDefaults().with(...)}, and results carry
 * their own warnings in the words that a reader will see.
 */
@NullMarked
package dev.evalkit.stats;

import org.jspecify.annotations.NullMarked;
