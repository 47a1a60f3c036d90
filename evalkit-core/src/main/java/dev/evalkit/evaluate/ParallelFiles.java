package dev.evalkit.evaluate;

/**
 * Two files that hold an array each: labels and predictions, position by position.
 *
 * @param gold the labels, as the argument names the file
 * @param pred the predictions
 */
public record ParallelFiles(String gold, String pred) {}
