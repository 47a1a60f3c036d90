package dev.evalkit.stats;

/**
 * A score of one class against all others. Each is hits over a denominator that is linear in the counts, w_h · hits / (w_l · labelled + w_p ·
 * predicted), which gives value and influence one form.
 */
public enum ClassScore {
    /** TP/(TP + FP). */
    PRECISION("precision", 1, 0, 1, "never predicted"),
    /** TP/(TP + FN). */
    RECALL("recall", 1, 1, 0, "never the label"),
    /** 2TP/(2TP + FP + FN), the harmonic mean of precision and recall. */
    F1("F1", 2, 1, 1, "neither label nor prediction");

    private final String label;
    private final int hitWeight;
    private final int labelWeight;
    private final int predictionWeight;
    private final String undefinedWhen;

    ClassScore(String label, int hitWeight, int labelWeight, int predictionWeight, String undefinedWhen) {
        this.label = label;
        this.hitWeight = hitWeight;
        this.labelWeight = labelWeight;
        this.predictionWeight = predictionWeight;
        this.undefinedWhen = undefinedWhen;
    }

    /** The name in sentences. */
    String label() {
        return label;
    }

    /** The score in [0, 1]; 0 where it is 0/0, as in scikit-learn. */
    double value(ClassTallies tallies, int index) {
        long denominator = denominator(tallies, index);
        return denominator == 0 ? 0 : (double) (hitWeight * tallies.hits(index)) / denominator;
    }

    /** The denominator of the score; where it is 0 the score is not defined. */
    long denominator(ClassTallies tallies, int index) {
        return labelWeight * tallies.labelled(index) + predictionWeight * tallies.predicted(index);
    }

    int hitWeight() {
        return hitWeight;
    }

    int labelWeight() {
        return labelWeight;
    }

    int predictionWeight() {
        return predictionWeight;
    }

    /** When the score is 0/0, in words. */
    String undefinedWhen() {
        return undefinedWhen;
    }
}
