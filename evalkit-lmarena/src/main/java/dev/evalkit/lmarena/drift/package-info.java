/**
 * What changed between two boards.
 *
 * <p>Two {@link dev.evalkit.lmarena.drift.BoardSide}s go in. {@link dev.evalkit.lmarena.drift.Regimes} looks first for what makes their numbers
 * incomparable; where nothing does, {@link dev.evalkit.lmarena.drift.Drift} re-centres the ratings of each category on the models that both have and tests
 * each model's change. The {@link dev.evalkit.lmarena.drift.DriftResult} becomes {@code drift.json}, a summary, and lines for a console.
 */
@NullMarked
package dev.evalkit.lmarena.drift;

import org.jspecify.annotations.NullMarked;
