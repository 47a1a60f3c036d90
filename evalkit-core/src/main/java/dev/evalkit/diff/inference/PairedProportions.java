package dev.evalkit.diff.inference;

import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.DifferenceEstimate;
import dev.evalkit.stats.McNemar;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.SampleSize;
import dev.evalkit.stats.Tails;
import dev.evalkit.stats.Tango;
import dev.evalkit.stats.TangoExact;
import java.util.List;
import java.util.OptionalLong;

/**
 * Paired 0/1 scores: Tango's score interval, "worse at all" by McNemar's exact test or, in clusters, by flipping the signs of whole clusters.
 *
 * <p>Where few pairs are discordant the normal tail of Tango's statistic is too small: of 100 pairs with 5 % discordant and a true drop of exactly 0.02 it rejects 3.5 %
 * at a nominal 2.5 %. So without clusters the p-value at the margin is the larger of that tail and the exact one ({@link TangoExact}), and "no worse" also demands that
 * the exact tail of "better" at −M is at most α/2. The interval that is shown stays Tango's.
 */
public final class PairedProportions {
    private PairedProportions() {}

    /**
     * What samples say that are independent of each other.
     *
     * @param counts whole counts
     */
    public static Evidence independent(PairedCounts counts, Question question) {
        double margin = question.margin();
        ConfidenceInterval interval = Tango.interval(counts, Levels.LEVEL);
        Tails normal = Tango.tails(counts, -margin);
        Tails exact = TangoExact.tails(counts, -margin);
        double unchanged = unchangedPasses(counts, interval, margin);
        return new Evidence(
                new Evidence.Names(test(question), interval.method()),
                JudgedScale.DIFFERENCE,
                counts.difference(),
                margin,
                interval.low(),
                interval.high(),
                PValue.of(zero(counts, question)),
                Math.max(normal.doubledWorse(), exact.doubledWorse()),
                interval.low() > -margin && 2 * exact.better() <= Levels.ALPHA,
                false,
                Design.ofPairs((long) counts.pairs(), needed(counts, margin), unchanged),
                interval.warnings());
    }

    private static String test(Question question) {
        return switch (question.test()) {
            case MID_P -> "mcnemar_mid_p";
            case T -> "paired_t";
            case AUTO, PERMUTATION, UNPAIRED, INTERVALS -> "mcnemar_exact";
        };
    }

    private static Tails zero(PairedCounts counts, Question question) {
        long worse = (long) counts.worse();
        long better = (long) counts.better();
        return switch (question.test()) {
            case MID_P -> McNemar.midP(worse, better);
            case T -> t(counts).tails(0);
            case AUTO, PERMUTATION, UNPAIRED, INTERVALS -> McNemar.exact(worse, better);
        };
    }

    private static DifferenceEstimate t(PairedCounts counts) {
        double d = counts.difference();
        double squares = Math.max(0, counts.worse() + counts.better() - counts.pairs() * d * d);
        Moments differences = new Moments((long) counts.pairs(), d, squares);
        return new DifferenceEstimate(d, differences.standardError(), differences.n() - 1.0, "paired_t", List.of());
    }

    /**
     * What samples in clusters say: Tango on (b, c, n)/deff.
     *
     * @param differences of the scores, in their clusters
     * @param zero of H0: d ≥ 0, by flipping the signs of whole clusters
     */
    public static Evidence clustered(PairedCounts counts, ClusteredMean differences, PValue zero, Question question) {
        double deff = differences.designEffect(Levels.LEVEL);
        PairedCounts effective = counts.dividedBy(deff);
        double margin = question.margin();
        ConfidenceInterval interval = Tango.interval(effective, Levels.LEVEL);
        OptionalLong needed = needed(counts, margin);
        OptionalLong clusters = SampleSize.clusters(needed, deff, (double) differences.n() / differences.clusters());
        return new Evidence(
                new Evidence.Names("cluster_sign_flips", "tango_deff"),
                JudgedScale.DIFFERENCE,
                counts.difference(),
                margin,
                interval.low(),
                interval.high(),
                zero,
                Tango.tails(effective, -margin).doubledWorse(),
                interval.low() > -margin,
                false,
                new Design(
                        differences.n(),
                        true,
                        differences.clusters(),
                        clusters.isEmpty() ? null : (Long) (long) Math.ceil(needed.getAsLong() * deff),
                        Design.boxed(clusters),
                        unchangedPasses(effective, interval, margin),
                        Design.StandardErrors.of(differences)),
                differences.warnings());
    }

    private static OptionalLong needed(PairedCounts counts, double margin) {
        return SampleSize.withDefaults().pairedProportions(counts.discordance(), margin);
    }

    private static double unchangedPasses(PairedCounts counts, ConfidenceInterval interval, double margin) {
        double half = (interval.high() - interval.low()) / 2;
        return Design.unchangedPasses(margin, half, Math.sqrt(counts.discordance() / counts.pairs()));
    }
}
