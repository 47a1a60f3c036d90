/**
 * What every part of evalkit shares: the one family of exceptions, the place in a file that an exception points at, and what messages are made of.
 *
 * <p>The way of the data: indicator → evaluator(samples) → result items → run → diff(baseline) → verdicts → gate → reports. Each
 * package below holds one of these; this one uses none of them.
 */
@NullMarked
package dev.evalkit;

import org.jspecify.annotations.NullMarked;
