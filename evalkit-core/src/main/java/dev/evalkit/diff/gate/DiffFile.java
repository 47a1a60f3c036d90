package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Verdict;
import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code diff.json} of a run: a diff and what the gate says of it. The same outcome gives the same bytes. */
public final class DiffFile {
    /** What the file is called. */
    public static final String NAME = "diff.json";

    private static final long SCHEMA_VERSION = 1;
    private static final String NEEDED_EVALKIT = "0.1.0";
    private static final String PASS = "pass";
    private static final String FAIL = "fail";

    private DiffFile() {}

    /**
     * Writes a diff, whole or not at all.
     *
     * @throws EvalkitException if it cannot be written
     */
    public static void write(Path file, Outcome outcome) {
        write(file, outcome, null);
    }

    /**
     * Writes a diff with the command line that accepts the current run.
     *
     * @param accepting the command line, or null where there is none
     * @throws EvalkitException if it cannot be written
     */
    public static void write(Path file, Outcome outcome, @Nullable String accepting) {
        DurableFile.write(file, out -> {
            try (JsonWriter json = JsonWriter.open(out)) {
                write(json, outcome, accepting);
            }
        });
    }

    /**
     * Writes a diff as the next value of a document.
     *
     * @param accepting the command line that accepts the current run, or null where there is none
     */
    public static void write(JsonWriter json, Outcome outcome, @Nullable String accepting) throws IOException {
        DiffResult diff = outcome.diff();
        json.beginObject();
        json.name("schema_version").value(SCHEMA_VERSION);
        json.name("needs_evalkit").value(NEEDED_EVALKIT);
        json.name("prev").value(RowDocument.of(diff.previous()));
        json.name("curr").value(RowDocument.of(diff.current()));
        json.name("policy").value(outcome.policy().id());
        json.name("outcome").value(outcome.passed() ? PASS : FAIL);
        json.name("promise").value(outcome.promise());
        json.name("next").value(outcome.next());
        if (accepting != null) {
            json.name("accept").value(accepting);
        }
        json.name("counts").value(counts(diff));
        json.name("rows").beginArray();
        for (DiffRow row : diff.rows()) {
            json.value(RowDocument.of(row, outcome.policy().weigh(row)));
        }
        json.endArray();
        json.endObject();
    }

    private static Map<String, Integer> counts(DiffResult diff) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<Verdict, Integer> byVerdict = diff.counts(row -> true);
        byVerdict.forEach((verdict, count) -> counts.put(verdict.id(), count));
        return counts;
    }

    /**
     * Reads a diff.
     *
     * @throws EvalkitException if it cannot be read, is no diff, was written by a newer evalkit, or its outcome is not what its rows say
     */
    public static Outcome read(Path file) {
        return read(file, file.toString());
    }

    /** Reads a diff; the name is that of the file in messages. */
    public static Outcome read(Path file, String shownName) {
        JsonObject json = JsonDocument.read(file, shownName).object();
        refuseNewer(json);
        List<DiffRow> rows = json.objects("rows").stream().map(RowDocument::row).toList();
        DiffResult diff =
                new DiffResult(RowDocument.origin(json.object("prev")), RowDocument.origin(json.object("curr")), rows);
        Outcome outcome = policy(json).judge(diff);
        String stated = json.string("outcome");
        if (!stated.equals(outcome.passed() ? PASS : FAIL)) {
            throw new EvalkitException(
                    json.location("outcome"),
                    "\"outcome\" is \"" + stated + "\", but by its rows and its policy the diff is a "
                            + (outcome.passed() ? PASS : FAIL) + "; make the diff again");
        }
        return outcome;
    }

    private static Policy policy(JsonObject json) {
        try {
            return Policy.ofId(json.string("policy"));
        } catch (EvalkitException e) {
            throw new EvalkitException(json.location("policy"), String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuseNewer(JsonObject json) {
        long version = json.integer("schema_version");
        if (version > SCHEMA_VERSION) {
            throw new EvalkitException(
                    json.location("schema_version"),
                    "\"schema_version\" " + version + " is newer than " + SCHEMA_VERSION
                            + ", the newest that this evalkit reads; it needs evalkit "
                            + json.optionalString("needs_evalkit").orElse("of a newer version") + " or newer");
        }
    }
}
