package dev.evalkit.stats;

import java.util.Arrays;

/**
 * Totals per class, from which every {@link CountMetric} follows: how often it is the label, how often the prediction, how often both.
 * Mutable, for resampling and swapping; one per thread.
 */
public final class ClassTallies {
    private final long[] labelled;
    private final long[] predicted;
    private final long[] hits;
    private long samples;
    private long correct;

    /** Of no samples, for classes 0 … classes − 1. */
    public ClassTallies(int classes) {
        labelled = new long[classes];
        // One more for samples without a prediction, which no class asks for.
        predicted = new long[classes + 1];
        hits = new long[classes];
    }

    /** Adds samples of one cell, whose prediction may be K for none; a negative count takes them away. */
    public void add(int label, int prediction, long count) {
        labelled[label] += count;
        predicted[prediction] += count;
        samples += count;
        if (label == prediction) {
            hits[label] += count;
            correct += count;
        }
    }

    /** Forgets all samples. */
    public void clear() {
        Arrays.fill(labelled, 0);
        Arrays.fill(predicted, 0);
        Arrays.fill(hits, 0);
        samples = 0;
        correct = 0;
    }

    /** K. */
    public int classes() {
        return hits.length;
    }

    /** All samples. */
    public long samples() {
        return samples;
    }

    /** Samples whose prediction is their label. */
    public long correct() {
        return correct;
    }

    /** Samples with this label: true positives and false negatives. */
    public long labelled(int index) {
        return labelled[index];
    }

    /** Samples with this prediction: true positives and false positives. */
    public long predicted(int index) {
        return predicted[index];
    }

    /** Samples with this label and this prediction: true positives. */
    public long hits(int index) {
        return hits[index];
    }

    /** Whether the class is anybody's label or prediction. */
    public boolean occurs(int index) {
        return labelled[index] + predicted[index] > 0;
    }

    /** How many classes are anybody's label or prediction. */
    int occurring() {
        int count = 0;
        for (int k = 0; k < hits.length; k++) {
            count += occurs(k) ? 1 : 0;
        }
        return count;
    }

    /** The share of samples whose prediction is their label. */
    double accuracy() {
        if (samples < 1) {
            throw new IllegalStateException("A count metric needs a sample or more; there are " + samples);
        }
        return (double) correct / samples;
    }
}
