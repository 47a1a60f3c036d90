package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the items of one metric: what their {@code meta} says goes before what their indicator says.
 *
 * @param indicator the metric's indicator, or null
 * @param levels what is said of thresholds, the nearest first
 */
record ItemRules(@Nullable Indicator indicator, List<Thresholds> levels) {

    static ItemRules of(String metricId, Definitions definitions, @Nullable Thresholds build) {
        String canonical = definitions.canonical(metricId);
        return new ItemRules(definitions.indicator(canonical), definitions.thresholds(canonical, build));
    }

    /** The unit as the current item, the previous one or the indicator says; empty where none does. */
    String unit(@Nullable ResultItem current, @Nullable ResultItem previous) {
        if (stated(Meta.UNIT, current, previous) instanceof String unit) {
            return unit;
        }
        return indicator == null ? "" : indicator.unit();
    }

    /** Which way is better as the current item, the previous one or the indicator says, or null where none does. */
    @Nullable
    Direction direction(@Nullable ResultItem current, @Nullable ResultItem previous) {
        if (stated(Meta.HIGHER_IS_BETTER, current, previous) instanceof Boolean higher) {
            return Direction.ofHigherIsBetter(higher);
        }
        return definedDirection();
    }

    /** Which way is better as the indicator says, or null. */
    @Nullable
    Direction definedDirection() {
        return indicator == null ? null : indicator.direction();
    }

    private static @Nullable Object stated(String name, @Nullable ResultItem current, @Nullable ResultItem previous) {
        Object value = current == null ? null : current.meta().asMap().get(name);
        return value == null && previous != null ? previous.meta().asMap().get(name) : value;
    }
}
