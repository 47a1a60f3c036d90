package dev.evalkit.diff.inference;

import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.FisherExact;
import dev.evalkit.stats.IntervalInversion;
import dev.evalkit.stats.Newcombe;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.SampleSize;
import dev.evalkit.stats.UnpairedCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Rates of samples that do not pair: Newcombe's interval, "worse at all" by Fisher's exact test. In clusters, Newcombe on (x, n)/deff for both, since Fisher needs whole
 * counts of independent samples.
 */
final class UnpairedRates {
    private UnpairedRates() {}

    static Evidence independent(
            double previous, long previousTrials, double current, long currentTrials, Question question) {
        UnpairedCounts counts = new UnpairedCounts(previous, previousTrials, current, currentTrials);
        PValue zero = PValue.of(FisherExact.tails(counts));
        double rate = (previous + current) / (previousTrials + currentTrials);
        OptionalLong needed = SampleSize.withDefaults().unpairedRates(rate, question.margin());
        Design design = Design.ofSamples(currentTrials, needed, unchangedPasses(counts, question.margin()));
        return evidence(counts, "fisher_exact", "newcombe", zero, question, design, List.of());
    }

    static Evidence clustered(ClusteredMean previous, ClusteredMean current, Question question) {
        double p = previous.n() / previous.designEffect(Levels.LEVEL);
        double c = current.n() / current.designEffect(Levels.LEVEL);
        UnpairedCounts counts = new UnpairedCounts(previous.mean() * p, p, current.mean() * c, c);
        PValue zero = PValue.of(IntervalInversion.tails(level -> Newcombe.interval(counts, level), 0));
        double half =
                counts.difference() - Newcombe.interval(counts, Levels.LEVEL).low();
        OptionalLong clusters = IntervalDesign.needed(half, question.margin(), current.clusters());
        List<String> warnings = new ArrayList<>(previous.warnings());
        current.warnings().stream()
                .filter(warning -> !warnings.contains(warning))
                .forEach(warnings::add);
        Design design = clusteredDesign(current, clusters, unchangedPasses(counts, question.margin()));
        return evidence(counts, "newcombe_deff", "newcombe_deff", zero, question, design, warnings);
    }

    static Design clusteredDesign(ClusteredMean current, OptionalLong clusters, double unchangedPasses) {
        double size = (double) current.n() / current.clusters();
        return new Design(
                current.n(),
                false,
                current.clusters(),
                clusters.isEmpty() ? null : (Long) (long) Math.ceil(clusters.getAsLong() * size),
                Design.boxed(clusters),
                unchangedPasses,
                null);
    }

    private static Evidence evidence(
            UnpairedCounts counts,
            String test,
            String method,
            PValue zero,
            Question question,
            Design design,
            List<String> warnings) {
        ConfidenceInterval interval = Newcombe.interval(counts, Levels.LEVEL);
        double margin = question.margin();
        return new Evidence(
                new Evidence.Names(test, method),
                JudgedScale.DIFFERENCE,
                counts.difference(),
                margin,
                interval.low(),
                interval.high(),
                zero,
                IntervalInversion.tails(level -> Newcombe.interval(counts, level), -margin)
                        .doubledWorse(),
                interval.low() > -margin,
                false,
                design,
                warnings);
    }

    private static double unchangedPasses(UnpairedCounts counts, double margin) {
        ConfidenceInterval interval = Newcombe.interval(counts, Levels.LEVEL);
        return IntervalDesign.unchangedPasses((interval.high() - interval.low()) / 2, margin);
    }
}
