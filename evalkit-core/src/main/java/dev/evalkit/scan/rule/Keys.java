package dev.evalkit.scan.rule;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.scan.pattern.LinearPattern;
import dev.evalkit.scan.toml.TomlTable;
import dev.evalkit.scan.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A table of a rule file that is read key by key; what nobody asked for is refused in the end. */
final class Keys {
    private final String file;
    private final String name;
    private final Location place;
    private final Places places;
    private final Map<String, TomlValue> values = new HashMap<>();
    private final Map<String, String> written = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>();

    /**
     * @param name what the table is in messages, e.g. {@code rules}
     * @param place where it begins
     * @param places what the expressions of the file may take
     */
    Keys(String file, String name, Location place, TomlTable table, Places places) {
        this.file = file;
        this.name = name;
        this.place = place;
        this.places = places;
        // As gitleaks does it, keys are known whatever their case.
        for (String key : table.keys()) {
            TomlValue value = table.get(key);
            String before = written.put(small(key), key);
            if (before != null) {
                throw new EvalkitException(
                        place,
                        "found the key " + Shown.quoted(path(key)) + " and the key " + Shown.quoted(path(before)));
            }
            if (value != null) {
                values.put(small(key), value);
            }
        }
    }

    Location place() {
        return place;
    }

    private static String small(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private @Nullable TomlValue get(String key) {
        return values.get(small(key));
    }

    String text(String key, String otherwise) {
        String text = value(key, String.class, "a string");
        return text == null ? otherwise : text;
    }

    boolean truth(String key) {
        return Boolean.TRUE.equals(value(key, Boolean.class, "true or false"));
    }

    double number(String key, double otherwise) {
        Number number = value(key, Number.class, "a number");
        return number == null ? otherwise : number.doubleValue();
    }

    @Nullable
    LinearPattern pattern(String key) {
        String source = value(key, String.class, "a regular expression");
        return source == null ? null : compiled(key, source);
    }

    List<LinearPattern> patterns(String key) {
        return texts(key).stream().map(source -> compiled(key, source)).toList();
    }

    List<String> texts(String key) {
        List<String> all = new ArrayList<>();
        for (Object each : elements(key)) {
            if (!(each instanceof TomlValue element && element.value() instanceof String text)) {
                throw wrong(key, "an array of strings");
            }
            all.add(text);
        }
        return all;
    }

    /** The tables of a key: none, one, or an array of them. */
    List<Keys> tables(String key) {
        asked.add(key);
        TomlValue found = get(key);
        if (found != null && found.value() instanceof TomlTable one) {
            return List.of(new Keys(file, path(key), at(key), one, places));
        }
        List<Keys> all = new ArrayList<>();
        List<?> array = value(key, List.class, "a table");
        for (Object each : array == null ? List.of() : array) {
            if (!(each instanceof TomlValue element && element.value() instanceof TomlTable inner)) {
                throw wrong(key, "tables");
            }
            all.add(new Keys(file, path(key), location(element), inner, places));
        }
        return all;
    }

    /** Refuses the keys that nobody asked for. */
    void refuseOthers() {
        asked.forEach(key -> written.remove(small(key)));
        written.values().stream().findFirst().ifPresent(key -> {
            throw refused(
                    key,
                    "found the key " + Shown.quoted(path(key)) + ", which is not supported; supported "
                            + (name.isEmpty() ? "at the top" : "in " + name) + ": " + String.join(", ", asked));
        });
    }

    EvalkitException refused(String key, String message) {
        return new EvalkitException(at(key), message);
    }

    private LinearPattern compiled(String key, String source) {
        try {
            return places.compile(source);
        } catch (EvalkitException e) {
            throw new EvalkitException(at(key), path(key) + ": " + e.getMessage(), e);
        }
    }

    private List<?> elements(String key) {
        List<?> array = value(key, List.class, "an array of strings");
        return array == null ? List.of() : array;
    }

    private <T> @Nullable T value(String key, Class<T> type, String expected) {
        asked.add(key);
        TomlValue found = get(key);
        if (found == null) {
            return null;
        }
        if (!type.isInstance(found.value())) {
            throw wrong(key, expected);
        }
        return type.cast(found.value());
    }

    private EvalkitException wrong(String key, String expected) {
        return refused(key, "found another kind of value for " + Shown.quoted(path(key)) + ", expected " + expected);
    }

    private String path(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private Location at(String key) {
        TomlValue found = get(key);
        return found == null ? place : location(found);
    }

    private Location location(TomlValue found) {
        return new Location(file, found.line(), found.column());
    }
}
