package dev.evalkit.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Score rows that are being collected, column by column; becomes a {@link ScoreTable}. */
final class ScoreColumns {
    private final List<ScoreColumn> columns;
    private final List<String> sliceNames;
    private final @Nullable NumberColumn[] numbers;
    private final @Nullable TextColumn[] texts;
    private final @Nullable TextColumn clusters;
    private final List<TagColumn> slices = new ArrayList<>();
    private int size;

    ScoreColumns(List<ScoreColumn> columns, List<String> sliceNames, boolean clustered) {
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
        this.clusters = clustered ? new TextColumn() : null;
        sliceNames.forEach(name -> slices.add(new TagColumn()));
    }

    List<ScoreColumn> columns() {
        return columns;
    }

    List<String> sliceNames() {
        return sliceNames;
    }

    int size() {
        return size;
    }

    /** Adds the values of a row; cluster and slices are added beside it by the caller, one for each row. */
    void add(double[] numberValues, @Nullable String[] textValues) {
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            if (number != null) {
                number.add(numberValues[i]);
            } else {
                text(i).add(textValues[i]);
            }
        }
        size++;
    }

    void addCluster(String cluster) {
        clusterColumn().add(cluster);
    }

    void addSlice(int index, List<String> values) {
        slices.get(index).add(values);
    }

    void append(ScoreColumns later) {
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            if (number != null) {
                number.append(later.number(i));
            } else {
                text(i).append(later.text(i));
            }
        }
        if (clusters != null) {
            clusters.append(later.clusterColumn());
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

    private TextColumn clusterColumn() {
        if (clusters == null) {
            throw new IllegalStateException("These rows have no clusters");
        }
        return clusters;
    }
}
