package dev.evalkit.evaluate;

import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One number that an evaluation found, before it is known which indicator, model and scenario it belongs to.
 *
 * @param name empty for the primary number, else what follows the indicator's id: {@code <id>.<name>}
 * @param slice the part of the samples, by column; empty for all of them
 * @param value a finite number
 * @param ci an interval for it, or null
 * @param samples how many samples it rests on, or null where that is not known
 * @param meta what is to stand in the item's {@code meta}: unit, higher_is_better, std_error, ci_level, ci_method, method, clusters,
 *     warnings, and what the statistic adds; the slice is added by {@link #toItem}
 */
public record Measure(
        String name,
        SortedMap<String, String> slice,
        double value,
        @Nullable Interval ci,
        @Nullable Long samples,
        Meta meta) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Measure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The value of " + (name.isEmpty() ? "the primary measure" : name) + " must be finite: " + value);
        }
        slice = Collections.unmodifiableSortedMap(new TreeMap<>(slice));
    }

    /** The primary number of all samples. */
    public static Measure primary(double value, @Nullable Interval ci, long samples, Meta meta) {
        return new Measure("", Collections.emptySortedMap(), value, ci, samples, meta);
    }

    /** The metric's id within an indicator: the indicator's own for the primary number. */
    public String metricId(String indicator) {
        return name.isEmpty() ? indicator : indicator + "." + name;
    }

    /**
     * The result item of this number.
     *
     * @param indicator the indicator's id
     * @param context what else stands in meta, e.g. model and scenario; it comes first
     */
    public ResultItem toItem(String indicator, Meta context) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(context.asMap());
        if (!slice.isEmpty()) {
            all.put(Meta.SLICE, slice);
        }
        all.putAll(meta.asMap());
        return new ResultItem(metricId(indicator), value, ci, samples, Meta.of(all));
    }
}
