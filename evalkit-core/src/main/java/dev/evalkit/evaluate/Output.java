package dev.evalkit.evaluate;

import dev.evalkit.evaluate.score.Statistic;
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
 */
public record Output(
        String name,
        Statistic statistic,
        String unit,
        boolean higherIsBetter,
        double minimum,
        double maximum,
        SortedMap<String, String> slice) {

    public Output {
        slice = Collections.unmodifiableSortedMap(new TreeMap<>(slice));
    }

    /** A share, from 0 to 1. */
    public static Output ratio(String name, Statistic statistic, boolean higherIsBetter) {
        return new Output(name, statistic, "ratio", higherIsBetter, 0, 1, Collections.emptySortedMap());
    }

    /** A quantity that cannot be negative, e.g. a duration. */
    public static Output positive(String name, Statistic statistic, String unit, boolean higherIsBetter) {
        return new Output(
                name, statistic, unit, higherIsBetter, 0, Double.POSITIVE_INFINITY, Collections.emptySortedMap());
    }

    /** The same for a part. */
    public Output inSlice(String column, String value) {
        SortedMap<String, String> parts = new TreeMap<>(slice);
        parts.put(column, value);
        return new Output(name, statistic, unit, higherIsBetter, minimum, maximum, parts);
    }
}
