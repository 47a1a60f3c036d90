package dev.evalkit.lmarena.history;

import dev.evalkit.lmarena.StoredSnapshot;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.drift.BoardSide;
import dev.evalkit.lmarena.drift.Drift;
import dev.evalkit.lmarena.drift.DriftResult;
import dev.evalkit.lmarena.drift.DriftRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One board over its snapshots while it is read from the newest to the oldest. Not for use by several threads. */
final class BoardHistory {
    private final int shown;
    private final Map<String, Set<String>> models = new HashMap<>();
    private final List<DatedBoard> boards = new ArrayList<>();
    private @Nullable Snapshot newest;
    private @Nullable BoardSide later;
    private @Nullable Snapshot laterSnapshot;
    private @Nullable DriftResult latest;

    /** @param shown of how many models of each category the history is kept */
    BoardHistory(int shown) {
        this.shown = shown;
    }

    /** Adds the snapshot before those that were added. */
    void addOlder(StoredSnapshot stored) {
        Snapshot snapshot = stored.snapshot();
        BoardSide side = new BoardSide(
                stored.file().toString(),
                snapshot.origin().sha256(),
                snapshot.origin(),
                snapshot.regime(),
                snapshot.selection(),
                snapshot.rows());
        if (newest == null) {
            newest = snapshot;
            for (String category : snapshot.categories()) {
                Set<String> kept = new HashSet<>();
                snapshot.category(category).limit(shown).forEach(row -> kept.add(row.model()));
                models.put(category, kept);
            }
        } else {
            DriftResult drift = Drift.withDefaults().compare(side, Objects.requireNonNull(later));
            latest = latest == null ? drift : latest;
            keep(Objects.requireNonNull(later), drift);
        }
        later = side;
        laterSnapshot = snapshot;
    }

    private void keep(BoardSide side, @Nullable DriftResult drift) {
        Map<String, Map<String, BoardRow>> rows = new HashMap<>();
        for (BoardRow row : side.rows()) {
            if (models.getOrDefault(row.category(), Set.of()).contains(row.model())) {
                rows.computeIfAbsent(row.category(), category -> new LinkedHashMap<>())
                        .put(row.model(), row);
            }
        }
        Snapshot snapshot = Objects.requireNonNull(laterSnapshot);
        LocalDate retrieved = snapshot.retrievedAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate published = snapshot.origin().publishDate();
        boards.add(
                0,
                new DatedBoard(
                        published == null ? retrieved : published,
                        retrieved,
                        rows,
                        drift == null ? List.of() : drift.regimeChanges()));
    }

    /** Ends with the oldest snapshot; nothing is added after this. */
    BoardHistory whole() {
        keep(Objects.requireNonNull(later), null);
        // Who retrieves an older board later has two orders; that of the files is the one that snapshots were compared
        // in.
        for (int i = 1; i < boards.size(); i++) {
            if (boards.get(i).date().isBefore(boards.get(i - 1).date())) {
                boards.replaceAll(DatedBoard::asRetrieved);
                break;
            }
        }
        return this;
    }

    Snapshot newest() {
        return Objects.requireNonNull(newest);
    }

    /** What is kept, oldest first. */
    List<DatedBoard> boards() {
        return List.copyOf(boards);
    }

    /** What the newest snapshot says against the one before. */
    Optional<DriftRow> drift(String category, String model) {
        return latest == null
                ? Optional.empty()
                : latest.rows().stream()
                        .filter(row ->
                                row.category().equals(category) && row.model().equals(model))
                        .findFirst();
    }
}
