package dev.evalkit.stats;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The rank-sum test of two unpaired samples (Mann and Whitney 1947, Annals of Mathematical Statistics 18, 50), asymptotic with corrections for ties
 * and continuity. It asks whether values of one side tend to be larger, not whether means or quantiles differ.
 *
 * @param u the statistic of the later side: in how many pairs of an earlier and a later value the later is larger, ties counting half
 * @param tails the tails of H0: neither side tends to be larger
 */
public record MannWhitney(double u, Tails tails) {
    /**
     * Tests two samples.
     *
     * @param previous the earlier values, larger is better (negate where smaller is); 1 or more, finite
     * @param current the later values
     */
    public static MannWhitney of(double[] previous, double[] current) {
        checkValues(previous);
        checkValues(current);
        MannWhitneyUTest test =
                MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC).with(ContinuityCorrection.ENABLED);
        if (allEqual(previous, current)) {
            return new MannWhitney(0.5 * previous.length * current.length, Tails.NO_EVIDENCE);
        }
        MannWhitneyUTest.Result worse =
                test.with(AlternativeHypothesis.LESS_THAN).test(current, previous);
        double better = test.with(AlternativeHypothesis.GREATER_THAN)
                .test(current, previous)
                .getPValue();
        return new MannWhitney(worse.getStatistic(), new Tails(worse.getPValue(), better));
    }

    private static void checkValues(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("The rank-sum test needs values on both sides; one has none");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The rank-sum test needs finite values: " + value);
            }
        }
    }

    /** All ranks are tied: the statistic has no variance, and the library no p-value. */
    private static boolean allEqual(double[] previous, double[] current) {
        double first = previous[0];
        for (double value : previous) {
            if (value != first) {
                return false;
            }
        }
        for (double value : current) {
            if (value != first) {
                return false;
            }
        }
        return true;
    }
}
