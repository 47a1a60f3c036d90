package dev.evalkit.lmarena.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dated copy of a board, or of a part of it. Immutable.
 *
 * @param source whose board it is, e.g. {@code lmarena}
 * @param retrievedAt when it was received, to the second
 * @param origin where it comes from
 * @param regime what kind of numbers it has
 * @param selection which part was asked for
 * @param unmatched models that were asked for and are on no row
 * @param notices what was noticed while it was read
 * @param rows its rows, by category, the highest rating first, equal ones by name
 */
public record Snapshot(
        String source,
        Instant retrievedAt,
        Origin origin,
        Regime regime,
        Selection selection,
        List<String> unmatched,
        Notices notices,
        List<BoardRow> rows) {

    private static final Comparator<BoardRow> ORDER = Comparator.comparing(BoardRow::category)
            .thenComparing(Comparator.comparingDouble(BoardRow::rating).reversed())
            .thenComparing(BoardRow::model);

    public Snapshot {
        unmatched = List.copyOf(unmatched);
        rows = rows.stream().sorted(ORDER).toList();
    }

    /** The categories, sorted. */
    public List<String> categories() {
        return rows.stream().map(BoardRow::category).distinct().toList();
    }

    /** The rows of a category, the highest rating first. */
    public Stream<BoardRow> category(String category) {
        return rows.stream().filter(row -> row.category().equals(category));
    }
}
