package dev.evalkit.scan.toml;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.scan.toml.TomlTable.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a text of TOML 1.0. */
public final class TomlReader {
    private static final int DEEPEST = 100;

    private final TomlText text;
    private final TomlStrings strings;
    private final TomlScalars scalars;
    /** Arrays that come from {@code [[headers]]}: others can have nothing appended. */
    private final Set<Object> ofHeaders = Collections.newSetFromMap(new IdentityHashMap<>());

    private final TomlTable top = new TomlTable(Origin.HEADER);
    private int depth;

    private TomlReader(TomlText text) {
        this.text = text;
        this.strings = new TomlStrings(text);
        this.scalars = new TomlScalars(text);
    }

    /**
     * Reads a text.
     *
     * @param name how messages name it
     * @throws EvalkitException if it is no TOML, defines a key again, or nests values more than 100 deep; with the place
     */
    public static TomlTable read(String name, String text) {
        TomlReader reader = new TomlReader(new TomlText(name, text));
        reader.document();
        return reader.top;
    }

    private void document() {
        TomlTable current = top;
        for (text.skipBlank(); text.more(); text.skipBlank()) {
            if (text.peek() == '[') {
                current = header();
            } else {
                assignment(current);
            }
            text.skipSpaces();
            if (text.peek() == '#') {
                text.skipComment();
            }
            if (text.more() && !text.isNewline()) {
                throw text.refused("expected the end of the line");
            }
        }
    }

    /** Reads {@code [a.b]} or {@code [[a.b]]}, and gives the table that it begins. */
    private TomlTable header() {
        Location place = text.location();
        boolean inArray = text.accept("[[");
        if (!inArray) {
            text.require("[");
        }
        List<String> path = key();
        text.require(inArray ? "]]" : "]");
        TomlTable table = top;
        for (String part : path.subList(0, path.size() - 1)) {
            table = within(table, part, place);
        }
        String last = path.get(path.size() - 1);
        return inArray ? appended(table, last, place) : defined(table, last, place);
    }

    private TomlTable within(TomlTable table, String key, Location place) {
        TomlValue known = table.get(key);
        if (known == null) {
            return put(table, key, Origin.IMPLIED, place);
        }
        Object value = known.value();
        if (value instanceof List<?> list && ofHeaders.contains(list)) {
            value = ((TomlValue) list.get(list.size() - 1)).value();
        }
        if (value instanceof TomlTable inner && inner.origin() != Origin.INLINE) {
            return inner;
        }
        throw again(key, place, known);
    }

    private TomlTable defined(TomlTable table, String key, Location place) {
        TomlValue known = table.get(key);
        if (known == null) {
            return put(table, key, Origin.HEADER, place);
        }
        if (known.value() instanceof TomlTable inner && inner.origin() == Origin.IMPLIED) {
            inner.defined();
            return inner;
        }
        throw again(key, place, known);
    }

    private TomlTable appended(TomlTable table, String key, Location place) {
        TomlTable element = new TomlTable(Origin.HEADER);
        TomlValue known = table.get(key);
        List<TomlValue> array = known == null ? new ArrayList<>() : arrayOfHeaders(known, key, place);
        array.add(new TomlValue(element, place.line(), place.column()));
        if (known == null) {
            ofHeaders.add(array);
            table.put(key, new TomlValue(array, place.line(), place.column()));
        }
        return element;
    }

    @SuppressWarnings("unchecked") // Only arrays that were made above are in the set.
    private List<TomlValue> arrayOfHeaders(TomlValue known, String key, Location place) {
        if (!ofHeaders.contains(known.value())) {
            throw again(key, place, known);
        }
        return (List<TomlValue>) known.value();
    }

    private static TomlTable put(TomlTable table, String key, Origin origin, Location place) {
        TomlTable made = new TomlTable(origin);
        table.put(key, new TomlValue(made, place.line(), place.column()));
        return made;
    }

    /** Reads {@code a.b = value} into a table. */
    private void assignment(TomlTable into) {
        Location place = text.location();
        List<String> path = key();
        text.require("=");
        text.skipSpaces();
        TomlTable table = into;
        for (String part : path.subList(0, path.size() - 1)) {
            TomlValue known = table.get(part);
            if (known != null && !(known.value() instanceof TomlTable inner && inner.origin() == Origin.DOTTED)) {
                throw again(part, place, known);
            }
            table = known == null ? put(table, part, Origin.DOTTED, place) : (TomlTable) known.value();
        }
        String last = path.get(path.size() - 1);
        TomlValue known = table.get(last);
        if (known != null) {
            throw again(last, place, known);
        }
        table.put(last, new TomlValue(value(), place.line(), place.column()));
    }

    private List<String> key() {
        List<String> path = new ArrayList<>();
        do {
            text.skipSpaces();
            path.add(strings.isNext() ? strings.line() : bareKey());
            text.skipSpaces();
        } while (text.accept("."));
        return path;
    }

    private String bareKey() {
        int start = text.at();
        while (isOfKey(text.peek())) {
            text.take();
        }
        if (text.at() == start) {
            throw text.refused("expected a key");
        }
        return text.from(start);
    }

    private static boolean isOfKey(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '_'
                || each == '-';
    }

    private Object value() {
        if (strings.isNext()) {
            return strings.read();
        }
        if (text.peek() != '[' && text.peek() != '{') {
            return scalars.read();
        }
        if (++depth > DEEPEST) {
            throw text.refused("expected values nested at most " + DEEPEST + " deep");
        }
        Object value = text.peek() == '[' ? array() : inline();
        depth--;
        return value;
    }

    private List<TomlValue> array() {
        text.require("[");
        List<TomlValue> all = new ArrayList<>();
        for (text.skipBlank(); !text.accept("]"); text.skipBlank()) {
            Location place = text.location();
            all.add(new TomlValue(value(), place.line(), place.column()));
            text.skipBlank();
            if (!text.accept(",") && text.peek() != ']') {
                throw text.refused("expected , or ]");
            }
        }
        return Collections.unmodifiableList(all);
    }

    private TomlTable inline() {
        text.require("{");
        TomlTable table = new TomlTable(Origin.INLINE);
        text.skipSpaces();
        boolean more = !text.accept("}");
        while (more) {
            text.skipSpaces();
            assignment(table);
            text.skipSpaces();
            more = text.accept(",");
            if (!more) {
                text.require("}");
            }
        }
        return table;
    }

    private EvalkitException again(String key, Location place, @Nullable TomlValue known) {
        return text.refusedAs(
                place,
                "the key " + Shown.quoted(key) + " again"
                        + (known == null ? "" : ", first in line " + known.line() + " and column " + known.column()));
    }
}
