package dev.evalkit.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * What "the p99" means: the nine definitions of Hyndman and Fan 1996 (The American Statistician 50, 361). Tools differ: NumPy, pandas and
 * DuckDB's {@code quantile_cont} give {@link #HF7}, JMeter and Excel's {@code PERCENTILE.EXC} {@link #HF6}, many latency tools
 * {@link #NEAREST_RANK}.
 */
public enum QuantileDefinition {
    /** The ⌈nq⌉-th smallest value, definition 1: always a value that was measured. */
    NEAREST_RANK(EstimationMethod.HF1),
    /** Nearest rank with averaging at jumps. */
    HF2(EstimationMethod.HF2),
    /** The observation nearest to nq, ties to even. */
    HF3(EstimationMethod.HF3),
    /** Linear interpolation of the empirical distribution function. */
    HF4(EstimationMethod.HF4),
    /** Piecewise linear, knots midway through the steps of the empirical distribution function. */
    HF5(EstimationMethod.HF5),
    /** At position (n + 1)q (Weibull). */
    HF6(EstimationMethod.HF6),
    /** At position (n − 1)q + 1: the default of R, NumPy and evalkit. */
    HF7(EstimationMethod.HF7),
    /** Median-unbiased whatever the distribution, about. */
    HF8(EstimationMethod.HF8),
    /** Unbiased for normal values, about. */
    HF9(EstimationMethod.HF9);

    private final EstimationMethod method;

    QuantileDefinition(EstimationMethod method) {
        this.method = method;
    }

    /** The name in files: {@code nearest_rank}, {@code hf2}, … {@code hf9}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The definition with this name; {@code hf1} is understood as well.
     *
     * @throws IllegalArgumentException if there is none, naming all
     */
    public static QuantileDefinition of(String id) {
        String wanted = id.equals("hf1") ? "nearest_rank" : id;
        return Arrays.stream(values())
                .filter(definition -> definition.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No quantile definition '" + id + "'; there are "
                        + Arrays.stream(values()).map(QuantileDefinition::id).collect(Collectors.joining(", "))));
    }

    /**
     * The quantile of n values.
     *
     * @param sorted the values by their index in ascending order, from 0; asked for two of them at most
     */
    double of(int n, double q, IntToDoubleFunction sorted) {
        if (this != NEAREST_RANK) {
            return Quantile.withDefaults().with(method).evaluate(n, sorted, q);
        }
        // 0.07 · 100 is 7.000000000000001 in floating point, and the rank is 7: a few units in the last place are no
        // excess.
        double position = q * n;
        int rank = (int) Math.ceil(position - 4 * Math.ulp(position));
        return sorted.applyAsDouble(Math.max(rank, 1) - 1);
    }
}
