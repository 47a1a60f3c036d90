package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.Quantile;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.DifferenceEstimate;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.PairedScores;
import dev.evalkit.stats.SampleSize;
import dev.evalkit.stats.SignFlips;
import java.util.Arrays;
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
        this.statistic = plain(statistic);
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

    /** With one label and one prediction for each sample, micro averages are accuracy, whose scores are 0 and 1. */
    private static Statistic plain(Statistic statistic) {
        return statistic instanceof Counts counts && counts.average() == Counts.Average.MICRO
                ? Counts.accuracy(counts.label(), counts.prediction(), counts.classes())
                : statistic;
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
        Scores scores = Scores.of(smooth, samples, question);
        if (scores.areBinary() && !samples.isClustered()) {
            return identical(PairedProportions.independent(scores.counts(), question), scores);
        }
        SharedSamples sorted = samples.sorted();
        Scores ordered = sorted == samples ? scores : Scores.of(smooth, sorted, question);
        @Nullable String[] names = sorted.clusters();
        Finding finding = names == null ? independent(ordered, sorted) : clustered(ordered, names);
        return finding instanceof Evidence evidence ? identical(evidence, scores) : finding;
    }

    private Finding identical(Evidence evidence, Scores scores) {
        return samples.isFull() && Arrays.equals(scores.previous(), scores.current())
                ? evidence.ofIdentical()
                : evidence;
    }

    private Evidence independent(Scores scores, SharedSamples sorted) {
        double[] differences = PairedScores.differences(scores.previous(), scores.current());
        PairedScores pairs = PairedScores.of(scores.previous(), scores.current());
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

    private Finding clustered(Scores scores, @Nullable String[] names) {
        double[] differences = PairedScores.differences(scores.previous(), scores.current());
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

    /** The scores of both sides, turned so that more is better. */
    private record Scores(double[] previous, double[] current, boolean areBinary) {
        static Scores of(SmoothStatistic smooth, SharedSamples samples, Question question) {
            double[] before = smooth.scores(samples.previous());
            double[] after = smooth.scores(samples.current());
            boolean areBinary = areBinary(before) && areBinary(after);
            return new Scores(question.oriented(before, areBinary), question.oriented(after, areBinary), areBinary);
        }

        PairedCounts counts() {
            return PairedCounts.of(previous, current);
        }

        private static boolean areBinary(double[] scores) {
            return Arrays.stream(scores).allMatch(score -> score == 0 || score == 1);
        }
    }
}
