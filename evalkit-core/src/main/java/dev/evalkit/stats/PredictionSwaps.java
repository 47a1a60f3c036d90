package dev.evalkit.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The difference of a count metric when the two predictions of samples swap places, drawn or enumerated. */
final class PredictionSwaps implements NullSimulation {
    /** Differences that agree to this, metrics being in [0, 1], are ties. */
    private static final double TIE = 1e-10;

    private final PredictionPairs pairs;
    private final List<PredictionPairs.Cell> cells;
    private final CountMetric metric;
    private final double observed;

    PredictionSwaps(PredictionPairs pairs, CountMetric metric) {
        this.pairs = pairs;
        this.cells = pairs.changed();
        this.metric = metric;
        this.observed = metric.value(pairs.current()) - metric.value(pairs.previous());
    }

    @Override
    public TailCounts draw(UniformRandomProvider random, int resamples) {
        long far = 0;
        long near = 0;
        long[] kept = new long[cells.size()];
        Sides sides = new Sides();
        for (int r = 0; r < resamples; r++) {
            for (int i = 0; i < kept.length; i++) {
                kept[i] = BinomialSampler.sample(random, cells.get(i).samples(), 1, 2);
                sides.add(cells.get(i), kept[i], 1);
            }
            double difference = sides.difference();
            far += isFar(difference) ? 1 : 0;
            near += isNear(difference) ? 1 : 0;
            for (int i = 0; i < kept.length; i++) {
                sides.add(cells.get(i), kept[i], -1);
            }
        }
        TailCounts counts = new TailCounts(far, near, resamples);
        return observed <= 0 ? counts : counts.swapped();
    }

    /** Both tails over all outcomes of all cells. */
    Tails enumerated() {
        double[][] probabilities =
                cells.stream().map(cell -> fairCoins((int) cell.samples())).toArray(double[][]::new);
        double[] tails = new double[2];
        enumerate(0, 1, probabilities, new Sides(), tails);
        Tails oriented = new Tails(Math.min(1, tails[0]), Math.min(1, tails[1]));
        return observed <= 0 ? oriented : oriented.swapped();
    }

    /** Adds the probability of every outcome of the cells from this one on. */
    private void enumerate(int index, double probability, double[][] probabilities, Sides sides, double[] tails) {
        if (index == probabilities.length) {
            double difference = sides.difference();
            tails[0] += isFar(difference) ? probability : 0;
            tails[1] += isNear(difference) ? probability : 0;
            return;
        }
        for (int kept = 0; kept < probabilities[index].length; kept++) {
            sides.add(cells.get(index), kept, 1);
            enumerate(index + 1, probability * probabilities[index][kept], probabilities, sides, tails);
            sides.add(cells.get(index), kept, -1);
        }
    }

    private static double[] fairCoins(int coins) {
        BinomialDistribution heads = BinomialDistribution.of(coins, 0.5);
        return IntStream.rangeClosed(0, coins).mapToDouble(heads::probability).toArray();
    }

    // The distribution is symmetric: counting on the side where the observed difference is, whichever that is, lets
    // both directions of a comparison count the same draws.
    private boolean isFar(double difference) {
        return difference <= TIE - Math.abs(observed);
    }

    private boolean isNear(double difference) {
        return difference >= -TIE - Math.abs(observed);
    }

    /** The totals of both runs while cells are filled in and taken out. */
    private final class Sides {
        private final ClassTallies previous = pairs.unchanged();
        private final ClassTallies current = pairs.unchanged();

        void add(PredictionPairs.Cell cell, long kept, int sign) {
            long first = sign * kept;
            long second = sign * (cell.samples() - kept);
            previous.add(cell.label(), cell.first(), first);
            previous.add(cell.label(), cell.second(), second);
            current.add(cell.label(), cell.second(), first);
            current.add(cell.label(), cell.first(), second);
        }

        double difference() {
            return metric.value(current) - metric.value(previous);
        }
    }
}
