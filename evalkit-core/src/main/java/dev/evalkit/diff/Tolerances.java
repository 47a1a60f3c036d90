package dev.evalkit.diff;

import dev.evalkit.model.Thresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the threshold T and the margin M of an item follow from what the scenario, the indicator and the build say.
 *
 * <p>T is that of the first of them that gives one: absolute, else relative × |previous|. M is frozen with the baseline, or the margin, else T, of
 * the first of them that gives either. Where none gives a threshold: for proportions of n samples 0.1 √(p̃(1−p̃)) with p̃ = (x+2)/(n+4) (Agresti and Coull 1998), which is
 * 0.05 at one half; 5 points for ratings; else a twentieth of the previous value.
 */
final class Tolerances {
    private static final double DEFAULT_RELATIVE = 0.05;
    private static final double DEFAULT_POINTS = 5;
    /** 2 · 0.05, so that at one half, where √(p(1−p)) is 1/2, the threshold is 0.05. */
    private static final double DEFAULT_DEVIATIONS = 0.1;

    private Tolerances() {}

    /**
     * @param levels what is said, the nearest first
     * @param frozenMargin the margin that was frozen when the previous side was accepted, or null
     */
    static Tolerance of(
            List<Thresholds> levels,
            @Nullable Double frozenMargin,
            Scale scale,
            Observation previous,
            Observation current) {
        Size threshold = null;
        Size margin = frozenMargin == null ? null : new Size(frozenMargin, false);
        for (Thresholds level : levels) {
            Size size = threshold(level, previous);
            if (threshold == null) {
                threshold = size;
            }
            if (margin == null) {
                margin = level.margin() == null ? size : new Size(level.margin(), false);
            }
        }
        if (threshold == null || margin == null) {
            Size standard = standard(scale, previous, current);
            threshold = threshold == null ? standard : threshold;
            margin = margin == null ? standard : margin;
        }
        return new Tolerance(threshold.value, margin.value, margin.ofNothing);
    }

    private static @Nullable Size threshold(Thresholds level, Observation previous) {
        if (level.absolute() != null) {
            return new Size(level.absolute(), false);
        }
        return level.relative() == null ? null : relative(level.relative(), previous);
    }

    private static Size standard(Scale scale, Observation previous, Observation current) {
        if (scale == Scale.RATING) {
            return new Size(DEFAULT_POINTS, false);
        }
        Long samples = previous.samples();
        if (samples != null && scale.isProportion(previous.value()) && scale.isProportion(current.value())) {
            double hits = samples * previous.value() / scale.whole();
            double smoothed = (hits + 2) / (samples + 4);
            return new Size(scale.whole() * DEFAULT_DEVIATIONS * Math.sqrt(smoothed * (1 - smoothed)), false);
        }
        return relative(DEFAULT_RELATIVE, previous);
    }

    private static Size relative(double share, Observation previous) {
        return new Size(share * Math.abs(previous.value()), previous.value() == 0 && share > 0);
    }

    private record Size(double value, boolean ofNothing) {}
}
