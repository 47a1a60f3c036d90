/**
 * Runs the indicators of one model in one scenario, and records what came of each.
 *
 * <p>The way of the data: {@link dev.evalkit.evaluate.runner.EvaluationRunner} takes the indicators that the scenario names, side by
 * side; each is resolved (placeholders, inputs inside the repository), handed to its evaluator or script, and its items are completed with
 * what is known of their origin; the run is published when every indicator has its status. An indicator that fails leaves no items.
 */
@NullMarked
package dev.evalkit.evaluate.runner;

import org.jspecify.annotations.NullMarked;
