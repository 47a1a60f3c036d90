package dev.evalkit.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * The difference of a quantile, second less first group, when the labels of all values permute. How many values of the first group lie below a
 * pivot near the quantile is hypergeometric; from there each next value, upwards or downwards, belongs to a group with the odds of those
 * that are left, until both quantiles are found.
 */
final class LabelPermutations implements NullSimulation {
    /** Standard deviations beyond which the hypergeometric distribution has no weight that a double would show. */
    private static final double REACH = 12;

    private final double[] pooled;
    private final int firstCount;
    private final OrderPosition firstPosition;
    private final OrderPosition secondPosition;
    private final DoubleUnaryOperator scale;
    private final double observed;
    private final int pivot;
    private final int leastBelow;
    private final double[] belowProbability;

    LabelPermutations(
            double[] first,
            OrderPosition firstPosition,
            double[] second,
            OrderPosition secondPosition,
            DoubleUnaryOperator scale,
            double observed) {
        pooled = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, pooled, first.length, second.length);
        Arrays.sort(pooled);
        firstCount = first.length;
        this.firstPosition = firstPosition;
        this.secondPosition = secondPosition;
        this.scale = scale;
        this.observed = observed;
        pivot = firstPosition.rank() + secondPosition.rank() - 1;
        HypergeometricDistribution below = HypergeometricDistribution.of(pooled.length, firstCount, pivot);
        double reach = REACH * Math.sqrt(below.getVariance()) + 1;
        leastBelow = (int) Math.max(below.getSupportLowerBound(), Math.floor(below.getMean() - reach));
        int mostBelow = (int) Math.min(below.getSupportUpperBound(), Math.ceil(below.getMean() + reach));
        belowProbability = IntStream.rangeClosed(leastBelow, mostBelow)
                .mapToDouble(below::probability)
                .toArray();
    }

    @Override
    public TailCounts draw(UniformRandomProvider random, int resamples) {
        DiscreteSampler below = GuideTableDiscreteSampler.of(random, belowProbability);
        QuantilePick first = new QuantilePick(firstPosition);
        QuantilePick second = new QuantilePick(secondPosition);
        QuantileTails tails = new QuantileTails(scale, observed);
        for (int r = 0; r < resamples; r++) {
            int firstBelow = leastBelow + below.sample();
            upwards(random, firstBelow, first, second);
            downwards(random, firstBelow, first, second);
            tails.count(first.value(), second.value());
        }
        return tails.counts(resamples);
    }

    private void upwards(UniformRandomProvider random, int firstBelow, QuantilePick first, QuantilePick second) {
        int ofFirst = firstBelow;
        int ofSecond = pivot - firstBelow;
        for (int i = pivot; i < pooled.length && (first.needsAbove(ofFirst) || second.needsAbove(ofSecond)); i++) {
            if (random.nextInt(pooled.length - i) < firstCount - ofFirst) {
                first.see(++ofFirst, pooled[i]);
            } else {
                second.see(++ofSecond, pooled[i]);
            }
        }
    }

    private void downwards(UniformRandomProvider random, int firstBelow, QuantilePick first, QuantilePick second) {
        int ofFirst = firstBelow;
        int ofSecond = pivot - firstBelow;
        for (int i = pivot - 1; i >= 0 && (first.needsUpTo(ofFirst) || second.needsUpTo(ofSecond)); i--) {
            if (random.nextInt(i + 1) < ofFirst) {
                first.see(ofFirst--, pooled[i]);
            } else {
                second.see(ofSecond--, pooled[i]);
            }
        }
    }
}
