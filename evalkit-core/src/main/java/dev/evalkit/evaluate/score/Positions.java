package dev.evalkit.evaluate.score;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Positions of a view. */
final class Positions {
    private Positions() {}

    /** All of them. */
    static int[] all(int size) {
        int[] positions = new int[size];
        for (int i = 0; i < size; i++) {
            positions[i] = i;
        }
        return positions;
    }

    /** Those that pass. */
    static int[] where(int size, IntPredicate passes) {
        int[] positions = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (passes.test(i)) {
                positions[count++] = i;
            }
        }
        return Arrays.copyOf(positions, count);
    }

    /** The values at these positions. */
    static double[] pick(double[] values, int[] positions) {
        double[] picked = new double[positions.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[positions[i]];
        }
        return picked;
    }
}
