package dev.evalkit.diff.inference;

/**
 * That nothing can be inferred.
 *
 * @param why the reason, as a part of a sentence, e.g. {@code 6 clusters or more are needed for a verdict; there are 5}
 */
public record NoInference(String why) implements Finding {}
