package dev.evalkit.scan.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table: values by key, in the order of the text. Not changed any more once it was read. */
public final class TomlTable {
    private final Map<String, TomlValue> values = new LinkedHashMap<>();
    private Origin origin;

    TomlTable(Origin origin) {
        this.origin = origin;
    }

    /** What made a table, which decides what may be added to it later. */
    enum Origin {
        /** A header of its own, {@code [a.b]}. */
        HEADER,
        /** A header of a table within it; its own may follow. */
        IMPLIED,
        /** A key with dots, {@code a.b = 1}. */
        DOTTED,
        /** Braces; nothing may be added. */
        INLINE
    }

    /** Its keys. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The value of a key; null where there is none. */
    public @Nullable TomlValue get(String key) {
        return values.get(key);
    }

    Origin origin() {
        return origin;
    }

    /** Its own header came. */
    void defined() {
        origin = Origin.HEADER;
    }

    void put(String key, TomlValue value) {
        values.put(key, value);
    }
}
