package dev.evalkit.lmarena.source;

import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.lmarena.board.Board;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Notices;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Regime;
import dev.evalkit.lmarena.http.Answer;
import dev.evalkit.lmarena.http.FetchException;
import dev.evalkit.lmarena.http.HttpFetcher;
import dev.evalkit.lmarena.source.BoardException.Kind;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The dataset server's JSON API for {@code lmarena-ai/leaderboard-dataset}: {@code /splits}, then {@code /filter}, or {@code /rows} where the server does
 * not filter; pages of 100, all of one revision.
 */
public final class DatasetServer implements BoardSource {
    /** The public server. */
    public static final String PUBLIC = "https://datasets-server.huggingface.co";

    private static final String LICENSE = "CC-BY-4.0";
    private static final String DATASET = "lmarena-ai/leaderboard-dataset";
    private static final String SPLIT = "latest";
    private static final String STYLE_CONTROL = "_style_control";
    private static final String ATTRIBUTION =
            "LMArena, leaderboard-dataset, https://huggingface.co/datasets/lmarena-ai/leaderboard-dataset, CC-BY-4.0";

    private final String base;
    private final HttpFetcher http;
    private final Consumer<String> progress;

    /**
     * A server.
     *
     * @param base its address
     * @param progress is told of each page
     */
    public DatasetServer(URI base, HttpFetcher http, Consumer<String> progress) {
        this.base = base.toString().replaceAll("/+$", "");
        this.http = http;
        this.progress = progress;
    }

    @Override
    public String endpoint() {
        return base;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Fetched fetch(BoardRequest request) {
        DatasetQuery query = new DatasetQuery(base, DATASET, request.config(), SPLIT);
        Answer splits = http.get(query.splits());
        List<String> configs = configs(splits);
        if (!configs.contains(request.config())) {
            throw new BoardException(
                    Kind.ABSENT,
                    base,
                    "there is no config " + Shown.quoted(request.config()) + " with a split \"" + SPLIT + "\" in "
                            + DATASET + "; there are " + Shown.text(String.join(", ", configs)));
        }
        Origin known = request.known();
        String revision = splits.header(DatasetPages.REVISION).orElse(null);
        if (known != null && revision != null && revision.equals(known.revision())) {
            return new Fetched.Unchanged("it is still of the revision " + revision);
        }
        DatasetPages pages = pages(query, request.categories(), splits);
        return new Fetched.Fresh(board(request, pages, styleControl(request.config(), configs)));
    }

    private static List<String> configs(Answer splits) {
        JsonObject json = splits.document().object();
        if (!json.has("splits")) {
            throw new BoardException(
                    Kind.FORM, json.document().name(), "\"splits\" is missing; the server's format may have changed");
        }
        return json.objects("splits").stream()
                .filter(split -> split.string("split").equals(SPLIT))
                .map(split -> split.string("config"))
                .toList();
    }

    /** A server that does not filter (yet) gives all rows. */
    private DatasetPages pages(DatasetQuery query, List<String> categories, Answer splits) {
        try {
            return pages(offset -> query.filter(categories, offset), false, splits);
        } catch (FetchException e) {
            if (e.kind() != FetchException.Kind.STATUS) {
                throw e;
            }
            progress.accept("The server does not filter, reading all rows: " + e.getMessage());
            return pages(query::rows, true, splits);
        }
    }

    private DatasetPages pages(LongFunction<URI> addresses, boolean areContiguous, Answer splits) {
        DatasetPages pages = new DatasetPages(splits, areContiguous);
        while (!pages.areComplete()) {
            pages.add(http.get(addresses.apply(pages.size())));
            progress.accept("Received " + pages.size() + " of " + pages.total() + " rows");
        }
        return pages;
    }

    private Board board(BoardRequest request, DatasetPages pages, @Nullable Boolean styleControl) {
        DatasetRows gathered = new DatasetRows();
        for (DatasetPage.Row row : pages.rows()) {
            String category = row.cells().optionalString(DatasetFields.CATEGORY).orElse("");
            if (request.categories().isEmpty() || request.categories().contains(category)) {
                gathered.add(row.cells());
            }
        }
        LocalDate published = gathered.publishDate(base);
        List<BoardRow> rows = gathered.rows();
        Origin origin = new Origin(
                base,
                DATASET,
                request.config(),
                SPLIT,
                pages.revision().orElse(null),
                null,
                published,
                pages.sha256(),
                LICENSE,
                ATTRIBUTION);
        Notices notices = new Notices(
                gathered.duplicates(),
                gathered.unknown(pages.types()),
                gathered.missing(pages.types()),
                gathered.warnings());
        return new Board(origin, Regime.of(rows, Regime.BRADLEY_TERRY, styleControl), rows, notices);
    }

    /** Known by the name, or by there being a board with style control beside it. */
    private static @Nullable Boolean styleControl(String config, List<String> configs) {
        if (config.endsWith(STYLE_CONTROL)) {
            return true;
        }
        return configs.contains(config + STYLE_CONTROL) ? false : null;
    }
}
