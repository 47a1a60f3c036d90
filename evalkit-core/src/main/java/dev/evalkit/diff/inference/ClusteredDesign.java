package dev.evalkit.diff.inference;

import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.DifferenceEstimate;
import dev.evalkit.stats.SampleSize;
import java.util.OptionalLong;

/** What clustered pairs of scores can tell. */
final class ClusteredDesign {
    private ClusteredDesign() {}

    static Design of(ClusteredMean mean, double margin) {
        double deff = mean.designEffect(Levels.LEVEL);
        double deviation = mean.plain() * Math.sqrt((double) mean.n());
        OptionalLong samples = SampleSize.withDefaults().pairedScores(deviation, margin);
        OptionalLong clusters = SampleSize.clusters(samples, deff, (double) mean.n() / mean.clusters());
        return new Design(
                mean.n(),
                true,
                mean.clusters(),
                clusters.isEmpty() ? null : (Long) (long) Math.ceil(samples.getAsLong() * deff),
                Design.boxed(clusters),
                MeanEvidence.unchangedPasses(DifferenceEstimate.clustered(mean), margin),
                Design.StandardErrors.of(mean));
    }
}
