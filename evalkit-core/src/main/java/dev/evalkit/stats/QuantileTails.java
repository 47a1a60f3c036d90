package dev.evalkit.stats;

import java.util.function.DoubleUnaryOperator;

/** Compares drawn differences of quantiles with the observed one; differences that agree up to rounding are ties. */
final class QuantileTails {
    /** Differences that agree to this share of the quantiles are ties. */
    private static final double TIE = 1e-10;

    private final DoubleUnaryOperator scale;
    private final double observed;
    private long far;
    private long near;

    QuantileTails(DoubleUnaryOperator scale, double observed) {
        this.scale = scale;
        this.observed = observed;
    }

    /** Counts a draw; one whose quantiles lie outside the scale counts on both sides. */
    void count(double first, double second) {
        double before = scale.applyAsDouble(first);
        double after = scale.applyAsDouble(second);
        double distance = after - before - observed;
        double tolerance = TIE * Math.max(Math.abs(before), Math.abs(after));
        far += distance > tolerance ? 0 : 1;
        near += distance < -tolerance ? 0 : 1;
    }

    /** The counts, {@code worse} being those at or below the observed difference. */
    TailCounts counts(int resamples) {
        return new TailCounts(far, near, resamples);
    }
}
