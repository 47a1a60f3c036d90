package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.Quantile;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.DifferenceEstimate;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.SampleSize;
import dev.evalkit.stats.Welch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What samples that do not pair say, by the kind of the statistic. */
public final class UnpairedInference {
    private final Statistic statistic;
    private final Question question;

    private UnpairedInference(Statistic statistic, Question question) {
        this.statistic = statistic;
        this.question = question;
    }

    /**
     * The finding; empty where the statistic has no inference over samples, e.g. a sum.
     *
     * @param slice the item's slice, by slice columns that both tables have
     */
    public static Optional<Finding> judge(
            Statistic statistic,
            ScoreTable previous,
            ScoreTable current,
            Map<String, String> slice,
            Question question) {
        return new UnpairedInference(statistic, question)
                .judge(view(statistic, previous, slice), view(statistic, current, slice));
    }

    private static ScoreView view(Statistic statistic, ScoreTable table, Map<String, String> slice) {
        return table.rows(new RowFilter(table, statistic, slice).rows());
    }

    private Optional<Finding> judge(ScoreView previous, ScoreView current) {
        if (!(statistic instanceof SmoothStatistic || statistic instanceof Quantile)) {
            return Optional.empty();
        }
        if (Math.min(previous.size(), current.size()) < 2) {
            return Optional.of(new NoInference("2 samples or more are needed on either side; there are "
                    + previous.size() + " and " + current.size()));
        }
        if (statistic.value(previous).isEmpty() || statistic.value(current).isEmpty()) {
            return Optional.of(new NoInference("the value is not defined on one of the sides"));
        }
        return Optional.of(
                statistic instanceof Quantile quantile
                        ? new QuantileInference(quantile, question).unpaired(previous, current)
                        : smooth((SmoothStatistic) statistic, previous, current));
    }

    private Finding smooth(SmoothStatistic smooth, ScoreView previous, ScoreView current) {
        OrientedScores scores = OrientedScores.of(scores(smooth, previous), scores(smooth, current), question);
        boolean areBinary = scores.areBinary();
        double[] before = scores.previous();
        double[] after = scores.current();
        boolean isClustered = previous.table().clusters().isPresent()
                || current.table().clusters().isPresent();
        if (isClustered) {
            Clusters first = Clusters.of(before, Clusters.names(previous));
            Clusters second = Clusters.of(after, Clusters.names(current));
            return first.tooFew()
                    .or(second::tooFew)
                    .map(none -> (Finding) none)
                    .orElseGet(() -> clustered(first.mean(), second.mean(), areBinary));
        }
        if (areBinary) {
            return UnpairedRates.independent(sum(before), before.length, sum(after), after.length, question);
        }
        Moments p = Moments.of(sorted(before));
        Moments c = Moments.of(sorted(after));
        double largest = NoVariation.largest(before, after);
        if (NoVariation.isInTooFew(p, largest) && NoVariation.isInTooFew(c, largest)) {
            return new NoInference("the " + p.n() + " and " + c.n()
                    + " scores of the two sides do not vary, which does not tell how much they would; "
                    + NoVariation.LEAST_SAMPLES + " or more are needed on a side then");
        }
        DifferenceEstimate welch = Welch.difference(p, c);
        OptionalLong needed = SampleSize.withDefaults()
                .unpairedScores(Math.sqrt(p.variance()), Math.sqrt(c.variance()), question.margin());
        Design design = Design.ofSamples(c.n(), needed, MeanEvidence.unchangedPasses(welch, question.margin()));
        return MeanEvidence.of(welch, "welch", PValue.of(welch.tails(0)), question, design);
    }

    /** Two independent clustered means: Welch over clusters. */
    private Finding clustered(ClusteredMean p, ClusteredMean c, boolean areBinary) {
        if (areBinary) {
            return UnpairedRates.clustered(p, c, question);
        }
        double before = p.cr1() * p.cr1();
        double after = c.cr1() * c.cr1();
        double variance = before + after;
        double degrees = variance == 0
                ? p.clusters() + c.clusters() - 2.0
                : variance * variance / (before * before / (p.clusters() - 1) + after * after / (c.clusters() - 1));
        List<String> warnings = new ArrayList<>(p.warnings());
        c.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        DifferenceEstimate estimate =
                new DifferenceEstimate(c.mean() - p.mean(), Math.sqrt(variance), degrees, "cr1_welch", warnings);
        double half = estimate.interval(Levels.LEVEL).high() - estimate.difference();
        OptionalLong clusters = IntervalDesign.needed(half, question.margin(), c.clusters());
        Design design =
                UnpairedRates.clusteredDesign(c, clusters, MeanEvidence.unchangedPasses(estimate, question.margin()));
        return MeanEvidence.of(estimate, "cr1_welch", PValue.of(estimate.tails(0)), question, design);
    }

    /** Scores of the rows that count: of a share among some rows only those. */
    private static double[] scores(SmoothStatistic smooth, ScoreView rows) {
        if (smooth instanceof Ratio ratio) {
            Optional<double[]> shares = RatioShares.of(ratio, rows);
            if (shares.isPresent() && rows.table().clusters().isEmpty()) {
                return shares.get();
            }
        }
        return PlainScores.of(smooth, rows);
    }

    private static double sum(double[] scores) {
        return Arrays.stream(scores).sum();
    }

    /** Sorted, so that rounding does not depend on the order of the samples. */
    private static double[] sorted(double[] scores) {
        double[] copy = scores.clone();
        Arrays.sort(copy);
        return copy;
    }
}
