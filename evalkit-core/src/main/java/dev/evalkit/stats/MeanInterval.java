package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Student t intervals of one mean (Student 1908). Immutable; the default level is 95 %. */
public final class MeanInterval {
    private static final MeanInterval DEFAULTS = new MeanInterval(0.95);

    private final double level;

    private MeanInterval(double level) {
        this.level = level;
    }

    /** At 95 %. */
    public static MeanInterval withDefaults() {
        return DEFAULTS;
    }

    /**
     * At another level.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public MeanInterval withLevel(double newLevel) {
        return new MeanInterval(CriticalValue.checkLevel(newLevel));
    }

    /**
     * The interval of the mean of independent values: mean ± t(n − 1) · s/√n. Unbounded, with a warning, for one value.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public ConfidenceInterval of(Moments values) {
        if (values.n() == 0) {
            throw new IllegalArgumentException("An interval of a mean needs values; there are none");
        }
        if (values.n() == 1) {
            return unbounded("student_t", List.of("2 values or more are needed for an interval of a mean; there is 1"));
        }
        double half = CriticalValue.student(level, values.n() - 1.0) * values.standardError();
        String equal =
                String.format(Locale.ROOT, "All %d values are equal, so that the interval has no width", values.n());
        return around(values.mean(), half, "student_t", half == 0 ? List.of(equal) : List.of());
    }

    /**
     * The interval of the mean of clustered values: mean ± t(G − 1) · CR1 (Cameron and Miller 2015, section VI). Unbounded for one
     * cluster; warned about below 30.
     */
    public ConfidenceInterval of(ClusteredMean values) {
        if (values.clusters() == 1) {
            return unbounded("cr1_t", values.warnings());
        }
        double half = CriticalValue.student(level, values.clusters() - 1.0) * values.cr1();
        List<String> warnings = new ArrayList<>(values.warnings());
        if (half == 0) {
            warnings.add("All clusters have the same mean, so that the interval has no width");
        }
        return around(values.mean(), half, "cr1_t", warnings);
    }

    private ConfidenceInterval around(double mean, double half, String method, List<String> warnings) {
        return new ConfidenceInterval(mean - half, mean + half, level, method, warnings);
    }

    private ConfidenceInterval unbounded(String method, List<String> warnings) {
        return new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level, method, warnings);
    }
}
