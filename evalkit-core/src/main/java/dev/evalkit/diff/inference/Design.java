package dev.evalkit.diff.inference;

import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.Tails;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much the samples of two runs can tell.
 *
 * @param samples how many: the pairs, or those of the current side where samples do not pair; null where that is not known
 * @param arePaired whether they pair
 * @param clusters in how many clusters, or null where they are not clustered
 * @param needed how many samples show four times of five that an unchanged model is no worse than tolerated, or null where no number would
 * @param neededClusters the same in clusters, or null where samples are not clustered
 * @param unchangedPasses how likely these samples are to show that of an unchanged model, in [0, 1]
 * @param errors the standard errors of the difference where samples are clustered, else null
 */
public record Design(
        @Nullable Long samples,
        boolean arePaired,
        @Nullable Integer clusters,
        @Nullable Long needed,
        @Nullable Long neededClusters,
        double unchangedPasses,
        @Nullable StandardErrors errors) {

    /**
     * Three standard errors of one difference.
     *
     * @param plain as if samples were independent
     * @param cr0 clustered, without a correction for few clusters (Miller 2024)
     * @param cr1 clustered, with it (Cameron and Miller 2015): what verdicts use
     */
    public record StandardErrors(double plain, double cr0, double cr1) {
        static StandardErrors of(ClusteredMean mean) {
            return new StandardErrors(mean.plain(), mean.cr0(), mean.cr1());
        }
    }

    static Design ofPairs(long pairs, OptionalLong needed, double unchangedPasses) {
        return new Design(pairs, true, null, boxed(needed), null, unchangedPasses, null);
    }

    static Design ofSamples(@Nullable Long samples, OptionalLong needed, double unchangedPasses) {
        return new Design(samples, false, null, boxed(needed), null, unchangedPasses, null);
    }

    /** P(d − half width > −M) of a normal estimate whose true difference is 0. */
    static double unchangedPasses(double margin, double halfWidth, double standardError) {
        if (standardError == 0) {
            return margin > halfWidth ? 1 : 0;
        }
        double z = (margin - halfWidth) / standardError;
        return Double.isNaN(z) ? 0 : Tails.ofNormal(z).worse();
    }

    static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}
