package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.inference.Levels;
import dev.evalkit.stats.AdjustedP;
import dev.evalkit.stats.ExactP;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.SequentialHolm;
import java.util.ArrayList;
import java.util.List;

/**
 * The last line of the verdict table, Holm's correction and the gate, without words and fast enough for a billion rows. A test compares it with what {@code
 * dev.evalkit.diff.Diff} says of the same data.
 */
final class Verdicts {
    private final Row[] rows;
    private boolean isBalancedFailing;
    private boolean isLenientFailing;
    private boolean isStrictPassing = true;
    private boolean isFirstWorse;

    private Verdicts(Row[] rows) {
        this.rows = rows;
    }

    /** Judges the rows of one run. */
    static Verdicts of(Row... rows) {
        Verdicts verdicts = new Verdicts(rows);
        verdicts.judge();
        return verdicts;
    }

    private void judge() {
        boolean[] zeroRejected = new boolean[rows.length];
        boolean[] marginRejected = new boolean[rows.length];
        reject(zeroRejected, marginRejected);
        for (int i = 0; i < rows.length; i++) {
            Row row = rows[i];
            boolean isRegressed = !row.isImproved() && row.isBelow() && marginRejected[i];
            boolean isPassing = row.isImproved() || row.isIdentical() || (row.isNoWorse() && !isRegressed);
            isLenientFailing |= isRegressed;
            isBalancedFailing |= isRegressed || (!isPassing && row.isBelow() && zeroRejected[i]);
            isStrictPassing &= isPassing;
        }
        isFirstWorse = zeroRejected[0];
    }

    private void reject(boolean[] zeroRejected, boolean[] marginRejected) {
        List<PValue> zero = new ArrayList<>();
        double least = 1;
        boolean isExact = true;
        int tested = 0;
        for (Row row : rows) {
            PValue p = row.zero();
            if (p != null) {
                tested++;
                least = Math.min(least, p.low());
                isExact &= p instanceof ExactP;
            }
        }
        if (isExact && least > Levels.ALPHA / Math.max(1, tested)) {
            return;
        }
        double[] margin = new double[tested];
        for (Row row : rows) {
            PValue p = row.zero();
            if (p != null) {
                margin[zero.size()] = row.marginP();
                zero.add(p);
            }
        }
        SequentialHolm.Outcome outcome = SequentialHolm.withDefaults().adjust(zero, margin);
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].zero() != null) {
                AdjustedP atZero = outcome.zero().get(next);
                AdjustedP atMargin = outcome.margin().get(next++);
                zeroRejected[i] = atZero.adjusted() <= Levels.ALPHA;
                marginRejected[i] = atMargin.adjusted() <= Levels.ALPHA;
            }
        }
    }

    boolean isBalancedFailing() {
        return isBalancedFailing;
    }

    boolean isLenientFailing() {
        return isLenientFailing;
    }

    boolean isStrictPassing() {
        return isStrictPassing;
    }

    /** Whether the first row is shown to be worse at all, among all rows. */
    boolean isFirstWorse() {
        return isFirstWorse;
    }
}
