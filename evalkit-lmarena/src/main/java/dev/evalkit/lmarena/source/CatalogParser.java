package dev.evalkit.lmarena.source;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.lmarena.board.Board;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Notices;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Regime;
import dev.evalkit.lmarena.source.BoardException.Kind;
import dev.evalkit.result.Interval;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of the arena catalog: {@code {"<category>": {"<model>": {"rating": …, "rating_q975": …, "rating_q025": …}}}}. */
final class CatalogParser {
    private static final String RATING = "rating";
    private static final String UPPER = "rating_q975";
    private static final String LOWER = "rating_q025";
    private static final Set<String> FIELDS = Set.of(RATING, UPPER, LOWER);
    private static final String ATTRIBUTION = "LMArena, arena-catalog, https://github.com/lmarena/arena-catalog";
    private static final Pattern DATE = Pattern.compile("(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])");
    private static final Pattern STYLE = Pattern.compile("style[-_]control");

    private final JsonDocument document;
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    private CatalogParser(JsonDocument document) {
        this.document = document;
    }

    /** Whether a document has this form. */
    static boolean isCatalog(JsonDocument document) {
        return first(document.value()) instanceof Map<?, ?> category
                && first(category) instanceof Map<?, ?> model
                && model.containsKey(RATING);
    }

    private static @Nullable Object first(@Nullable Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty()
                ? map.values().iterator().next()
                : null;
    }

    /**
     * The board that a document is.
     *
     * @param endpoint where it comes from
     * @param sha256 the digest of what was received
     * @throws EvalkitException if it is none; with the place
     */
    static Board parse(JsonDocument document, String endpoint, String config, String sha256, @Nullable String etag) {
        CatalogParser parser = new CatalogParser(document);
        List<BoardRow> rows = parser.rows();
        if (rows.isEmpty()) {
            throw new BoardException(Kind.ABSENT, document.name(), "the board has no row");
        }
        Boolean styleControl = STYLE.matcher(endpoint).find() ? true : null;
        return new Board(
                new Origin(endpoint, null, config, null, null, etag, date(endpoint), sha256, null, ATTRIBUTION),
                Regime.of(rows, Regime.BRADLEY_TERRY, styleControl),
                rows,
                parser.notices());
    }

    private List<BoardRow> rows() {
        List<BoardRow> rows = new ArrayList<>();
        JsonObject board = document.object();
        for (String category : board.keys()) {
            JsonObject models = board.object(category);
            for (String model : models.keys()) {
                rows.add(row(category, model, models.object(model)));
            }
        }
        return rows;
    }

    private BoardRow row(String category, String model, JsonObject json) {
        json.keys().stream().filter(field -> !FIELDS.contains(field)).forEach(unknown::add);
        FIELDS.stream().filter(field -> !json.keys().contains(field)).forEach(missing::add);
        try {
            boolean hasInterval = json.has(LOWER) || json.has(UPPER);
            return new BoardRow(
                    category,
                    model,
                    null,
                    null,
                    null,
                    json.number(RATING),
                    hasInterval ? new Interval(number(json, LOWER), number(json, UPPER)) : null,
                    null,
                    null,
                    null);
        } catch (IllegalArgumentException e) {
            throw new BoardException(
                    Kind.ROW,
                    json.location().toString(),
                    Shown.quoted(model) + " in " + Shown.quoted(category) + ": " + e.getMessage());
        }
    }

    private static @Nullable Double number(JsonObject json, String key) {
        return json.has(key) ? (Double) json.number(key) : null;
    }

    private Notices notices() {
        return new Notices(0, List.copyOf(unknown), List.copyOf(missing), List.of());
    }

    /** The only date that the address or name holds: the document says none. */
    private static @Nullable LocalDate date(String endpoint) {
        Matcher dates = DATE.matcher(endpoint);
        String last = null;
        while (dates.find()) {
            last = dates.group();
        }
        try {
            return last == null ? null : LocalDate.parse(last);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
