package dev.evalkit.lmarena.history;

import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.drift.RegimeChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of one snapshot.
 *
 * @param date when the board was published, or where nothing says so, retrieved
 * @param retrieved when it was retrieved
 * @param rows the rows of the models that are shown, by category and model
 * @param changes what makes it incomparable with the snapshot before
 */
record DatedBoard(
        LocalDate date, LocalDate retrieved, Map<String, Map<String, BoardRow>> rows, List<RegimeChange> changes) {
    DatedBoard {
        changes = List.copyOf(changes);
    }

    /** The same by the day of its retrieval. */
    DatedBoard asRetrieved() {
        return new DatedBoard(retrieved, retrieved, rows, changes);
    }

    Optional<BoardRow> row(String category, String model) {
        return Optional.ofNullable(rows.getOrDefault(category, Map.of()).get(model));
    }

    /** What makes a category incomparable with what was before; empty where nothing does. */
    List<String> changes(String category) {
        return changes.stream()
                .filter(change -> change.category() == null || category.equals(change.category()))
                .map(RegimeChange::toString)
                .toList();
    }
}
