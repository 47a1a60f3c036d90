package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.MeanInterval;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.MomentsAccumulator;
import dev.evalkit.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interval of the mean of scores: Student's t, or CR1 with t(G − 1) where they are clustered; for a proportion Wilson, with clusters
 * on (x, n)/deff.
 */
final class SmoothEstimate {
    private final EstimateSettings settings;
    private final Map<String, Object> meta = new LinkedHashMap<>();

    SmoothEstimate(EstimateSettings settings) {
        this.settings = settings;
    }

    /** Adds to what the estimate says in its meta. */
    SmoothEstimate with(String name, Object value) {
        meta.put(name, value);
        return this;
    }

    /**
     * The estimate.
     *
     * @param value the value, which the scores average to but for rounding
     * @param scores one for each of the rows that count
     * @param rows those rows, as positions of the view
     * @param isShare whether scores that are all 0 or 1 are a proportion
     */
    Estimate of(double value, double[] scores, int[] rows, ScoreView view, boolean isShare) {
        boolean isProportion = isShare && areBinary(scores);
        TextColumn clusters = view.table().clusters().orElse(null);
        if (clusters == null) {
            return independent(value, Moments.of(scores), isProportion, count(scores, 1));
        }
        ConfidenceInterval interval =
                clustered(ClusteredMean.of(byCluster(scores, rows, view, clusters, isProportion)), isProportion);
        return new Estimate(value, interval, scores.length, Meta.of(meta));
    }

    /**
     * The estimate from independent scores.
     *
     * @param moments of the scores
     * @param isProportion whether they are all 0 or 1 and are to be treated so
     * @param ones how many are 1
     */
    Estimate independent(double value, Moments moments, boolean isProportion, long ones) {
        if (isProportion && settings.method() != CiMethod.T) {
            return counted(value, ones, moments.n());
        }
        if (moments.n() > 1) {
            meta.put(Meta.STD_ERROR, moments.standardError());
        }
        ConfidenceInterval interval =
                MeanInterval.withDefaults().withLevel(settings.level()).of(moments);
        return new Estimate(value, interval, moments.n(), Meta.of(meta));
    }

    /** The estimate of a proportion x of n of independent rows. */
    Estimate counted(double value, long x, long n) {
        return new Estimate(value, proportion(x, n), n, Meta.of(meta));
    }

    private ConfidenceInterval proportion(long x, long n) {
        meta.put(Meta.STD_ERROR, ProportionInterval.standardError((double) x, (double) n));
        meta.put("successes", x);
        ProportionInterval.Method method = settings.method() == CiMethod.CLOPPER_PEARSON
                ? ProportionInterval.Method.CLOPPER_PEARSON
                : ProportionInterval.Method.WILSON;
        return ProportionInterval.withDefaults()
                .with(method)
                .withLevel(settings.level())
                .of((double) x, (double) n);
    }

    private ConfidenceInterval clustered(ClusteredMean mean, boolean isProportion) {
        Map<String, Object> errors = new LinkedHashMap<>();
        putFinite(errors, "plain", mean.plain());
        putFinite(errors, "cr0", mean.cr0());
        putFinite(errors, "cr1", mean.cr1());
        putFinite(meta, Meta.STD_ERROR, mean.cr1());
        meta.put("std_errors", errors);
        meta.put(Meta.CLUSTERS, mean.clusters());
        if (isProportion) {
            meta.put("successes", Math.round(mean.mean() * mean.n()));
        }
        return isProportion && settings.method() != CiMethod.T
                ? ProportionInterval.withDefaults().withLevel(settings.level()).of(mean)
                : MeanInterval.withDefaults().withLevel(settings.level()).of(mean);
    }

    private static List<Moments> byCluster(
            double[] scores, int[] rows, ScoreView view, TextColumn clusters, boolean isProportion) {
        int codes = clusters.texts().size();
        @Nullable MomentsAccumulator[] sums = new MomentsAccumulator[codes];
        long[] ones = new long[codes];
        for (int i = 0; i < scores.length; i++) {
            int code = clusters.code(view.row(rows[i]));
            MomentsAccumulator sum = sums[code];
            if (sum == null) {
                sum = new MomentsAccumulator();
                sums[code] = sum;
            }
            sum.add(scores[i]);
            ones[code] += scores[i] == 1 ? 1 : 0;
        }
        List<Moments> moments = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            MomentsAccumulator sum = sums[code];
            if (sum != null) {
                Moments cluster = sum.toMoments();
                moments.add(isProportion ? Moments.ofBinary(ones[code], cluster.n()) : cluster);
            }
        }
        return moments;
    }

    static boolean areBinary(double[] scores) {
        for (double score : scores) {
            if (score != 0 && score != 1) {
                return false;
            }
        }
        return true;
    }

    static long count(double[] scores, double value) {
        long count = 0;
        for (double score : scores) {
            count += score == value ? 1 : 0;
        }
        return count;
    }

    private static void putFinite(Map<String, Object> target, String name, double value) {
        if (Double.isFinite(value)) {
            target.put(name, value);
        }
    }
}
