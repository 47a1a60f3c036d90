package dev.evalkit.stats;

/** How scores of classes become one score. */
public enum Averaging {
    /** The mean over the classes that occur as label or prediction. */
    MACRO,
    /** From the summed counts; with one label and one prediction per sample it equals accuracy (a missing prediction counting as a wrong one). */
    MICRO,
    /** The mean over samples of the score of each sample's label. */
    WEIGHTED
}
