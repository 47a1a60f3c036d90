package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.Quantile;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.DifferenceEstimate;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.PairedScores;
import dev.evalkit.stats.SampleSize;
import dev.evalkit.stats.SignFlips;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What paired samples say, by the kind of the statistic. */
public final class PairedInference {
    /** Up to so many pairs signs are flipped; beyond, t has the same p-value but for rounding. */
    private static final int MOST_FLIPPED = 1000;

    private final Statistic statistic;
    private final SharedSamples samples;
    private final Question question;

    private PairedInference(Statistic statistic, SharedSamples samples, Question question) {
        this.statistic = statistic instanceof SmoothStatistic smooth ? PlainScores.plain(smooth) : statistic;
        this.samples = samples;
        this.question = question;
    }

    /**
     * The finding; empty where the statistic has no paired inference, e.g. a sum.
     *
     * @param statistic what was computed from the samples
     * @param samples what both runs share
     */
    public static Optional<Finding> judge(Statistic statistic, SharedSamples samples, Question question) {
        return new PairedInference(statistic, samples, question).judge();
    }

    private Optional<Finding> judge() {
        if (!(statistic instanceof SmoothStatistic || statistic instanceof Quantile)) {
            return Optional.empty();
        }
        if (samples.size() < 2) {
            return Optional.of(new NoInference("2 shared samples or more are needed; there "
                    + (samples.size() == 1 ? "is 1" : "are " + samples.size())));
        }
        if (statistic.value(samples.previous()).isEmpty()
                || statistic.value(samples.current()).isEmpty()) {
            return Optional.of(new NoInference("the value is not defined on the shared samples of either side"));
        }
        return Optional.of(
                statistic instanceof Quantile quantile
                        ? new QuantileInference(quantile, question).paired(samples.sorted())
                        : smooth((SmoothStatistic) statistic));
    }

    private Finding smooth(SmoothStatistic smooth) {
        OrientedScores scores = scores(smooth, samples);
        if (scores.areBinary() && !samples.isClustered()) {
            return identical(PairedProportions.independent(scores.counts(), question), scores);
        }
        SharedSamples sorted = samples.sorted();
        OrientedScores ordered = sorted == samples ? scores : scores(smooth, sorted);
        @Nullable String[] names = sorted.clusters();
        Finding finding = names == null ? independent(ordered, sorted) : clustered(ordered, names);
        return finding instanceof Evidence evidence ? identical(evidence, scores) : finding;
    }

    private OrientedScores scores(SmoothStatistic smooth, SharedSamples some) {
        return OrientedScores.of(smooth, some.previous(), some.current(), question);
    }

    private Finding identical(Evidence evidence, OrientedScores scores) {
        return samples.isFull() && scores.areEqual() ? evidence.ofIdentical() : evidence;
    }

    private Finding independent(OrientedScores scores, SharedSamples sorted) {
        double[] differences = scores.differences();
        PairedScores pairs = scores.pairs();
        boolean isIdentical = samples.isFull() && scores.areEqual();
        double largest = NoVariation.largest(scores.previous(), scores.current());
        if (!isIdentical && NoVariation.isInTooFew(pairs.differences(), largest)) {
            return new NoInference(
                    "all " + differences.length + " differences are equal, which does not tell how much they vary; "
                            + NoVariation.LEAST_SAMPLES + " pairs or more are needed then");
        }
        DifferenceEstimate t = pairs.t();
        double deviation = Math.sqrt(pairs.differences().variance());
        OptionalLong needed = SampleSize.withDefaults().pairedScores(deviation, question.margin());
        Design design = Design.ofPairs(differences.length, needed, MeanEvidence.unchangedPasses(t, question.margin()));
        boolean isCounted = statistic instanceof Counts counts && counts.score() != CountScore.ACCURACY;
        if (question.test() == TestChoice.T || (isCounted && !question.isGating())) {
            return MeanEvidence.of(t, "paired_t", PValue.of(t.tails(0)), question, design);
        }
        if (isCounted) {
            PValue swapped = PredictionSwapTest.of((Counts) statistic, sorted, question);
            return MeanEvidence.of(t, "prediction_swaps", swapped, question, design);
        }
        if (differences.length <= MOST_FLIPPED || question.test() == TestChoice.PERMUTATION) {
            PValue flipped = SignFlips.test(differences, question.random("sign_flips"));
            return MeanEvidence.of(t, "sign_flips", flipped, question, design);
        }
        return MeanEvidence.of(t, "paired_t", PValue.of(t.tails(0)), question, design);
    }

    private Finding clustered(OrientedScores scores, @Nullable String[] names) {
        double[] differences = scores.differences();
        Clusters clusters = Clusters.of(differences, names);
        Optional<NoInference> tooFew = clusters.tooFew();
        if (tooFew.isPresent()) {
            return tooFew.get();
        }
        ClusteredMean mean = clusters.mean();
        PValue flipped = SignFlips.test(clusters.sums(), question.random("sign_flips"));
        if (scores.areBinary()) {
            return PairedProportions.clustered(scores.counts(), mean, flipped, question);
        }
        DifferenceEstimate cr1 = DifferenceEstimate.clustered(mean);
        boolean isByT = question.test() == TestChoice.T;
        PValue zero = isByT ? PValue.of(cr1.tails(0)) : flipped;
        return MeanEvidence.of(
                cr1,
                isByT ? "cr1_t" : "cluster_sign_flips",
                zero,
                question,
                ClusteredDesign.of(mean, question.margin()));
    }
}
