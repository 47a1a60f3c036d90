package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.NumberColumn;
import dev.evalkit.evaluate.score.Quantile;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.IntervalInversion;
import dev.evalkit.stats.Mover;
import dev.evalkit.stats.OrderStatisticRanks;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.QuantileEstimator;
import dev.evalkit.stats.QuantilePermutation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;

/**
 * Quantiles: MOVER of the order-statistic ends of both sides, as log ratios where all values are above 0, "worse at all" by swapping the values of pairs or, where samples
 * do not pair, by permuting which side a value belongs to.
 */
final class QuantileInference {
    private final Quantile quantile;
    private final Question question;

    QuantileInference(Quantile quantile, Question question) {
        this.quantile = quantile;
        this.question = question;
    }

    Finding paired(SharedSamples samples) {
        if (samples.isClustered()) {
            return new NoInference("there is no paired method for quantiles of clustered samples");
        }
        double[] before = values(samples.previous());
        double[] after = values(samples.current());
        Evidence evidence = evidence(before, after, true);
        return samples.isFull() && Arrays.equals(before, after) ? evidence.ofIdentical() : evidence;
    }

    Finding unpaired(ScoreView previous, ScoreView current) {
        if (previous.table().clusters().isPresent()
                || current.table().clusters().isPresent()) {
            return new NoInference("there is no unpaired method for quantiles of clustered samples");
        }
        return evidence(values(previous), values(current), false);
    }

    private double[] values(ScoreView rows) {
        NumberColumn column = rows.table().numbers(quantile.column());
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.get(rows.row(i));
        }
        return values;
    }

    private Evidence evidence(double[] previous, double[] current, boolean arePaired) {
        double[] before = sorted(previous);
        double[] after = sorted(current);
        QuantileEstimator estimator = QuantileEstimator.withDefaults().with(quantile.definition());
        double p = estimator.value(before, quantile.q());
        double c = estimator.value(after, quantile.q());
        boolean isLog = before[0] > 0 && after[0] > 0;
        JudgedScale.LogRatio log = new JudgedScale.LogRatio(isLog ? p : 1, question.direction());
        JudgedScale scale = isLog ? log : JudgedScale.DIFFERENCE;
        double margin = isLog ? log.margin(question.margin()) : question.margin();
        DoubleFunction<ConfidenceInterval> atLevel = level -> Mover.difference(
                oriented(p, log, isLog),
                lowEnd(before, log, isLog, level),
                highEnd(before, log, isLog, level),
                oriented(c, log, isLog),
                lowEnd(after, log, isLog, level),
                highEnd(after, log, isLog, level),
                level);
        ConfidenceInterval interval = atLevel.apply(Levels.LEVEL);
        QuantilePermutation permutation = QuantilePermutation.of(quantile.q())
                .with(quantile.definition())
                .withScale(value -> oriented(value, log, isLog));
        String test = arePaired ? "value_swaps" : "label_permutation";
        PValue zero = arePaired
                ? permutation.paired(previous, current, question.random(test))
                : permutation.unpaired(before, after, question.random(test));
        double d = oriented(c, log, isLog) - oriented(p, log, isLog);
        return new Evidence(
                new Evidence.Names(test, "mover_order_statistics"),
                scale,
                d,
                margin,
                interval.low(),
                interval.high(),
                zero,
                Double.isInfinite(margin)
                        ? 1
                        : IntervalInversion.tails(atLevel, -margin).doubledWorse(),
                interval.low() > -margin,
                false,
                design(d, interval, margin, before.length, after.length, arePaired),
                warnings(interval, before.length, after.length));
    }

    private Design design(
            double d, ConfidenceInterval interval, double margin, int before, int after, boolean arePaired) {
        double half = d - interval.low();
        OptionalLong least = OptionalLong.of(OrderStatisticRanks.minimumSamples(quantile.q(), Levels.LEVEL));
        OptionalLong needed = IntervalDesign.needed(half, margin, after);
        OptionalLong samples = Double.isInfinite(half) && margin > 0 ? least : needed;
        double passes = IntervalDesign.unchangedPasses(half, margin);
        return arePaired ? Design.ofPairs(before, samples, passes) : Design.ofSamples((long) after, samples, passes);
    }

    private List<String> warnings(ConfidenceInterval interval, int before, int after) {
        return interval.isBounded()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%d values or more are needed on either side for both ends of the interval of the %s quantile; there are %d and %d",
                        OrderStatisticRanks.minimumSamples(quantile.q(), Levels.LEVEL),
                        quantile.q(),
                        before,
                        after));
    }

    /** A value on the judged scale, where more is better. */
    private double oriented(double value, JudgedScale.LogRatio log, boolean isLog) {
        return isLog ? log.of(value) : question.direction().orient(value);
    }

    private double lowEnd(double[] sorted, JudgedScale.LogRatio log, boolean isLog, double level) {
        return Math.min(end(sorted, true, log, isLog, level), end(sorted, false, log, isLog, level));
    }

    private double highEnd(double[] sorted, JudgedScale.LogRatio log, boolean isLog, double level) {
        return Math.max(end(sorted, true, log, isLog, level), end(sorted, false, log, isLog, level));
    }

    private double end(double[] sorted, boolean isLow, JudgedScale.LogRatio log, boolean isLog, double level) {
        OrderStatisticRanks ranks = OrderStatisticRanks.of(sorted.length, quantile.q(), level);
        if (isLow) {
            return ranks.lowIsBounded()
                    ? oriented(sorted[ranks.low() - 1], log, isLog)
                    : question.direction().orient(Double.NEGATIVE_INFINITY);
        }
        return ranks.highIsBounded()
                ? oriented(sorted[ranks.high() - 1], log, isLog)
                : question.direction().orient(Double.POSITIVE_INFINITY);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
