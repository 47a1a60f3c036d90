package dev.evalkit.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction (Holm 1979, Scandinavian Journal of Statistics 6, 65): the chance of any false rejection stays below α. */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p-values, in the order given: the i-th smallest becomes max over j ≤ i of (m − j + 1)·p_j, at most 1. Raising one
     * p-value never lowers any adjusted one.
     *
     * @param p p-values in [0, 1]
     */
    public static double[] adjust(double... p) {
        Integer[] ascending = ascending(p);
        double[] adjusted = new double[p.length];
        double running = 0;
        for (int i = 0; i < p.length; i++) {
            running = Math.max(running, Math.min(1, (p.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = running;
        }
        return adjusted;
    }

    /** The positions of the p-values from the smallest to the largest, ties in the order given. */
    static Integer[] ascending(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p-values must be in [0, 1]: " + Arrays.toString(p));
            }
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toArray(Integer[]::new);
    }
}
