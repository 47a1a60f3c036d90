package dev.evalkit.stats;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * p-values of methods that give only intervals (MOVER, Newcombe, order statistics): the level a at which an end of the 1 − a interval
 * equals the cut-off, found by bisection.
 */
public final class IntervalInversion {
    /** Below this a level 1 − a is no longer told apart from 1; a smaller p is reported as this. */
    private static final double SMALLEST = 1e-15;

    private static final double LARGEST = 1 - 1e-9;
    private static final int HALVINGS = 100;

    private IntervalInversion() {}

    /**
     * The tails of H0: d = δ. The doubled tail of "worse" is the least a for which the whole 1 − a interval lies below δ; that of "better" the
     * least a for which it lies above. Each is at most one half: an interval says no more.
     *
     * @param atLevel the interval of d at any level in (0, 1); its ends move apart, in steps or not, as the level grows
     * @param hypothesis δ, e.g. −M
     */
    public static Tails tails(DoubleFunction<ConfidenceInterval> atLevel, double hypothesis) {
        return new Tails(
                leastError(atLevel, interval -> hypothesis - interval.high()) / 2,
                leastError(atLevel, interval -> interval.low() - hypothesis) / 2);
    }

    /** The least error rate at which the interval clears the cut-off, 1 where it never does. */
    private static double leastError(
            DoubleFunction<ConfidenceInterval> atLevel, ToDoubleFunction<ConfidenceInterval> clearance) {
        if (!clears(atLevel, clearance, LARGEST)) {
            return 1;
        }
        if (clears(atLevel, clearance, SMALLEST)) {
            return SMALLEST;
        }
        double holds = SMALLEST;
        double clears = LARGEST;
        for (int i = 0; i < HALVINGS; i++) {
            // Geometric halving reaches full relative precision for small p as well.
            double middle = Math.sqrt(holds * clears);
            if (middle <= holds || middle >= clears) {
                break;
            }
            if (clears(atLevel, clearance, middle)) {
                clears = middle;
            } else {
                holds = middle;
            }
        }
        return clears;
    }

    private static boolean clears(
            DoubleFunction<ConfidenceInterval> atLevel, ToDoubleFunction<ConfidenceInterval> clearance, double error) {
        return clearance.applyAsDouble(atLevel.apply(1 - error)) > 0;
    }
}
