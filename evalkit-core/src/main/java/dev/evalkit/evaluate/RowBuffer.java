package dev.evalkit.evaluate;

import dev.evalkit.evaluate.score.ScoreColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score row that is being made; used again for every sample. */
final class RowBuffer implements ScoreRow {
    private final double[] numbers;
    private final @Nullable String[] texts;
    private @Nullable String leftOut;

    RowBuffer(List<ScoreColumn> columns) {
        numbers = new double[columns.size()];
        texts = new String[columns.size()];
    }

    void clear() {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.NaN;
            texts[i] = null;
        }
        leftOut = null;
    }

    @Override
    public void set(int column, double value) {
        numbers[column] = value;
    }

    @Override
    public void set(int column, @Nullable String value) {
        texts[column] = value;
    }

    @Override
    public void leaveOut(String reason) {
        leftOut = reason;
    }

    double[] numbers() {
        return numbers;
    }

    @Nullable
    String[] texts() {
        return texts;
    }

    /** Why the sample is left out, or null where it is not. */
    @Nullable
    String leftOut() {
        return leftOut;
    }
}
