package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Finding;
import dev.evalkit.stats.PValue;
import org.jspecify.annotations.Nullable;

/**
 * What decides over a row, without the words.
 *
 * @param zero the p-value of H0: d ≥ 0; null where nothing can be inferred
 * @param marginP that of H0: d ≥ −M, at least the former
 * @param isBelow whether the observed drop is beyond M
 * @param isImproved whether the interval lies above 0
 * @param isNoWorse whether d > −M is shown
 * @param isIdentical whether both sides have the same scores, which passes whatever is shown
 * @param low the lower end of the interval of d
 * @param high its upper end
 */
record Row(
        @Nullable PValue zero,
        double marginP,
        boolean isBelow,
        boolean isImproved,
        boolean isNoWorse,
        boolean isIdentical,
        double low,
        double high) {
    private static final double EPSILON = 1e-9;

    /** What a row without inference is. */
    static final Row SILENT =
            new Row(null, 1, false, false, false, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Row of(Finding finding, boolean isIdentical) {
        if (!(finding instanceof Evidence evidence)) {
            return SILENT;
        }
        return new Row(
                evidence.zero(),
                Math.max(evidence.marginP(), evidence.zero().value()),
                evidence.difference() < -evidence.margin() - EPSILON,
                evidence.low() > 0,
                evidence.noWorse(),
                isIdentical,
                evidence.low(),
                evidence.high());
    }

    /** Whether the interval holds the truth. */
    boolean covers(double truth) {
        return low <= truth + EPSILON && truth <= high + EPSILON;
    }

    /** Whether it passes on account of identical scores alone. */
    boolean isPassingByIdentity() {
        return isIdentical && !isNoWorse && !isImproved;
    }
}
