package dev.evalkit.lmarena.drift;

import dev.evalkit.lmarena.board.BoardRow;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a model in a category.
 *
 * @param category the category
 * @param model the board's name of the model
 * @param previous what the previous board has, or null
 * @param current what the current board has, or null
 * @param change the change of the rating less the category's shift, in points; null where it was not tested
 * @param test the test, or null where there is none
 * @param verdict what that means
 */
public record DriftRow(
        String category,
        String model,
        @Nullable BoardRow previous,
        @Nullable BoardRow current,
        @Nullable Double change,
        @Nullable Test test,
        DriftVerdict verdict) {

    /**
     * A z test of no change. Conservative: the two boards share votes, and it takes them as independent.
     *
     * @param standardError of the change, in points
     * @param z the change over its standard error
     * @param p two-sided
     * @param adjusted p by Holm over all rows
     */
    public record Test(double standardError, double z, double p, double adjusted) {}

    /** How far the rating moved, for an order of rows; 0 where that is not known. */
    double size() {
        return change == null ? 0 : Math.abs(change);
    }
}
