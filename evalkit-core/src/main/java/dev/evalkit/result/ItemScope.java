package dev.evalkit.result;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What sets items of one metric apart: the parts of an {@link ItemId} beside the metric.
 *
 * <p>A class and not a record, since a file of a million items asks for the hash code a million times.
 */
public final class ItemScope {
    /** Nothing is said. */
    public static final ItemScope NONE = new ItemScope(null, null, null, Collections.emptySortedMap());

    private final @Nullable String model;
    private final @Nullable String scenario;
    private final @Nullable String dataset;
    private final SortedMap<String, String> slice;
    private final int hash;

    private ItemScope(
            @Nullable String model,
            @Nullable String scenario,
            @Nullable String dataset,
            SortedMap<String, String> slice) {
        this.model = model;
        this.scenario = scenario;
        this.dataset = dataset;
        this.slice = slice;
        this.hash = Objects.hash(model, scenario, dataset, slice);
    }

    /** What the values of a {@code meta} say. */
    static ItemScope of(Map<String, @Nullable Object> meta) {
        String model = text(meta.get(Meta.MODEL));
        String scenario = text(meta.get(Meta.SCENARIO));
        String dataset = text(meta.get(Meta.DATASET));
        SortedMap<String, String> slice = slice(meta.get(Meta.SLICE));
        return model == null && scenario == null && dataset == null && slice.isEmpty()
                ? NONE
                : new ItemScope(model, scenario, dataset, slice);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static SortedMap<String, String> slice(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> slice) || slice.isEmpty()) {
            return NONE.slice;
        }
        SortedMap<String, String> parts = new TreeMap<>();
        slice.forEach((column, part) -> parts.put(String.valueOf(column), String.valueOf(part)));
        return Collections.unmodifiableSortedMap(parts);
    }

    static ItemScope of(ItemId id) {
        return new ItemScope(id.model(), id.scenario(), id.dataset(), id.slice());
    }

    /** The same with another model and scenario, each null where none is said. */
    public ItemScope with(@Nullable String otherModel, @Nullable String otherScenario) {
        return Objects.equals(model, otherModel) && Objects.equals(scenario, otherScenario)
                ? this
                : new ItemScope(otherModel, otherScenario, dataset, slice);
    }

    /** The identity of an item of that metric. */
    public ItemId id(String metricId) {
        return new ItemId(metricId, model, scenario, dataset, slice);
    }

    /** The model, or null where none is said. */
    public @Nullable String model() {
        return model;
    }

    /** The part of the samples, by column, unmodifiable; empty for all of them. */
    SortedMap<String, String> slice() {
        return slice;
    }

    /** The scenario, or null where none is said. */
    public @Nullable String scenario() {
        return scenario;
    }

    /** Whether the item is of all samples and not of a slice. */
    public boolean isWhole() {
        return slice.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ItemScope scope
                        && hash == scope.hash
                        && Objects.equals(model, scope.model)
                        && Objects.equals(scenario, scope.scenario)
                        && Objects.equals(dataset, scope.dataset)
                        && slice.equals(scope.slice));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return id("*").toString();
    }
}
