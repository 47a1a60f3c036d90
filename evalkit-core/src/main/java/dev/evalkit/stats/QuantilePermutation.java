package dev.evalkit.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * Permutation tests of the difference of a quantile between two runs (Fisher 1935; Good 2005, Permutation, Parametric and Bootstrap Tests of
 * Hypotheses): values swap within their pairs, or labels permute where samples do not pair. A draw looks at the values around the quantile only,
 * about √n of them.
 */
public final class QuantilePermutation {
    private final QuantileDefinition definition;
    private final double q;
    private final DoubleUnaryOperator scale;

    private QuantilePermutation(QuantileDefinition definition, double q, DoubleUnaryOperator scale) {
        this.definition = definition;
        this.q = q;
        this.scale = scale;
    }

    /**
     * A test of the q-quantile by the default definition, larger being better.
     *
     * @param q in (0, 1)
     */
    public static QuantilePermutation of(double q) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("A quantile must be in (0, 1): " + q);
        }
        return new QuantilePermutation(QuantileDefinition.HF7, q, DoubleUnaryOperator.identity());
    }

    /** With the quantile by another definition. */
    public QuantilePermutation with(QuantileDefinition newDefinition) {
        return new QuantilePermutation(newDefinition, q, scale);
    }

    /**
     * With differences of quantiles taken on another scale.
     *
     * @param newScale a monotone function whose larger values are better, e.g. {@code x -> -Math.log(x)} for latencies
     */
    public QuantilePermutation withScale(DoubleUnaryOperator newScale) {
        return new QuantilePermutation(definition, q, newScale);
    }

    /**
     * Tests two values of each sample.
     *
     * @param previous the earlier values, finite, 1 or more
     * @param current the later values of the same samples, in the same order
     * @param random where draws come from
     */
    public PValue paired(double[] previous, double[] current, RandomBatches random) {
        PairedScores.checkPairs(previous, current);
        checkFinite(previous);
        checkFinite(current);
        OrderPosition position = OrderPosition.of(definition, q, previous.length);
        double observed = difference(value(previous), value(current));
        return MonteCarloP.start(new PairSwaps(previous, current, position, scale, observed), random);
    }

    /**
     * Tests samples that do not pair.
     *
     * @param previous the earlier values, finite, 1 or more
     * @param current the later values, finite, 1 or more
     * @param random where draws come from
     */
    public PValue unpaired(double[] previous, double[] current, RandomBatches random) {
        checkFinite(previous);
        checkFinite(current);
        double observed = difference(value(previous), value(current));
        boolean previousFirst = previous.length == current.length ? observed <= 0 : previous.length > current.length;
        double[] first = previousFirst ? previous : current;
        double[] second = previousFirst ? current : previous;
        LabelPermutations permutations = new LabelPermutations(
                first,
                OrderPosition.of(definition, q, first.length),
                second,
                OrderPosition.of(definition, q, second.length),
                scale,
                previousFirst ? observed : -observed);
        NullSimulation oriented = previousFirst
                ? permutations
                : (generator, resamples) ->
                        permutations.draw(generator, resamples).swapped();
        return MonteCarloP.start(oriented, random);
    }

    private double value(double[] values) {
        return QuantileEstimator.withDefaults().with(definition).value(values, q);
    }

    private double difference(double previous, double current) {
        double difference = scale.applyAsDouble(current) - scale.applyAsDouble(previous);
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException(
                    "Both quantiles must be inside the scale: " + previous + " and " + current);
        }
        return difference;
    }

    private static void checkFinite(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A quantile needs values; there are none");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Quantiles need finite values: " + value);
            }
        }
    }
}
