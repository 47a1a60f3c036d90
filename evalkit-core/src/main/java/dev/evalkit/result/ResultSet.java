package dev.evalkit.result;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result items of one file or one run, in their order, no two of one identity. Immutable and thread-safe.
 *
 * <p>A result file is an array of items of the unified shape {@code {metric_id, value, ci, samples_used, meta}}; a single item stands for
 * an array of one. Older files may leave out {@code ci}, {@code samples_used} and {@code meta}, which then count as null, null and
 * empty. Any other key is refused: it may be one of these mistyped, and a number that is silently not read is worse than an error.
 *
 * <pre>{@code
 * ResultSet current = ResultSet.read(Path.of("reports/m_s_20261101T101500Z/current.json"));
 * }</pre>
 */
public final class ResultSet {
    private final Items items;

    /** The items, all of them in the index; nobody appends any more. */
    ResultSet(Items items) {
        this.items = items;
    }

    /**
     * The given items.
     *
     * @throws EvalkitException if two of them have one identity
     */
    public static ResultSet of(Collection<ResultItem> items) {
        Items table = new Items();
        items.forEach(table::append);
        int twice = table.indexAppended();
        if (twice >= 0) {
            ItemId id = table.get(twice).id();
            throw new EvalkitException("Two items have the identity " + Shown.quoted(id.toString()) + ": number "
                    + (table.find(id).orElseThrow() + 1) + " and number " + (twice + 1) + " of " + table.size() + "; "
                    + ItemReader.SET_APART);
        }
        return new ResultSet(table);
    }

    /**
     * Reads a result file as a stream.
     *
     * @throws EvalkitException if it cannot be read, is not of the unified shape, or holds two items of one identity; with file, line and
     *     column
     */
    public static ResultSet read(Path file) {
        return ResultFile.read(file, file.toString());
    }

    /** Reads a result file; the name is that of the file in messages. */
    public static ResultSet read(Path file, String shownName) {
        return ResultFile.read(file, shownName);
    }

    /** Reads result items from a stream, e.g. what a script printed, and closes it; the name is that of the stream in messages. */
    public static ResultSet read(InputStream in, String shownName) {
        return ResultFile.read(in, shownName);
    }

    /** Writes a result file, whole or not at all; the same items give the same bytes. */
    public void write(Path file) {
        ResultFile.write(file, items);
    }

    /** The items in their order; each is made anew when it is asked for, equal every time. */
    public List<ResultItem> items() {
        return items;
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    /** The metric of the item at a position from 0, without making the item. */
    public String metricId(int position) {
        return items.metric(Objects.checkIndex(position, items.size()));
    }

    /** The value of the item at a position from 0, without making the item. */
    public double value(int position) {
        return items.value(Objects.checkIndex(position, items.size()));
    }

    /** The {@code meta} of the item at a position from 0, without making the item. */
    public Meta meta(int position) {
        return items.meta(Objects.checkIndex(position, items.size()));
    }

    /** The position from 0 of the item of that metric and scope. */
    public OptionalInt position(String metricId, ItemScope scope) {
        return items.find(metricId, scope);
    }

    /** The item of that identity. */
    public Optional<ResultItem> find(ItemId id) {
        OptionalInt position = items.find(id);
        return position.isPresent() ? Optional.of(items.get(position.getAsInt())) : Optional.empty();
    }
}
