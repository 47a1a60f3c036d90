package dev.evalkit.lmarena.board;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.result.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a snapshot's document. */
final class SnapshotReader {
    private SnapshotReader() {}

    static Snapshot snapshot(JsonObject json) {
        JsonObject meta = json.object("meta");
        List<BoardRow> rows = rows(json);
        if (meta.integer("rows") != rows.size()) {
            throw new EvalkitException(
                    meta.location("rows"),
                    "the snapshot says that it has " + meta.integer("rows") + " rows and has " + rows.size()
                            + "; it was cut or edited: take it from version control, or pull again");
        }
        return new Snapshot(
                meta.string("source"),
                instant(meta),
                origin(meta),
                regime(meta),
                new Selection(meta.strings("models"), meta.strings("categories")),
                meta.strings("unmatched_models"),
                new Notices(
                        meta.optionalInteger("duplicates_removed").orElse(0),
                        meta.strings("unknown_fields"),
                        meta.strings("missing_fields"),
                        meta.strings("warnings")),
                rows);
    }

    private static Instant instant(JsonObject meta) {
        String text = meta.string("retrieved_at");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid(meta, "retrieved_at", "a time like 2026-11-23T14:00:00Z", text, e);
        }
    }

    private static Origin origin(JsonObject meta) {
        return new Origin(
                meta.string("endpoint"),
                meta.optionalString("dataset").orElse(null),
                meta.string("config"),
                meta.optionalString("split").orElse(null),
                meta.optionalString("revision").orElse(null),
                meta.optionalString("etag").orElse(null),
                publishDate(meta),
                meta.string("sha256"),
                meta.optionalString("license").orElse(null),
                meta.string("attribution"));
    }

    private static @Nullable LocalDate publishDate(JsonObject meta) {
        String text = meta.optionalString("publish_date").orElse(null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(meta, "publish_date", "a day like 2026-11-23", text, e);
        }
    }

    private static Regime regime(JsonObject meta) {
        return new Regime(
                meta.optionalString("rating_method").orElse(null),
                ciKind(meta),
                meta.optionalObject("anchor")
                        .map(anchor -> new AnchorModel(anchor.string("model"), number(anchor, "rating")))
                        .orElse(null),
                meta.optionalBool("style_control").orElse(null));
    }

    private static CiKind ciKind(JsonObject meta) {
        String text = meta.string("ci_kind");
        return Arrays.stream(CiKind.values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        meta,
                        "ci_kind",
                        Arrays.stream(CiKind.values())
                                .map(CiKind::text)
                                .collect(Collectors.joining(", ", "one of ", "")),
                        text,
                        null));
    }

    private static List<BoardRow> rows(JsonObject json) {
        List<BoardRow> rows = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (JsonObject each : json.objects("rows")) {
            BoardRow row = row(each);
            if (!seen.add(List.of(row.category(), row.model()))) {
                throw new EvalkitException(
                        each.location(),
                        "the snapshot has two rows of " + Shown.quoted(row.model()) + " in the category "
                                + Shown.quoted(row.category())
                                + "; it was edited: take it from version control, or pull again");
            }
            rows.add(row);
        }
        return rows;
    }

    private static BoardRow row(JsonObject json) {
        try {
            return new BoardRow(
                    json.string("category"),
                    json.string("model"),
                    json.optionalString("model_id").orElse(null),
                    json.optionalString("organization").orElse(null),
                    json.optionalString("license").orElse(null),
                    json.number("rating"),
                    interval(json),
                    number(json, "variance"),
                    json.has("votes") ? (Long) json.integer("votes") : null,
                    json.has("rank") ? (Long) json.integer("rank") : null);
        } catch (IllegalArgumentException e) {
            throw new EvalkitException(json.location(), String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Interval interval(JsonObject json) {
        List<@Nullable Object> ends = json.array("interval");
        if (!json.has("interval")) {
            return null;
        }
        boolean areEnds = ends.size() == 2 && ends.stream().allMatch(end -> end == null || end instanceof Number);
        if (!areEnds) {
            throw new EvalkitException(
                    json.location("interval"), "\"interval\" must be two numbers or nulls, found " + ends);
        }
        return new Interval(end(ends.get(0)), end(ends.get(1)));
    }

    private static @Nullable Double end(@Nullable Object end) {
        return end instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private static @Nullable Double number(JsonObject json, String key) {
        return json.has(key) ? (Double) json.number(key) : null;
    }

    private static EvalkitException invalid(
            JsonObject meta, String key, String expected, @Nullable String found, @Nullable Throwable cause) {
        return new EvalkitException(
                meta.location(key),
                "\"" + key + "\" must be " + expected + ", found " + Shown.quoted(String.valueOf(found)),
                cause);
    }
}
