package dev.evalkit.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The difference of a quantile, current less previous, when the two values of a pair swap places at random. All values are sorted once. Pairs that lie
 * wholly below a pivot near the quantile give one value to each side; how many of the pairs astride it put their lower value on the first side is
 * binomial; from there values are looked at one by one, upwards and downwards, until both quantiles are found.
 */
final class PairSwaps implements NullSimulation {
    private final double[] sorted;
    /** Which pair the value at a position of {@link #sorted} is of. */
    private final int[] pairAt;
    /** Where the lower and the upper value of a pair are in {@link #sorted}. */
    private final int[] lowerOf;

    private final int[] upperOf;

    private final OrderPosition position;
    private final DoubleUnaryOperator scale;
    private final double observed;
    private final int pivot;
    private final int astride;

    PairSwaps(double[] previous, double[] current, OrderPosition position, DoubleUnaryOperator scale, double observed) {
        int n = previous.length;
        sorted = Arrays.copyOf(previous, 2 * n);
        System.arraycopy(current, 0, sorted, n, n);
        Arrays.sort(sorted);
        pairAt = new int[2 * n];
        lowerOf = new int[n];
        upperOf = new int[n];
        int[] taken = new int[2 * n];
        for (int pair = 0; pair < n; pair++) {
            int before = place(previous[pair], pair, taken);
            int after = place(current[pair], pair, taken);
            lowerOf[pair] = Math.min(before, after);
            upperOf[pair] = Math.max(before, after);
        }
        this.position = position;
        this.scale = scale;
        this.observed = observed;
        pivot = 2 * position.rank() - 1;
        int begunBelow =
                (int) Arrays.stream(lowerOf).filter(lower -> lower < pivot).count();
        astride = 2 * begunBelow - pivot;
    }

    /** Gives a value its position; equal values stand in the order of their pairs, whichever side they come from. */
    private int place(double value, int pair, int[] taken) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int index = from + taken[from]++;
        pairAt[index] = pair;
        return index;
    }

    @Override
    public TailCounts draw(UniformRandomProvider random, int resamples) {
        QuantileTails tails = new QuantileTails(scale, -Math.abs(observed));
        Draw draw = new Draw(random);
        for (int r = 1; r <= resamples; r++) {
            draw.next(r);
            tails.count(draw.first.value(), draw.second.value());
        }
        // Counted on the side of the observed difference, so that swapping the runs swaps the tails.
        TailCounts counts = tails.counts(resamples);
        return observed <= 0 ? counts : counts.swapped();
    }

    /** One draw after the other, remembering how the pairs fell that it has looked at. */
    private final class Draw {
        private final UniformRandomProvider random;
        private final int[] lookedAt = new int[lowerOf.length];
        private final boolean[] lowerIsFirst = new boolean[lowerOf.length];
        private final QuantilePick first = new QuantilePick(position);
        private final QuantilePick second = new QuantilePick(position);
        private int round;
        private int astrideLeft;
        private int astrideFirstLeft;

        Draw(UniformRandomProvider random) {
            this.random = random;
        }

        void next(int number) {
            round = number;
            astrideLeft = astride;
            astrideFirstLeft = (int) BinomialSampler.sample(random, astride, 1, 2);
            int firstBelow = (pivot - astride) / 2 + astrideFirstLeft;
            upwards(firstBelow, pivot - firstBelow);
            downwards(firstBelow, pivot - firstBelow);
        }

        private void upwards(int firstBelow, int secondBelow) {
            int ofFirst = firstBelow;
            int ofSecond = secondBelow;
            for (int i = pivot; i < sorted.length && (first.needsAbove(ofFirst) || second.needsAbove(ofSecond)); i++) {
                if (isFirst(i)) {
                    first.see(++ofFirst, sorted[i]);
                } else {
                    second.see(++ofSecond, sorted[i]);
                }
            }
        }

        private void downwards(int firstBelow, int secondBelow) {
            int ofFirst = firstBelow;
            int ofSecond = secondBelow;
            for (int i = pivot - 1; i >= 0 && (first.needsUpTo(ofFirst) || second.needsUpTo(ofSecond)); i--) {
                if (isFirst(i)) {
                    first.see(ofFirst--, sorted[i]);
                } else {
                    second.see(ofSecond--, sorted[i]);
                }
            }
        }

        private boolean isFirst(int index) {
            int pair = pairAt[index];
            if (lookedAt[pair] != round) {
                lookedAt[pair] = round;
                boolean astridePair = lowerOf[pair] < pivot && upperOf[pair] >= pivot;
                lowerIsFirst[pair] = astridePair ? drawAstride() : random.nextBoolean();
            }
            return (lowerOf[pair] == index) == lowerIsFirst[pair];
        }

        private boolean drawAstride() {
            boolean lowerFirst = random.nextInt(astrideLeft) < astrideFirstLeft;
            astrideLeft--;
            astrideFirstLeft -= lowerFirst ? 1 : 0;
            return lowerFirst;
        }
    }
}
