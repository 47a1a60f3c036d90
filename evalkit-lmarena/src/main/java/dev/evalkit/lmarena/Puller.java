package dev.evalkit.lmarena;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.lmarena.board.Board;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.source.BoardRequest;
import dev.evalkit.lmarena.source.BoardSource;
import dev.evalkit.lmarena.source.Fetched;
import dev.evalkit.repository.EvaluationRepository;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pulls boards into a repository's snapshots. Whatever fails, nothing is written, and the snapshots that are there stay as they are.
 *
 * <pre>{@code
 * EvaluationRepository repository = EvaluationRepository.open(root);
 * HttpFetcher http = new HttpFetcher(HttpSettings.withDefaults(), Pace.ofSystem(), line -> {});
 * BoardSource source = new DatasetServer(URI.create(DatasetServer.PUBLIC), http, line -> {});
 * PullResult result = Puller.of(repository).pull(source, PullRequest.of("text"));
 * }</pre>
 */
public final class Puller {
    /** The name of the source: whose boards these are. */
    public static final String SOURCE = "lmarena";

    private static final int MOST_SHOWN = 40;

    private final SnapshotStore store;
    private final ModelNames names;
    private final Clock clock;

    private Puller(EvaluationRepository repository, Clock clock) {
        this.store = SnapshotStore.of(repository, SOURCE);
        this.names = ModelNames.of(repository);
        this.clock = clock;
    }

    /** A puller into that repository. */
    public static Puller of(EvaluationRepository repository) {
        return new Puller(repository, Clock.systemUTC());
    }

    /** A puller by another clock. */
    public static Puller of(EvaluationRepository repository, Clock clock) {
        return new Puller(repository, clock);
    }

    /**
     * Pulls a board.
     *
     * @return the new snapshot, or the newest one where the source has nothing newer
     * @throws EvalkitException if the source cannot be reached, its answer cannot be relied upon, or it does not have what is asked for
     */
    public PullResult pull(BoardSource source, PullRequest request) {
        Optional<StoredSnapshot> known = store.newest(snapshot -> isOf(snapshot, source, request));
        Fetched fetched = source.fetch(new BoardRequest(
                request.config(),
                request.selection().categories(),
                known.map(each -> each.snapshot().origin()).orElse(null)));
        if (known.isPresent() && fetched instanceof Fetched.Unchanged unchanged) {
            return new PullResult.NothingNew(known.get(), unchanged.why());
        }
        if (!(fetched instanceof Fetched.Fresh fresh)) {
            throw new IllegalStateException("Nothing was known, so nothing can be unchanged");
        }
        Snapshot snapshot = snapshot(fresh.board(), request);
        if (known.isPresent() && isSame(known.get().snapshot(), snapshot)) {
            return new PullResult.NothingNew(known.get(), "the same was received");
        }
        return new PullResult.Written(store.write(snapshot));
    }

    /**
     * The newest snapshot of a board, whatever part of it that holds.
     *
     * @throws EvalkitException if there is none
     */
    public StoredSnapshot newest(PullRequest request) {
        return store.newest(snapshot -> snapshot.origin().config().equals(request.config()))
                .orElseThrow(
                        () -> new EvalkitException(
                                "There is no snapshot of the board "
                                        + Shown.quoted(request.config())
                                        + " yet, and Maven is offline; pull once without --offline, or name a file with -Devalkit.sourceUrl"));
    }

    private static boolean isOf(Snapshot snapshot, BoardSource source, PullRequest request) {
        Origin origin = snapshot.origin();
        return origin.endpoint().equals(source.endpoint())
                && (origin.config().equals(request.config()) || !source.isRemote())
                && snapshot.selection().equals(request.selection());
    }

    /** Also where the repository has learned other names of models since, a snapshot is a new one. */
    private static boolean isSame(Snapshot known, Snapshot now) {
        return known.origin().sha256().equals(now.origin().sha256())
                && known.rows().equals(now.rows())
                && known.unmatched().equals(now.unmatched());
    }

    private Snapshot snapshot(Board board, PullRequest request) {
        requireCategories(board, request);
        Set<String> onBoard = new TreeSet<>();
        board.rows().forEach(row -> onBoard.add(row.model()));
        List<String> asked = request.selection().models();
        Map<String, Set<String>> wanted = names.wanted(asked, onBoard);
        List<String> unmatched = wanted.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Set<String> models = new TreeSet<>();
        wanted.values().forEach(models::addAll);
        if (!asked.isEmpty() && models.isEmpty()) {
            throw new EvalkitException("None of the models asked for is on the board: " + shown(asked)
                    + "; say in models/aliases.json what the board calls them, e.g. {\"" + Shown.text(asked.get(0))
                    + "\": \"" + Shown.text(onBoard.iterator().next()) + "\"}");
        }
        return new Snapshot(
                SOURCE,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                board.origin(),
                board.regime(),
                request.selection(),
                unmatched,
                board.notices(),
                rows(board, request, asked.isEmpty() ? onBoard : models));
    }

    private List<BoardRow> rows(Board board, PullRequest request, Set<String> models) {
        List<String> categories = request.selection().categories();
        List<BoardRow> rows = new ArrayList<>();
        for (BoardRow row : board.rows()) {
            if (models.contains(row.model()) && (categories.isEmpty() || categories.contains(row.category()))) {
                rows.add(names.id(row.model()).map(row::known).orElse(row));
            }
        }
        return rows;
    }

    private static void requireCategories(Board board, PullRequest request) {
        Set<String> there = new TreeSet<>();
        board.rows().forEach(row -> there.add(row.category()));
        List<String> absent = request.selection().categories().stream()
                .filter(category -> !there.contains(category))
                .toList();
        if (!absent.isEmpty()) {
            throw new EvalkitException("The board has no row in the category " + shown(absent) + "; it has some in "
                    + shown(List.copyOf(there)));
        }
    }

    private static String shown(List<String> names) {
        String some = Shown.text(String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size()))));
        return names.size() <= MOST_SHOWN ? some : some + " and " + (names.size() - MOST_SHOWN) + " more";
    }
}
