package dev.evalkit.result;

import java.math.BigInteger;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of a few named plain values in their order, kept in one array, since a result file may hold a million of them. Null is a
 * value.
 */
final class CompactMap extends AbstractMap<String, @Nullable Object> {
    static final CompactMap EMPTY = new CompactMap(new Object[0]);

    private final @Nullable Object[] namesAndValues;

    private CompactMap(@Nullable Object[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /** The given entries, and what is in them, copied. */
    static CompactMap copyOf(Map<?, ? extends @Nullable Object> map) {
        if (map instanceof CompactMap compact) {
            return compact;
        }
        if (map.isEmpty()) {
            return EMPTY;
        }
        @Nullable Object[] namesAndValues = new Object[2 * map.size()];
        int next = 0;
        for (Entry<?, ? extends @Nullable Object> entry : map.entrySet()) {
            namesAndValues[next++] = String.valueOf(entry.getKey());
            namesAndValues[next++] = plain(entry.getValue());
        }
        return new CompactMap(namesAndValues);
    }

    /** Names and values in turn, plain already, which nobody else changes. */
    static CompactMap owning(@Nullable Object[] namesAndValues) {
        return new CompactMap(namesAndValues);
    }

    /**
     * A value as it is kept: whole numbers as {@link Long}, other numbers as {@link Double}, lists and maps copied.
     *
     * @throws IllegalArgumentException if it is none of these, or a number that is not finite
     */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof BigInteger) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return copyOf(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(plain(element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("A number in meta must be finite: " + number);
            }
            return number;
        }
        throw new IllegalArgumentException(
                "Meta holds plain values only (text, true, false, numbers, lists, maps), not a "
                        + value.getClass().getName());
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i] != null && namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return namesAndValues.length / 2;
            }

            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return new Entries();
            }
        };
    }

    // The two below are what AbstractMap defines, without an entry object for each step.
    @Override
    public boolean equals(@Nullable Object other) {
        return (other instanceof CompactMap compact && Arrays.equals(namesAndValues, compact.namesAndValues))
                || super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            hash += Objects.hashCode(namesAndValues[i]) ^ Objects.hashCode(namesAndValues[i + 1]);
        }
        return hash;
    }

    private final class Entries implements Iterator<Entry<String, @Nullable Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < namesAndValues.length;
        }

        @Override
        public Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return new SimpleImmutableEntry<>((String) namesAndValues[next - 2], namesAndValues[next - 1]);
        }
    }
}
