package dev.evalkit.diff;

import dev.evalkit.model.Thresholds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value itself must keep, whatever it was before.
 *
 * @param minimum the least value, or null
 * @param maximum the greatest value, or null
 */
record Bounds(@Nullable Double minimum, @Nullable Double maximum) {

    /** Each bound from the first level that gives it. */
    static Bounds of(List<Thresholds> levels) {
        Double minimum = null;
        Double maximum = null;
        for (Thresholds level : levels) {
            minimum = minimum == null ? level.minimum() : minimum;
            maximum = maximum == null ? level.maximum() : maximum;
        }
        return new Bounds(minimum, maximum);
    }

    /** Which bound the value breaks, or null. */
    @Nullable
    Reason brokenBy(double value) {
        if (minimum != null && value < minimum) {
            return reason("below", "minimum", value, minimum);
        }
        return maximum != null && value > maximum ? reason("above", "maximum", value, maximum) : null;
    }

    private static Reason reason(String side, String name, double value, double bound) {
        return new Reason(
                Reason.Code.BOUND,
                "the value " + Plain.number(value) + " is " + side + " the " + name + " " + Plain.number(bound),
                Map.of("bound", name, "limit", Plain.number(bound)));
    }
}
