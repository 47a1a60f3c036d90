package dev.evalkit.diff;

import dev.evalkit.diff.inference.Design.StandardErrors;
import dev.evalkit.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The statistics that a verdict rests on.
 *
 * @param name the test of "worse at all", e.g. {@code mcnemar_exact}
 * @param interval the method of the interval and of "worse than tolerated", e.g. {@code tango}
 * @param scale the scale that is judged: {@code difference} or {@code log_ratio}
 * @param pZero the p-value of "not worse at all": twice the tail of "worse", at most 1
 * @param pMargin the p-value of "not worse than tolerated", never smaller than the former
 * @param pZeroAdjusted the former after Holm's correction, or null where the row is not of the family
 * @param pMarginAdjusted the latter after Holm's correction, or null where the row is not of the family
 * @param qMargin pMargin after the correction of Benjamini and Hochberg, over the rows that gate or over those for display, or null where it was not asked for
 * @param family how many rows the p-values were adjusted for; 0 where the row is not of the family
 * @param resamples how many draws the p-value comes from; 0 where none were needed
 * @param ci the unadjusted interval of the delta, current − previous in the item's unit; for log ratios that of the ratio, as a change of the previous value
 * @param paired how many samples are paired, or null where they are not
 * @param clusters in how many clusters samples are, or null where they are not clustered
 * @param neededSamples how many samples could tell, where these do not; null otherwise, or where no number would
 * @param neededClusters the same in clusters
 * @param unchangedPasses how likely samples like these show of an unchanged model that it is no worse, in [0, 1]
 * @param errors three standard errors of the delta where samples are clustered, else null
 */
public record TestResult(
        String name,
        String interval,
        String scale,
        double pZero,
        double pMargin,
        @Nullable Double pZeroAdjusted,
        @Nullable Double pMarginAdjusted,
        @Nullable Double qMargin,
        int family,
        long resamples,
        Interval ci,
        @Nullable Long paired,
        @Nullable Integer clusters,
        @Nullable Long neededSamples,
        @Nullable Long neededClusters,
        double unchangedPasses,
        @Nullable StandardErrors errors) {

    TestResult withDiscovery(double q) {
        return new TestResult(
                name,
                interval,
                scale,
                pZero,
                pMargin,
                pZeroAdjusted,
                pMarginAdjusted,
                q,
                family,
                resamples,
                ci,
                paired,
                clusters,
                neededSamples,
                neededClusters,
                unchangedPasses,
                errors);
    }
}
