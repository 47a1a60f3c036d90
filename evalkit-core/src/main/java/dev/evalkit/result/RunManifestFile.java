package dev.evalkit.result;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.json.SchemaVersion;
import dev.evalkit.result.RunManifest.GitState;
import dev.evalkit.result.RunManifest.Tool;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code run.json}: a manifest as a document. */
final class RunManifestFile {
    /** The version of this document and of the result files beside it, which say none themselves. */
    private static final long SCHEMA_VERSION = 1;

    private static final String NEEDED_EVALKIT = "0.1.0";

    private RunManifestFile() {}

    static RunManifest read(Path file, String shownName) {
        JsonObject json = JsonDocument.read(file, shownName).object();
        SchemaVersion.requireAtMost(SCHEMA_VERSION, json);
        try {
            return new RunManifest(
                    json.string("run"),
                    json.string("model"),
                    json.string("scenario"),
                    instant(json, "started"),
                    instant(json, "finished"),
                    json.optionalInteger("seed").isPresent() ? (Long) json.integer("seed") : null,
                    tool(json),
                    json.optionalObject("git").map(RunManifestFile::git).orElse(null),
                    json.objects("indicators").stream()
                            .map(RunManifestFile::indicator)
                            .toList(),
                    json.optionalString("items_sha256").orElse(null),
                    json.optionalObject("accepted")
                            .map(RunManifestFile::acceptance)
                            .orElse(null));
        } catch (IllegalArgumentException e) {
            throw new EvalkitException(json.location(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Instant instant(JsonObject json, String key) {
        String text = json.string(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new EvalkitException(
                    json.location(key),
                    "\"" + key + "\" must be a time like 2026-11-23T14:00:00Z, found " + Shown.quoted(text),
                    e);
        }
    }

    private static @Nullable Tool tool(JsonObject json) {
        return json.has("tool_version")
                ? new Tool(
                        json.string("tool_version"),
                        json.optionalString("java").orElse(""),
                        json.optionalString("os").orElse(""))
                : null;
    }

    private static GitState git(JsonObject json) {
        return new GitState(json.string("commit"), json.bool("dirty"));
    }

    private static IndicatorRun indicator(JsonObject json) {
        return new IndicatorRun(
                json.string("id"),
                json.optionalString("sha256").orElse(null),
                status(json),
                json.optionalString("reason").orElse(null),
                Duration.ofMillis(json.optionalInteger("duration_ms").orElse(0)));
    }

    private static IndicatorRun.Status status(JsonObject json) {
        String text = json.string("status");
        for (IndicatorRun.Status status : IndicatorRun.Status.values()) {
            if (status.text().equals(text)) {
                return status;
            }
        }
        throw new EvalkitException(
                json.location("status"), "\"status\" must be ok, skipped or failed, found " + Shown.quoted(text));
    }

    private static Acceptance acceptance(JsonObject json) {
        SortedMap<String, Double> margins = new TreeMap<>();
        json.optionalObject("margins")
                .ifPresent(object -> object.keys().forEach(item -> margins.put(item, object.number(item))));
        return new Acceptance(
                instant(json, "at"),
                json.optionalString("reason").orElse(""),
                json.strings("previous"),
                json.optionalString("diff_sha256").orElse(null),
                margins);
    }

    static void write(Path file, RunManifest run) {
        DurableFile.write(file, JsonWriter.toJson(document(run)));
    }

    private static Map<String, @Nullable Object> document(RunManifest run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(SchemaVersion.KEY, SCHEMA_VERSION);
        json.put(SchemaVersion.NEEDS, NEEDED_EVALKIT);
        json.put("run", run.run());
        json.put("model", run.model());
        json.put("scenario", run.scenario());
        json.put("started", run.started().toString());
        json.put("finished", run.finished().toString());
        json.put("seed", run.seed());
        Tool tool = run.tool();
        json.put("tool_version", tool == null ? null : tool.version());
        json.put("java", tool == null ? null : tool.java());
        json.put("os", tool == null ? null : tool.os());
        json.put("git", document(run.git()));
        json.put(
                "indicators",
                run.indicators().stream().map(RunManifestFile::document).toList());
        json.put("items_sha256", run.itemsSha256());
        run.acceptance().ifPresent(acceptance -> json.put("accepted", document(acceptance)));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> document(@Nullable GitState git) {
        if (git == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("commit", git.commit());
        json.put("dirty", git.dirty());
        return json;
    }

    private static Map<String, @Nullable Object> document(IndicatorRun indicator) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", indicator.id());
        json.put("sha256", indicator.sha256());
        json.put("status", indicator.status().text());
        json.put("reason", indicator.reason());
        json.put("duration_ms", indicator.duration().toMillis());
        return json;
    }

    private static Map<String, @Nullable Object> document(Acceptance acceptance) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", acceptance.at().toString());
        json.put("reason", acceptance.reason());
        json.put("previous", acceptance.previous());
        json.put("diff_sha256", acceptance.diffSha256());
        json.put("margins", acceptance.margins());
        return json;
    }
}
