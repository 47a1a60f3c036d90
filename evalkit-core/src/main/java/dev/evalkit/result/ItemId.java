package dev.evalkit.result;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What makes a result item the one that it is within a file.
 *
 * @param metricId the metric
 * @param model the model, or null where the item does not say
 * @param scenario the scenario, or null where the item does not say
 * @param dataset the data set, or null where the item does not say
 * @param slice the part of the samples, by column; empty for all of them
 */
public record ItemId(
        String metricId,
        @Nullable String model,
        @Nullable String scenario,
        @Nullable String dataset,
        SortedMap<String, String> slice) {

    private static final SortedMap<String, String> NO_SLICE = Collections.emptySortedMap();

    public ItemId {
        slice = slice.isEmpty() ? NO_SLICE : Collections.unmodifiableSortedMap(new TreeMap<>(slice));
    }

    /** The identity in one line, for messages and as the name of a random stream. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(metricId);
        append(text, "model", model);
        append(text, "scenario", scenario);
        append(text, "dataset", dataset);
        for (Map.Entry<String, String> part : slice.entrySet()) {
            append(text, part.getKey(), part.getValue());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(' ').append(name).append('=').append(value);
        }
    }
}
