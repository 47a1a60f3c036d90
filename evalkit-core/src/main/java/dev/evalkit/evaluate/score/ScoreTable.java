package dev.evalkit.evaluate.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Score rows by columns, as they were evaluated or as a score file has them. Read-only; may be read from many threads.
 *
 * <p>Rows are counted from 0 in the order of the samples. Ids are there only when the table was read from a file: an evaluation does not keep
 * them in memory.
 */
public final class ScoreTable {
    private final ScoreTableBuilder data;
    private final @Nullable List<String> ids;
    private final @Nullable List<String> refs;

    ScoreTable(ScoreTableBuilder data, @Nullable List<String> ids, @Nullable List<String> refs) {
        this.data = data;
        this.ids = ids;
        this.refs = refs;
    }

    /** How many rows there are. */
    public int size() {
        return data.size();
    }

    /** The score columns. */
    public List<ScoreColumn> columns() {
        return data.columns();
    }

    /** The slice columns. */
    public List<String> sliceColumns() {
        return data.sliceNames();
    }

    /** Whether rows have ids. */
    public boolean hasIds() {
        return ids != null;
    }

    /**
     * The id of a row.
     *
     * @throws IllegalStateException unless {@link #hasIds}
     */
    public String id(int row) {
        if (ids == null) {
            throw new IllegalStateException("These rows have no ids");
        }
        return ids.get(row);
    }

    /** The short digest of a row's reference columns; empty where none was kept. */
    public Optional<String> ref(int row) {
        return refs == null || refs.get(row).isEmpty() ? Optional.empty() : Optional.of(refs.get(row));
    }

    /**
     * A column of numbers.
     *
     * @throws IllegalArgumentException if there is no such column, or it holds texts
     */
    public NumberColumn numbers(String column) {
        return data.number(index(column));
    }

    /**
     * A column of texts.
     *
     * @throws IllegalArgumentException if there is no such column, or it holds numbers
     */
    public TextColumn texts(String column) {
        return data.text(index(column));
    }

    /** The cluster of each row, if samples are clustered. */
    public Optional<TextColumn> clusters() {
        return Optional.ofNullable(data.clusters());
    }

    /**
     * A slice column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public TagColumn slice(String column) {
        int index = sliceColumns().indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("No slice column " + column + "; there are " + sliceColumns());
        }
        return data.slice(index);
    }

    /** All rows. */
    public ScoreView all() {
        return new ScoreView(this, null);
    }

    /** Some rows, by their numbers, in this order; a row may stand there several times. */
    public ScoreView rows(int... rows) {
        return new ScoreView(this, rows.clone());
    }

    /** The rows that have this value in a slice column. */
    public ScoreView rowsOf(String sliceColumn, String value) {
        TagColumn slice = slice(sliceColumn);
        int code = slice.texts().indexOf(value);
        int[] found = new int[size()];
        int count = 0;
        for (int row = 0; row < size(); row++) {
            for (int index = 0; index < slice.count(row); index++) {
                if (slice.code(row, index) == code) {
                    found[count++] = row;
                }
            }
        }
        return new ScoreView(this, Arrays.copyOf(found, count));
    }

    private int index(String column) {
        for (int i = 0; i < columns().size(); i++) {
            if (columns().get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No score column " + column + "; there are " + columns());
    }
}
