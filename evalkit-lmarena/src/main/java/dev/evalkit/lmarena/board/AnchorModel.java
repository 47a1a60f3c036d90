package dev.evalkit.lmarena.board;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model whose rating a board fixes.
 *
 * @param model the board's name of it
 * @param rating its rating in points; null where it differs between categories
 */
public record AnchorModel(String model, @Nullable Double rating) {

    /** The anchor of these rows: the one model with intervals without width. */
    public static Optional<AnchorModel> of(List<BoardRow> rows) {
        List<BoardRow> fixed = rows.stream().filter(BoardRow::isAnchor).toList();
        if (fixed.isEmpty() || fixed.stream().map(BoardRow::model).distinct().count() > 1) {
            return Optional.empty();
        }
        double first = fixed.get(0).rating();
        boolean areEqual = fixed.stream().allMatch(row -> row.rating() == first);
        return Optional.of(new AnchorModel(fixed.get(0).model(), areEqual ? (Double) first : null));
    }

    @Override
    public String toString() {
        return rating == null ? model : model + " at " + rating;
    }
}
