package dev.evalkit.stats;

/** Brings an interval that was reported at one level to another. */
public final class NormalRescaling {
    private NormalRescaling() {}

    /**
     * Stretches each arm of an interval by the ratio of the normal quantiles of the two levels: exact for normal estimates, an approximation
     * for all others. An unbounded end stays unbounded.
     *
     * @param estimate the value that the interval is about, finite; an end that lies on its wrong side moves to it
     * @param interval the interval at its own level
     * @param level the level wanted, in (0, 1)
     */
    public static ConfidenceInterval rescale(double estimate, ConfidenceInterval interval, double level) {
        if (!Double.isFinite(estimate)) {
            throw new IllegalArgumentException("An interval is rescaled about a finite estimate: " + estimate);
        }
        double stretch = CriticalValue.normal(CriticalValue.checkLevel(level)) / CriticalValue.normal(interval.level());
        return new ConfidenceInterval(
                estimate - stretch * Math.max(0, estimate - interval.low()),
                estimate + stretch * Math.max(0, interval.high() - estimate),
                level,
                interval.method(),
                interval.warnings());
    }
}
