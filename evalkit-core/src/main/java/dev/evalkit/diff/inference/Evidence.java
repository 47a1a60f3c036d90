package dev.evalkit.diff.inference;

import dev.evalkit.stats.PValue;
import java.util.List;

/**
 * What is known of the difference d = current − previous, turned so that + is better, on the scale on which it is judged.
 *
 * @param names by which methods
 * @param scale the scale: differences, or log ratios
 * @param difference d
 * @param margin M ≥ 0 on that scale, infinite where nothing could be worse than tolerated
 * @param low the lower end of the interval of d, maybe −∞
 * @param high its upper end, maybe ∞
 * @param zero the p-value of H0: d ≥ 0
 * @param marginP the p-value of H0: d ≥ −M, before it is raised to that of {@code zero}
 * @param noWorse whether d > −M is shown
 * @param identical whether both runs have the same samples with the same scores
 * @param design how much the samples could tell
 * @param warnings what a reader should know, in full sentences
 */
public record Evidence(
        Names names,
        JudgedScale scale,
        double difference,
        double margin,
        double low,
        double high,
        PValue zero,
        double marginP,
        boolean noWorse,
        boolean identical,
        Design design,
        List<String> warnings)
        implements Finding {

    /** Keeps its own copy of the warnings. */
    public Evidence {
        warnings = List.copyOf(warnings);
    }

    /**
     * Methods by name.
     *
     * @param test that of "worse at all", e.g. {@code mcnemar_exact}
     * @param interval that of the interval and of "worse than tolerated", e.g. {@code tango}
     */
    public record Names(String test, String interval) {}

    /** The same of two runs with the same samples and scores. */
    Evidence ofIdentical() {
        return new Evidence(
                names, scale, difference, margin, low, high, zero, marginP, noWorse, true, design, warnings);
    }

    /** Whether the data bound neither side. */
    public boolean isUnbounded() {
        return Double.isInfinite(low) && Double.isInfinite(high);
    }
}
