/**
 * The evaluators over battles: {@code builtin:bradley_terry}, {@code builtin:elo} and {@code builtin:win_rate}.
 *
 * <p>A row of a JSONL or CSV file is read by {@link dev.evalkit.rating.builtin.BattleColumns}, adds up in an accumulator of {@code dev.evalkit.rating}, and
 * what that package computes becomes measures with their meta. No mathematics lives here.
 */
@NullMarked
package dev.evalkit.rating.builtin;

import org.jspecify.annotations.NullMarked;
