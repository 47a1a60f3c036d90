package dev.evalkit.evaluate;

import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.result.Meta;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number that is asked of the score rows.
 *
 * @param name empty for the primary one, else what follows the indicator's id
 * @param statistic how it is computed
 * @param unit its unit, e.g. {@code ratio}, {@code ms}
 * @param higherIsBetter its direction
 * @param minimum the smallest value that the unit allows, or negative infinity; intervals are clipped to it
 * @param maximum the largest value that the unit allows, or infinity
 * @param slice what part it speaks of by itself, e.g. {@code {class: cat}}; empty for all
 * @param inSlices whether it is computed for each slice too; what has a slice of its own is not
 * @param meta what else its items say in their meta, e.g. which of two meanings it has
 */
public record Output(
        String name,
        Statistic statistic,
        String unit,
        boolean higherIsBetter,
        double minimum,
        double maximum,
        SortedMap<String, String> slice,
        boolean inSlices,
        Meta meta) {

    public Output {
        slice = Collections.unmodifiableSortedMap(new TreeMap<>(slice));
    }

    /** A share, from 0 to 1. */
    public static Output ratio(String name, Statistic statistic, boolean higherIsBetter) {
        return of(name, statistic, "ratio", higherIsBetter, 0, 1);
    }

    /** A quantity that cannot be negative, e.g. a duration. */
    public static Output positive(String name, Statistic statistic, String unit, boolean higherIsBetter) {
        return of(name, statistic, unit, higherIsBetter, 0, Double.POSITIVE_INFINITY);
    }

    /** A quantity in a range. */
    public static Output of(
            String name, Statistic statistic, String unit, boolean higherIsBetter, double minimum, double maximum) {
        return new Output(
                name,
                statistic,
                unit,
                higherIsBetter,
                minimum,
                maximum,
                Collections.emptySortedMap(),
                true,
                Meta.EMPTY);
    }

    /** The same under another name; empty makes it the primary one. */
    public Output named(String newName) {
        return new Output(newName, statistic, unit, higherIsBetter, minimum, maximum, slice, inSlices, meta);
    }

    /** The same, speaking of a part. */
    public Output ofPart(String column, String value) {
        SortedMap<String, String> parts = new TreeMap<>(slice);
        parts.put(column, value);
        return new Output(name, statistic, unit, higherIsBetter, minimum, maximum, parts, false, meta);
    }

    /** The same for all samples only. */
    public Output ofAllOnly() {
        return new Output(name, statistic, unit, higherIsBetter, minimum, maximum, slice, false, meta);
    }

    /** The same, saying more in its meta. */
    public Output saying(String key, Object value) {
        return new Output(
                name, statistic, unit, higherIsBetter, minimum, maximum, slice, inSlices, meta.with(key, value));
    }
}
