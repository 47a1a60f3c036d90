package dev.evalkit.benchmarks.calibration;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Labels of three unequal classes and two classifiers: each is right with a probability of its class, and else names one of the others. */
final class ThreeClasses {
    static final List<String> NAMES = List.of("a", "b", "c");
    static final double[] BEFORE = {0.9, 0.8, 0.6};
    static final double[] AFTER = {0.88, 0.76, 0.56};
    private static final double[] SHARES = {0.6, 0.3, 0.1};

    /** Samples: what is right, what the earlier classifier said, and what the later one says. */
    static final class Draw {
        final String[] labels;
        final String[] before;
        final String[] after;

        Draw(int n) {
            labels = new String[n];
            before = new String[n];
            after = new String[n];
        }
    }

    /** Samples; half of the time both classifiers use the same luck, so that they agree more than by chance. */
    Draw draw(int n, UniformRandomProvider random) {
        Draw draw = new Draw(n);
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            int label = 0;
            if (u >= SHARES[0]) {
                label = u < SHARES[0] + SHARES[1] ? 1 : 2;
            }
            double luck = random.nextDouble();
            double later = random.nextBoolean() ? luck : random.nextDouble();
            draw.labels[i] = NAMES.get(label);
            draw.before[i] = prediction(label, BEFORE, luck);
            draw.after[i] = prediction(label, AFTER, later);
        }
        return draw;
    }

    private static String prediction(int label, double[] right, double luck) {
        if (luck < right[label]) {
            return NAMES.get(label);
        }
        boolean isNext = luck < (1 + right[label]) / 2;
        return NAMES.get((label + (isNext ? 1 : 2)) % NAMES.size());
    }

    /** The macro F1 of a classifier over all samples that there could be. */
    double macroF1(double[] right) {
        double sum = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            double hits = SHARES[i] * right[i];
            double predicted = hits;
            for (int other = 0; other < NAMES.size(); other++) {
                predicted += other == i ? 0 : SHARES[other] * (1 - right[other]) / 2;
            }
            sum += 2 * hits / (SHARES[i] + predicted);
        }
        return sum / NAMES.size();
    }
}
