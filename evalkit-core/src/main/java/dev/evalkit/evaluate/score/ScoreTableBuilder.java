package dev.evalkit.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects score rows, column by column, into a {@link ScoreTable}; plain data, used by one thread at a time. Of what a row has beside
 * its scores, cluster and slices are kept here.
 */
public final class ScoreTableBuilder {
    private final List<ScoreColumn> columns;
    private final List<String> sliceNames;
    private final @Nullable NumberColumn[] numbers;
    private final @Nullable TextColumn[] texts;
    private final int[] numberIndices;
    private final int[] textIndices;
    private final @Nullable TextColumn clusters;
    private final List<TagColumn> slices = new ArrayList<>();
    private int size;

    /**
     * No rows yet.
     *
     * @param columns the score columns
     * @param sliceNames the slice columns
     * @param clustered whether rows have a cluster
     */
    public ScoreTableBuilder(List<ScoreColumn> columns, List<String> sliceNames, boolean clustered) {
        this.columns = List.copyOf(columns);
        this.sliceNames = List.copyOf(sliceNames);
        this.numbers = new NumberColumn[columns.size()];
        this.texts = new TextColumn[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (columns.get(i).kind() == ScoreColumn.Kind.NUMBER) {
                numbers[i] = new NumberColumn();
            } else {
                texts[i] = new TextColumn();
            }
        }
        this.numberIndices = Positions.where(numbers.length, i -> numbers[i] != null);
        this.textIndices = Positions.where(texts.length, i -> texts[i] != null);
        this.clusters = clustered ? new TextColumn() : null;
        sliceNames.forEach(name -> slices.add(new TagColumn()));
    }

    List<ScoreColumn> columns() {
        return columns;
    }

    List<String> sliceNames() {
        return sliceNames;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /**
     * Adds a row.
     *
     * @param key its cluster and slices, as many as there are slice columns
     * @param numberValues by column, those of columns of texts being ignored; NaN is missing
     * @param textValues by column, those of columns of numbers being ignored; null is missing
     */
    public void add(RowKey key, double[] numberValues, @Nullable String[] textValues) {
        for (int index : numberIndices) {
            number(index).add(numberValues[index]);
        }
        for (int index : textIndices) {
            text(index).add(textValues[index]);
        }
        if (clusters != null || !slices.isEmpty()) {
            addParts(key);
        }
        size++;
    }

    private void addParts(RowKey key) {
        if (clusters != null) {
            clusters.add(Objects.requireNonNull(key.cluster(), "a row without a cluster"));
        }
        for (int i = 0; i < slices.size(); i++) {
            slices.get(i).add(key.slices().get(i));
        }
    }

    /** Adds the rows of another builder behind these. */
    public void append(ScoreTableBuilder later) {
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            if (number != null) {
                number.append(later.number(i));
            } else {
                text(i).append(later.text(i));
            }
        }
        if (clusters != null) {
            clusters.append(Objects.requireNonNull(later.clusters, "rows without clusters"));
        }
        for (int i = 0; i < slices.size(); i++) {
            slices.get(i).append(later.slices.get(i));
        }
        size += later.size;
    }

    NumberColumn number(int index) {
        NumberColumn column = numbers[index];
        if (column == null) {
            throw new IllegalArgumentException(
                    "Score column " + columns.get(index).name() + " holds texts, not numbers");
        }
        return column;
    }

    TextColumn text(int index) {
        TextColumn column = texts[index];
        if (column == null) {
            throw new IllegalArgumentException(
                    "Score column " + columns.get(index).name() + " holds numbers, not texts");
        }
        return column;
    }

    @Nullable
    TextColumn clusters() {
        return clusters;
    }

    TagColumn slice(int index) {
        return slices.get(index);
    }

    /** A table of these rows without ids; nothing may be added afterwards. */
    public ScoreTable build() {
        return table(null, null);
    }

    /** A table of these rows with their ids; nothing may be added afterwards. */
    public ScoreTable build(List<String> ids) {
        return table(List.copyOf(ids), null);
    }

    ScoreTable build(List<String> ids, List<String> refs) {
        return table(List.copyOf(ids), List.copyOf(refs));
    }

    private ScoreTable table(@Nullable List<String> ids, @Nullable List<String> refs) {
        for (NumberColumn number : numbers) {
            if (number != null) {
                number.trim();
            }
        }
        return new ScoreTable(this, ids, refs);
    }
}
