package dev.evalkit.diff.inference;

import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.DifferenceEstimate;
import dev.evalkit.stats.PValue;

/** Evidence from a difference with a standard error. */
final class MeanEvidence {
    private MeanEvidence() {}

    /** How likely an unchanged model were to pass with that standard error. */
    static double unchangedPasses(DifferenceEstimate estimate, double margin) {
        double half = estimate.interval(Levels.LEVEL).high() - estimate.difference();
        return Design.unchangedPasses(margin, half, estimate.standardError());
    }

    static Evidence of(DifferenceEstimate estimate, String test, PValue zero, Question question, Design design) {
        ConfidenceInterval interval = estimate.interval(Levels.LEVEL);
        double margin = question.margin();
        return new Evidence(
                new Evidence.Names(test, estimate.method()),
                JudgedScale.DIFFERENCE,
                estimate.difference(),
                margin,
                interval.low(),
                interval.high(),
                zero,
                estimate.tails(-margin).doubledWorse(),
                interval.low() > -margin,
                false,
                design,
                interval.warnings());
    }
}
