package dev.evalkit.lmarena.history;

import dev.evalkit.lmarena.SnapshotStore;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.repository.EvaluationRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page of a source of leaderboards: each of its boards as the newest snapshot has it, and what became of it. */
public final class LeaderboardPage {
    private static final int SHOWN = 25;

    private LeaderboardPage() {}

    /**
     * The pages of all sources that the repository has snapshots of, by source.
     *
     * @throws dev.evalkit.EvalkitException if a snapshot cannot be read
     */
    public static Map<String, Page> all(EvaluationRepository repository) {
        Map<String, Page> pages = new LinkedHashMap<>();
        for (String source : SnapshotStore.sources(repository)) {
            of(repository, source).ifPresent(page -> pages.put(source, page));
        }
        return pages;
    }

    /**
     * The page of a source; empty where there are no snapshots of it.
     *
     * @throws dev.evalkit.EvalkitException if a snapshot cannot be read
     */
    public static Optional<Page> of(EvaluationRepository repository, String source) {
        Map<String, BoardHistory> boards = new TreeMap<>();
        SnapshotStore.of(repository, source)
                .forEachNewestFirst(stored -> boards.computeIfAbsent(
                                stored.snapshot().origin().config(), board -> new BoardHistory(SHOWN))
                        .addOlder(stored));
        if (boards.isEmpty()) {
            return Optional.empty();
        }
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of("p").add(Element.of("a", "All runs").link("./index.html")));
        int number = 0;
        for (Map.Entry<String, BoardHistory> board : boards.entrySet()) {
            Element section = Page.section("board-" + ++number, "Board " + board.getKey());
            new BoardSection(board.getValue().whole()).fill(section);
            parts.add(section);
        }
        parts.add(Page.section("method", "How to read this")
                .add(
                        Element.of(
                                "p",
                                "Ratings are in points, with the intervals that the board publishes. The rank is 1 + the number of models whose intervals lie wholly above: "
                                        + "a label, not a test. A change is the rating's, less the median change of all models that both snapshots have; it is tested "
                                        + "as if the two were independent, which is conservative since they share votes: that nothing was found proves nothing."))
                .add(Element.of(
                        "p",
                        "Across a dashed line ratings are not comparable: the board changed how they are made. Points are placed by date; a gap is a "
                                + "snapshot without the model.")));
        return Optional.of(new Page("Leaderboards of " + source, parts));
    }

    /** What a reader must be told of a snapshot's origin. */
    static String origin(Snapshot snapshot) {
        String license = snapshot.origin().license();
        return snapshot.origin().attribution() + (license == null ? "" : " (" + license + ")");
    }
}
