package dev.evalkit.lmarena.board;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.json.SchemaVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot as a document: {@code benchmarks/snapshots/<source>/<time>.json}. */
public final class SnapshotFile {
    private static final long SCHEMA_VERSION = 1;
    private static final String NEEDED_EVALKIT = "0.1.0";

    private SnapshotFile() {}

    /**
     * Reads a snapshot.
     *
     * @throws EvalkitException if it cannot be read or is no snapshot; with the place
     */
    public static Snapshot read(Path file) {
        return of(JsonDocument.read(file));
    }

    /** Whether a document has the form of a snapshot. */
    public static boolean isSnapshot(JsonDocument document) {
        return document.isObject()
                && document.object().asMap().get("meta") instanceof Map<?, ?> meta
                && document.object().asMap().get("rows") instanceof List
                && meta.containsKey("ci_kind");
    }

    /**
     * The snapshot that a document is.
     *
     * @throws EvalkitException if it is none; with the place
     */
    public static Snapshot of(JsonDocument document) {
        JsonObject json = document.object();
        SchemaVersion.requireAtMost(SCHEMA_VERSION, json);
        return SnapshotReader.snapshot(json);
    }

    /** The bytes of a snapshot's document, as text. */
    public static String toJson(Snapshot snapshot) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(SchemaVersion.KEY, SCHEMA_VERSION);
        json.put(SchemaVersion.NEEDS, NEEDED_EVALKIT);
        json.put("meta", meta(snapshot));
        json.put("rows", snapshot.rows().stream().map(SnapshotFile::row).toList());
        return JsonWriter.toJson(json);
    }

    private static Map<String, @Nullable Object> meta(Snapshot snapshot) {
        Origin origin = snapshot.origin();
        Regime regime = snapshot.regime();
        Notices notices = snapshot.notices();
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("source", snapshot.source());
        meta.put("endpoint", origin.endpoint());
        meta.put("dataset", origin.dataset());
        meta.put("config", origin.config());
        meta.put("split", origin.split());
        meta.put("revision", origin.revision());
        meta.put("etag", origin.etag());
        meta.put(
                "publish_date",
                origin.publishDate() == null ? null : origin.publishDate().toString());
        meta.put("retrieved_at", snapshot.retrievedAt().toString());
        meta.put("rows", (long) snapshot.rows().size());
        meta.put("sha256", origin.sha256());
        meta.put("license", origin.license());
        meta.put("attribution", origin.attribution());
        meta.put("rating_method", regime.ratingMethod());
        meta.put("ci_kind", regime.ciKind().text());
        meta.put("ci_level", regime.ciKind() == CiKind.NONE ? null : (Double) BoardRow.CI_LEVEL);
        meta.put("anchor", anchor(regime.anchor()));
        meta.put("style_control", regime.styleControl());
        meta.put("models", snapshot.selection().models());
        meta.put("categories", snapshot.selection().categories());
        meta.put("unmatched_models", snapshot.unmatched());
        meta.put("duplicates_removed", notices.duplicatesRemoved());
        meta.put("unknown_fields", notices.unknownFields());
        meta.put("missing_fields", notices.missingFields());
        meta.put("warnings", notices.warnings());
        return meta;
    }

    private static @Nullable Map<String, @Nullable Object> anchor(@Nullable AnchorModel anchor) {
        if (anchor == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("model", anchor.model());
        json.put("rating", anchor.rating());
        return json;
    }

    private static Map<String, @Nullable Object> row(BoardRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("category", row.category());
        json.put("model", row.model());
        json.put("model_id", row.modelId());
        json.put("organization", row.organization());
        json.put("license", row.license());
        json.put("rating", row.rating());
        json.put("interval", row.intervalEnds());
        json.put("variance", row.variance());
        json.put("votes", row.votes());
        json.put("rank", row.rank());
        return json;
    }
}
