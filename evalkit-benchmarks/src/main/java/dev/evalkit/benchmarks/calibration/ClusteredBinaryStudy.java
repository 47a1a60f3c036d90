package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.inference.NoInference;
import dev.evalkit.diff.inference.PairedProportions;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.model.Direction;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.McNemar;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.RandomBatches;
import dev.evalkit.stats.RandomStream;
import dev.evalkit.stats.SignFlips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Paired 0/1 scores in clusters. With probability √ICC a pair does what its cluster does, else what it likes, so that any two of a cluster correlate by ICC.
 */
final class ClusteredBinaryStudy implements Study {
    private static final String NAME = "clustered 0/1";
    private static final int[] CLUSTERS = {100, 30, 20, 10, 5};
    private static final double[] CORRELATIONS = {0, 0.1, 0.3};
    private static final int[] EQUAL = {10};
    private static final int[] UNEQUAL = {2, 4, 8, 16, 20};
    private static final double DISCORDANCE = 0.2;
    private static final double MARGIN = 0.05;

    @Override
    public List<Callable<List<Cell>>> designs(int scale) {
        List<Callable<List<Cell>>> designs = new ArrayList<>();
        for (int clusters : CLUSTERS) {
            for (double correlation : CORRELATIONS) {
                for (int[] sizes : new int[][] {EQUAL, UNEQUAL}) {
                    designs.add(() -> new Design(clusters, correlation, sizes, 1, 10_000 / scale).simulate());
                    designs.add(() -> new Design(clusters, correlation, sizes, 10, 2_000 / scale).simulate());
                }
            }
        }
        return designs;
    }

    private static final class Design {
        private final int clusters;
        private final double correlation;
        private final int[] sizes;
        private final int indicators;
        private final int rounds;
        private final UniformRandomProvider random;
        private boolean isWorsePlainly;

        Design(int clusters, double correlation, int[] sizes, int indicators, int rounds) {
            this.clusters = clusters;
            this.correlation = correlation;
            this.sizes = sizes;
            this.indicators = indicators;
            this.rounds = rounds;
            this.random = RandomStream.of(1, name(0), "draws");
        }

        List<Cell> simulate() {
            Tally unchanged = new Tally(NAME, name(0));
            Tally dropped = new Tally(NAME, name(-MARGIN));
            Tally missed = new Tally(NAME, name(-MARGIN));
            for (int round = 0; round < rounds; round++) {
                nothingIsWorse(unchanged);
                dropIsTheMargin(dropped, missed);
            }
            List<Cell> cells = new ArrayList<>(unchanged.cells(true));
            cells.addAll(dropped.cells(true));
            cells.addAll(missed.cells(clusters >= ClusteredMean.WANTED_CLUSTERS));
            return cells;
        }

        private void nothingIsWorse(Tally tally) {
            Row[] rows = new Row[indicators];
            boolean isAnyWorsePlainly = false;
            for (int i = 0; i < indicators; i++) {
                rows[i] = row(0);
                isAnyWorsePlainly |= isWorsePlainly;
            }
            tally.add(Measure.BALANCED_FALSE_ALARM, Verdicts.of(rows).isBalancedFailing());
            tally.add(Measure.UNCLUSTERED, isAnyWorsePlainly);
        }

        private void dropIsTheMargin(Tally dropped, Tally missed) {
            Row[] rows = new Row[indicators];
            for (int i = 0; i < indicators; i++) {
                rows[i] = row(MARGIN);
            }
            dropped.add(Measure.LENIENT_FALSE_ALARM, Verdicts.of(rows).isLenientFailing());
            for (int i = 1; i < indicators; i++) {
                rows[i] = row(0);
            }
            missed.add(Measure.STRICT_MISS, Verdicts.of(rows).isStrictPassing());
            if (indicators == 1 && rows[0].zero() != null) {
                missed.add(Measure.COVERED, rows[0].covers(-MARGIN));
            }
        }

        private Row row(double drop) {
            List<Moments> moments = new ArrayList<>(clusters);
            double[] sums = new double[clusters];
            int allWorse = 0;
            int allBetter = 0;
            int n = 0;
            double worseBelow = (DISCORDANCE + drop) / 2;
            double follows = Math.sqrt(correlation);
            for (int cluster = 0; cluster < clusters; cluster++) {
                int size = sizes[cluster % sizes.length];
                int common = difference(worseBelow);
                int worse = 0;
                int better = 0;
                for (int i = 0; i < size; i++) {
                    int each = random.nextDouble() < follows ? common : difference(worseBelow);
                    worse += each < 0 ? 1 : 0;
                    better += each > 0 ? 1 : 0;
                }
                double mean = (double) (better - worse) / size;
                sums[cluster] = better - worse;
                moments.add(new Moments(size, mean, Math.max(0, better + worse - size * mean * mean)));
                allWorse += worse;
                allBetter += better;
                n += size;
            }
            double plain = McNemar.exact(allWorse, allBetter).doubledWorse();
            isWorsePlainly = plain <= 0.05 / indicators && allWorse - allBetter > MARGIN * n;
            if (clusters < ClusteredMean.NEEDED_CLUSTERS) {
                return Row.of(new NoInference("too few clusters"), false);
            }
            Question question = new Question(Direction.HIGHER_IS_BETTER, MARGIN, NAME, 0, TestChoice.AUTO, true);
            RandomBatches flips = new RandomBatches(0, NAME, "flips");
            return Row.of(
                    PairedProportions.clustered(
                            new PairedCounts(allWorse, allBetter, n),
                            ClusteredMean.of(moments),
                            SignFlips.test(sums, flips),
                            question),
                    allWorse + allBetter == 0);
        }

        private int difference(double worseBelow) {
            double u = random.nextDouble();
            if (u < worseBelow) {
                return -1;
            }
            return u < DISCORDANCE ? 1 : 0;
        }

        private String name(double difference) {
            return String.format(
                    Locale.ROOT,
                    "G=%d ICC=%s %s m=%d M=%s d=%.4f",
                    clusters,
                    correlation,
                    sizes.length == 1 ? "equal" : "unequal",
                    indicators,
                    MARGIN,
                    difference + 0.0);
        }
    }
}
