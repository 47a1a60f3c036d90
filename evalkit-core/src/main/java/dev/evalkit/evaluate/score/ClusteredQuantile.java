package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.OrderStatisticRanks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The order-statistic interval of a quantile of clustered values: the ranks of n/deff values, stretched to n, where deff is that of the share of
 * values up to the quantile (Woodruff 1952, Journal of the American Statistical Association 47, 635).
 */
final class ClusteredQuantile {
    private ClusteredQuantile() {}

    static Estimate of(Quantile quantile, double value, ScoreView rows, Meta meta, EstimateSettings settings) {
        double[] numbers = rows.numbers(quantile.column());
        int[] present = Positions.where(numbers.length, i -> !Double.isNaN(numbers[i]));
        TextColumn clusters = rows.table().clusters().orElseThrow();
        int codes = clusters.texts().size();
        long[] counts = new long[codes];
        long[] below = new long[codes];
        for (int i : present) {
            int code = clusters.code(rows.row(i));
            counts[code]++;
            below[code] += numbers[i] <= value ? 1 : 0;
        }
        List<Moments> shares = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            if (counts[code] > 0) {
                shares.add(Moments.ofBinary(below[code], counts[code]));
            }
        }
        ClusteredMean share = ClusteredMean.of(shares);
        double[] sorted = Positions.pick(numbers, present);
        Arrays.sort(sorted);
        ConfidenceInterval interval =
                interval(quantile.q(), sorted, share, settings.level()).around(value);
        return new Estimate(value, interval, present.length, meta.with(Meta.CLUSTERS, share.clusters()));
    }

    private static ConfidenceInterval interval(double q, double[] sorted, ClusteredMean share, double level) {
        List<String> warnings = new ArrayList<>(share.warnings());
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double deff = share.designEffect(level);
        int effective = (int) Math.floor(sorted.length / deff);
        if (effective >= 1) {
            OrderStatisticRanks ranks = OrderStatisticRanks.of(effective, q, level);
            double stretch = (double) sorted.length / effective;
            if (ranks.lowIsBounded()) {
                low = sorted[(int) Math.max(1, Math.floor(ranks.low() * stretch)) - 1];
            }
            if (ranks.highIsBounded()) {
                high = sorted[(int) Math.min(sorted.length, Math.ceil(ranks.high() * stretch)) - 1];
            }
        }
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%d independent values or more are needed for both ends of the interval of the %s quantile; these %d are worth %d",
                    OrderStatisticRanks.minimumSamples(q, level),
                    q,
                    sorted.length,
                    effective));
        }
        return new ConfidenceInterval(low, high, level, "order_statistics_deff", warnings);
    }
}
