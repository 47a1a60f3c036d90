package dev.evalkit.stats;

import org.apache.commons.rng.UniformRandomProvider;

/** Resamples the cells of a confusion matrix into totals per class. */
final class CellResampler {
    private final int[] labels;
    private final int[] predictions;
    private final long[] counts;
    private final MultinomialSampler sampler;
    private final ClassTallies tallies;

    CellResampler(ConfusionMatrix matrix) {
        int cells = matrix.cells().size();
        labels = new int[cells];
        predictions = new int[cells];
        counts = new long[cells];
        for (int i = 0; i < cells; i++) {
            ConfusionMatrix.Cell cell = matrix.cells().get(i);
            labels[i] = cell.label();
            predictions[i] = cell.prediction();
            counts[i] = cell.count();
        }
        sampler = new MultinomialSampler(counts);
        tallies = new ClassTallies(matrix.classes());
    }

    /** The totals of one resample; valid until the next one is drawn. */
    ClassTallies draw(UniformRandomProvider rng) {
        sampler.sample(rng, counts);
        tallies.clear();
        for (int i = 0; i < counts.length; i++) {
            tallies.add(labels[i], predictions[i], counts[i]);
        }
        return tallies;
    }
}
