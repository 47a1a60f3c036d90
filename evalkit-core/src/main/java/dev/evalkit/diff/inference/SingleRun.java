package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.McNemarPower;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.SampleSize;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What samples like those of one run will be able to tell, before there is a second one. As nothing is known of how two runs agree, they are assumed to answer
 * independently: of 0/1 scores a share ψ = 2p̃(1 − p̃) is then discordant, p̃ = (x + 2)/(n + 4); and other scores differ with twice their variance.
 */
public final class SingleRun {
    private static final double POWER = 0.8;

    private final double margin;
    private final int family;

    /**
     * For one item.
     *
     * @param margin the drop that is tolerated, 0 or more
     * @param family how many rows gate: a drop is to be found among so many
     */
    public SingleRun(double margin, int family) {
        this.margin = margin;
        this.family = Math.max(1, family);
    }

    /**
     * From scores; empty where the statistic has no score for each sample, or is not defined.
     *
     * @param slice the item's slice, by slice columns that the table has
     * @param arePaired whether the samples of a second run will pair
     */
    public Optional<Expectation> of(
            Statistic statistic, ScoreTable table, Map<String, String> slice, boolean arePaired) {
        ScoreView rows = table.rows(new RowFilter(table, statistic, slice).rows());
        if (!(statistic instanceof SmoothStatistic smooth)
                || rows.size() < 2
                || statistic.value(rows).isEmpty()) {
            return Optional.empty();
        }
        double[] scores = PlainScores.of(smooth, rows);
        boolean areBinary = Arrays.stream(scores).allMatch(score -> score == 0 || score == 1);
        ClusteredMean clusters = table.clusters().isEmpty()
                ? null
                : Clusters.of(scores, Clusters.names(rows)).mean();
        Moments moments = Moments.of(scores);
        return Optional.of(
                areBinary && arePaired
                        ? pairedProportion(moments, clusters)
                        : expectation(moments.n(), arePaired, clusters, needed(moments, areBinary, arePaired), null));
    }

    /**
     * From a value with its interval, that of a second run being assumed as wide; empty where it is unbounded or the number of samples is not
     * known.
     */
    public Optional<Expectation> of(IntervalInference.Estimated estimated) {
        double half = Math.hypot(
                estimated.value() - estimated.interval().low(),
                estimated.interval().high() - estimated.value());
        Long samples = estimated.samples();
        return samples == null || Double.isInfinite(half)
                ? Optional.empty()
                : Optional.of(expectation(samples, false, null, IntervalDesign.needed(half, margin, samples), null));
    }

    private Expectation pairedProportion(Moments scores, @Nullable ClusteredMean clusters) {
        double discordance = SampleSize.discordanceOf(Math.rint(scores.sum()), (double) scores.n());
        OptionalLong needed = SampleSize.withDefaults().withPower(POWER).pairedProportions(discordance, margin);
        return expectation(scores.n(), true, clusters, needed, discordance);
    }

    private OptionalLong needed(Moments scores, boolean areBinary, boolean arePaired) {
        double deviation = Math.sqrt(scores.variance());
        SampleSize size = SampleSize.withDefaults().withPower(POWER);
        if (arePaired) {
            return size.pairedScores(Math.sqrt(2) * deviation, margin);
        }
        return areBinary
                ? size.unpairedRates(scores.mean(), margin)
                : size.unpairedScores(deviation, deviation, margin);
    }

    private Expectation expectation(
            long samples,
            boolean arePaired,
            @Nullable ClusteredMean clusters,
            OptionalLong needed,
            @Nullable Double discordance) {
        double deff = clusters == null ? 1 : clusters.designEffect(Levels.LEVEL);
        OptionalLong neededClusters = clusters == null
                ? OptionalLong.empty()
                : SampleSize.clusters(needed, deff, (double) samples / clusters.clusters());
        boolean isHopeless = clusters != null && neededClusters.isEmpty();
        return new Expectation(
                samples,
                arePaired,
                clusters == null ? null : (Integer) clusters.clusters(),
                needed.isEmpty() || isHopeless ? null : (Long) (long) Math.ceil(needed.getAsLong() * deff),
                Design.boxed(neededClusters),
                discordance,
                discordance == null ? null : detectable(samples / deff, discordance));
    }

    private @Nullable Double detectable(double effective, double discordance) {
        if (effective < 1 || effective > Integer.MAX_VALUE) {
            return null;
        }
        OptionalDouble drop = McNemarPower.withDefaults()
                .withAlpha(Levels.ALPHA / family)
                .minimumDetectableDrop((int) effective, discordance, POWER);
        return drop.isEmpty() ? null : (Double) drop.getAsDouble();
    }
}
