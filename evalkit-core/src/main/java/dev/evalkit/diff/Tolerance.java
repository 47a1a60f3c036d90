package dev.evalkit.diff;

/**
 * How much an item may change.
 *
 * @param threshold the size T from which a change is flagged
 * @param margin the drop M that is tolerated
 * @param ofNothing whether the margin is a share of a previous value of 0, hence 0 although nobody asked for that
 */
record Tolerance(double threshold, double margin, boolean ofNothing) {}
