package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PredictionPermutationTest {
    private static final RandomBatches RANDOM = new RandomBatches(3, "test", "swap");
    private static final CountMetric F1 = new CountMetric.OfClass(ClassScore.F1, 1);
    private static final CountMetric MACRO = new CountMetric.Averaged(ClassScore.F1, Averaging.MACRO);

    @Test
    void twoClassesAreEnumeratedAndAgreeWithSwappingRowByRow() {
        int[] labels = {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
        int[] previous = {1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0};
        int[] current = {1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0};

        PValue p = PredictionPermutation.test(PredictionPairs.of(labels, previous, current, 2), F1, RANDOM);
        Tails exact = rowByRow(labels, previous, current, 2, F1);

        assertThat(p.resamples()).isZero();
        assertThat(p.tails().worse()).isEqualTo(exact.worse(), within(1e-12));
        assertThat(p.tails().better()).isEqualTo(exact.better(), within(1e-12));
    }

    @Test
    void macroAveragesOverThreeClassesAgreeWithSwappingRowByRow() {
        int[] labels = {0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 0, 1};
        int[] previous = {0, 0, 1, 1, 1, 2, 1, 2, 2, 2, 0, 0, 1};
        int[] current = {0, 1, 2, 1, 0, 1, 2, 2, 1, 2, 1, 2, 0};

        PValue p = PredictionPermutation.test(PredictionPairs.of(labels, previous, current, 3), MACRO, RANDOM);
        Tails exact = rowByRow(labels, previous, current, 3, MACRO);

        assertThat(p.tails().worse()).isEqualTo(exact.worse(), within(1e-12));
        assertThat(p.tails().better()).isEqualTo(exact.better(), within(1e-12));
    }

    /** All 2^n swaps of single rows, each equally likely. */
    private static Tails rowByRow(int[] labels, int[] previous, int[] current, int classes, CountMetric metric) {
        int n = labels.length;
        double observed = difference(labels, previous, current, classes, metric, 0);
        long worse = 0;
        long better = 0;
        for (int swaps = 0; swaps < 1 << n; swaps++) {
            double difference = difference(labels, previous, current, classes, metric, swaps);
            worse += difference <= observed + 1e-10 ? 1 : 0;
            better += difference >= observed - 1e-10 ? 1 : 0;
        }
        return new Tails(worse / Math.pow(2, n), better / Math.pow(2, n));
    }

    private static double difference(
            int[] labels, int[] previous, int[] current, int classes, CountMetric metric, int swaps) {
        ClassTallies before = new ClassTallies(classes);
        ClassTallies after = new ClassTallies(classes);
        for (int i = 0; i < labels.length; i++) {
            boolean swap = (swaps >> i & 1) == 1;
            before.add(labels[i], swap ? current[i] : previous[i], 1);
            after.add(labels[i], swap ? previous[i] : current[i], 1);
        }
        return metric.value(after) - metric.value(before);
    }

    @Test
    void manyClassesAreSimulatedWithinMonteCarloErrorOfTheEnumeration() {
        int[] labels = new int[3000];
        int[] previous = new int[3000];
        int[] current = new int[3000];
        fill(labels, previous, current, 2, 0.62, 0.6, "two");
        PredictionPairs pairs = PredictionPairs.of(labels, previous, current, 2);

        Tails exact = PredictionPermutation.test(pairs, MACRO, RANDOM).tails();
        MonteCarloP simulated = MonteCarloP.start(new PredictionSwaps(pairs, MACRO), RANDOM);

        assertThat(exact.doubledWorse()).isBetween(simulated.low(), simulated.high());
        fill(labels, previous, current, 5, 0.62, 0.6, "five");
        assertThat(PredictionPermutation.test(PredictionPairs.of(labels, previous, current, 5), MACRO, RANDOM)
                        .resamples())
                .isEqualTo(10_000);
    }

    @Test
    void swappingTheSidesSwapsTheTailsOfTheVerySameDraws() {
        int[] labels = new int[500];
        int[] previous = new int[500];
        int[] current = new int[500];
        fill(labels, previous, current, 6, 0.5, 0.45, "swap");

        PValue there = PredictionPermutation.test(PredictionPairs.of(labels, previous, current, 6), MACRO, RANDOM);
        PValue back = PredictionPermutation.test(PredictionPairs.of(labels, current, previous, 6), MACRO, RANDOM);

        assertThat(there.resamples()).isPositive();
        assertThat(back.tails()).isEqualTo(there.tails().swapped());
    }

    @Test
    void theLevelIsKept() {
        int rejected = 0;
        int[] labels = new int[120];
        int[] previous = new int[120];
        int[] current = new int[120];
        for (int round = 0; round < 2000; round++) {
            fill(labels, previous, current, 2, 0.7, 0.7, "level/" + round);
            PredictionPairs pairs = PredictionPairs.of(labels, previous, current, 2);
            rejected += PredictionPermutation.test(pairs, F1, RANDOM).value() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / 2000.0).isBetween(0.014, 0.035);
    }

    @Test
    void runsWithTheSamePredictionsDoNotDiffer() {
        int[] labels = {0, 1, 1};
        assertThat(PredictionPermutation.test(PredictionPairs.of(labels, labels, labels, 2), F1, RANDOM)
                        .tails())
                .isEqualTo(Tails.NO_EVIDENCE);
    }

    @Test
    void totalsOfBothRunsAreKept() {
        PredictionPairs pairs = PredictionPairs.of(new int[] {0, 1, 1}, new int[] {0, 0, 1}, new int[] {1, 0, 0}, 2);

        assertThat(pairs.previous().correct()).isEqualTo(2);
        assertThat(pairs.current().correct()).isZero();
        assertThat(pairs.classes()).isEqualTo(2);
    }

    @Test
    void anUnknownClassIsRefused() {
        assertThatThrownBy(() -> PredictionPairs.of(new int[] {2}, new int[] {0}, new int[] {0}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A class must be in [0, 2): 2");
        assertThatThrownBy(() -> PredictionPairs.of(new int[] {0}, new int[] {3}, new int[] {0}, 2))
                .hasMessage("A class must be in [0, 3): 3");
    }

    /** Random labels; either run is right with its probability, and both are right together more often than by chance. */
    private static void fill(
            int[] labels, int[] previous, int[] current, int classes, double before, double after, String name) {
        UniformRandomProvider random = RandomStream.of(5, name, "predictions");
        Arrays.setAll(labels, i -> random.nextInt(classes));
        for (int i = 0; i < labels.length; i++) {
            double shared = random.nextDouble();
            previous[i] = predict(labels[i], classes, (shared + random.nextDouble()) / 2 < before, random);
            current[i] = predict(labels[i], classes, (shared + random.nextDouble()) / 2 < after, random);
        }
    }

    private static int predict(int label, int classes, boolean right, UniformRandomProvider random) {
        return right ? label : (label + 1 + random.nextInt(classes - 1)) % classes;
    }
}
