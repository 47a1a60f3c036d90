package dev.evalkit.diff.inference;

/** The levels at which all verdicts are found. */
public final class Levels {
    /** α: the error that is accepted, two-sided. */
    public static final double ALPHA = 0.05;

    /** The level of intervals, two-sided. */
    public static final double LEVEL = 1 - ALPHA;

    /** Fewer clusters than this cannot reject by sign flips: 2 · 2⁻⁵ > 0.05. */
    static final int LEAST_CLUSTERS = 6;

    /** The normal quantile of 1 − α/2. */
    static final double Z = 1.959963984540054;

    /** The normal quantile of 80 %, the power that sample sizes are given for. */
    static final double Z_POWER = 0.8416212335729143;

    private Levels() {}
}
