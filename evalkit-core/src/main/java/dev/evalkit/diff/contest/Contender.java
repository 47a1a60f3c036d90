package dev.evalkit.diff.contest;

import dev.evalkit.diff.Side;
import dev.evalkit.repository.RunKey;

/**
 * A model's results.
 *
 * @param key the model and the scenario
 * @param side its results, with scores where there are any
 */
public record Contender(RunKey key, Side side) {}
