package dev.evalkit.evaluate.score;

/** What is asked of the counts of labels and predictions. */
public enum CountScore {
    /** The share of samples whose prediction is their label. */
    ACCURACY,
    /** TP/(TP + FP). */
    PRECISION,
    /** TP/(TP + FN). */
    RECALL,
    /** 2TP/(2TP + FP + FN). */
    F1
}
