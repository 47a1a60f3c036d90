package dev.evalkit.evaluate;

import org.jspecify.annotations.Nullable;

/** Where a {@link Scoring} puts what it makes of a sample. What is not set is missing. */
public interface ScoreRow {

    /** Sets a column of numbers by its position in {@link Scoring#scoreColumns()}; NaN is "missing". */
    void set(int column, double value);

    /** Sets a column of texts by its position; null is "missing". */
    void set(int column, @Nullable String value);

    /**
     * Keeps the sample out of the numbers, counted under a reason; whatever was set is dropped.
     *
     * @param reason a few words that follow a count, e.g. {@code "failed request"}
     */
    void leaveOut(String reason);
}
