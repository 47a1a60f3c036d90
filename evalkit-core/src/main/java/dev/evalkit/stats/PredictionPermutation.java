package dev.evalkit.stats;

/**
 * The permutation test of a count metric (F1, precision, recall, an average over classes) between two runs over the same samples: if nothing
 * changed, the two predictions of a sample could stand in each other's place (Fisher 1935; approximate randomization, Noreen 1989).
 *
 * <p>Only how many samples each cell (label, one prediction, the other) holds matters, so a draw costs one binomial number for each cell, not
 * one for each sample. Where the cells allow few outcomes, as with two classes, all are enumerated and nothing is drawn.
 */
public final class PredictionPermutation {
    /** Work, in class scores computed anew, that is done rather than simulating: some tenths of a second. */
    private static final double MOST_WORK = 1e7;

    private PredictionPermutation() {}

    /**
     * Tests whether a metric differs.
     *
     * @param pairs the samples' labels and both predictions
     * @param metric what is compared; larger is better
     * @param random where draws come from, should they be needed
     */
    public static PValue test(PredictionPairs pairs, CountMetric metric, RandomBatches random) {
        PredictionSwaps swaps = new PredictionSwaps(pairs, metric);
        return pairs.swapOutcomes() * pairs.classes() <= MOST_WORK
                ? PValue.of(swaps.enumerated())
                : MonteCarloP.start(swaps, random);
    }
}
