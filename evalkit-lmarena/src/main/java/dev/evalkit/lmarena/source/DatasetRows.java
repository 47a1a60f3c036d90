package dev.evalkit.lmarena.source;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.source.BoardException.Kind;
import dev.evalkit.result.Interval;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of a leaderboard data set: all of one publish date, each model once in a category. Used by one thread. */
final class DatasetRows {
    private final Map<Key, BoardRow> rows = new LinkedHashMap<>();
    private final SortedSet<LocalDate> dates = new TreeSet<>();
    private final SortedSet<String> unknown = new TreeSet<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private long duplicates;
    private long withoutRating;

    private record Key(LocalDate date, String category, String model) {}

    /**
     * Adds a row.
     *
     * @throws EvalkitException if it makes no sense, or contradicts another one
     */
    void add(JsonObject cells) {
        unknown.addAll(DatasetFields.unknown(cells.keys()));
        missing.addAll(DatasetFields.missing(cells.keys()));
        LocalDate date = date(cells);
        dates.add(date);
        if (!cells.has(DatasetFields.RATING)) {
            withoutRating++;
            return;
        }
        BoardRow row = row(cells);
        BoardRow earlier = rows.putIfAbsent(new Key(date, row.category(), row.model()), row);
        if (earlier == null) {
            return;
        }
        if (!earlier.equals(row)) {
            throw new BoardException(
                    Kind.MIXED,
                    cells.location().toString(),
                    Shown.quoted(row.model()) + " stands twice in the category " + Shown.quoted(row.category())
                            + " on " + date + ", with different numbers (" + earlier.rating() + " and " + row.rating()
                            + "): which of them counts is not guessed");
        }
        duplicates++;
    }

    private static BoardRow row(JsonObject cells) {
        try {
            return new BoardRow(
                    text(cells, DatasetFields.CATEGORY).orElse(""),
                    text(cells, DatasetFields.MODEL).orElse(""),
                    null,
                    text(cells, DatasetFields.ORGANIZATION).orElse(null),
                    text(cells, DatasetFields.LICENSE).orElse(null),
                    cells.number(DatasetFields.RATING),
                    interval(cells),
                    cells.has(DatasetFields.VARIANCE) ? (Double) cells.number(DatasetFields.VARIANCE) : null,
                    count(cells, DatasetFields.VOTES),
                    count(cells, DatasetFields.RANK));
        } catch (IllegalArgumentException e) {
            throw new BoardException(Kind.ROW, cells.location().toString(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Interval interval(JsonObject cells) {
        Double low = cells.has(DatasetFields.LOWER) ? (Double) cells.number(DatasetFields.LOWER) : null;
        Double high = cells.has(DatasetFields.UPPER) ? (Double) cells.number(DatasetFields.UPPER) : null;
        return low == null && high == null ? null : new Interval(low, high);
    }

    private static @Nullable Long count(JsonObject cells, String field) {
        return cells.has(field) ? (Long) cells.integer(field) : null;
    }

    /** An empty string says as much as null. */
    private static Optional<String> text(JsonObject cells, String field) {
        return cells.optionalString(field).filter(text -> !text.isBlank());
    }

    private static LocalDate date(JsonObject cells) {
        String text = cells.string(DatasetFields.DATE);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new EvalkitException(
                    cells.location(DatasetFields.DATE),
                    "\"" + DatasetFields.DATE + "\" must be a day like 2026-11-23, found " + Shown.quoted(text),
                    e);
        }
    }

    /**
     * The day on which all rows were published.
     *
     * @throws BoardException if there are several, or no row at all
     */
    LocalDate publishDate(String source) {
        if (rows.isEmpty()) {
            throw new BoardException(
                    Kind.ABSENT,
                    source,
                    withoutRating > 0
                            ? "none of the " + withoutRating + " rows has a rating"
                            : "the board has no row of what was asked for; check config and categories");
        }
        if (dates.size() > 1) {
            throw new BoardException(
                    Kind.MIXED,
                    source,
                    "the rows were published on different days ("
                            + dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                            + "); the board is being renewed: try again later");
        }
        return dates.first();
    }

    /** Fields that some row has, or the page declares, and that are not known. */
    List<String> unknown(Map<String, String> types) {
        unknown.addAll(DatasetFields.unknown(types.keySet()));
        return List.copyOf(unknown);
    }

    /** Fields that are known, and that some row has not, or the page does not declare. */
    List<String> missing(Map<String, String> types) {
        missing.addAll(DatasetFields.missing(types.keySet()));
        return List.copyOf(missing);
    }

    List<BoardRow> rows() {
        return List.copyOf(rows.values());
    }

    long duplicates() {
        return duplicates;
    }

    /** What a reader should know. */
    List<String> warnings() {
        return withoutRating == 0
                ? List.of()
                : List.of(withoutRating + (withoutRating == 1 ? " row has" : " rows have")
                        + " no rating and is left out");
    }
}
