package dev.evalkit.diff.inference;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of comparing one run with another that has samples like its own.
 *
 * @param samples how many samples there are
 * @param arePaired whether they will pair with those of the other run
 * @param clusters in how many clusters, or null where they are not clustered
 * @param needed how many samples show four times of five that an unchanged model is no worse than tolerated, or null where no number would
 * @param neededClusters the same in clusters, or null
 * @param discordance the share ψ of pairs that is assumed to differ, or null where scores are not 0/1 or do not pair
 * @param detectable the smallest drop that the test of "worse at all" finds four times of five, or null where that is not known
 */
public record Expectation(
        long samples,
        boolean arePaired,
        @Nullable Integer clusters,
        @Nullable Long needed,
        @Nullable Long neededClusters,
        @Nullable Double discordance,
        @Nullable Double detectable) {

    /** Whether samples like these can tell. */
    public boolean canTell() {
        if (clusters != null) {
            return neededClusters != null && neededClusters <= clusters && clusters >= Levels.LEAST_CLUSTERS;
        }
        return needed != null && needed <= samples;
    }
}
