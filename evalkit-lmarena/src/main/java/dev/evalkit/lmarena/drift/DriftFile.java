package dev.evalkit.lmarena.drift;

import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.json.SchemaVersion;
import dev.evalkit.lmarena.board.BoardRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code drift.json}: what changed between two boards, as a document. */
public final class DriftFile {
    /** The name of the file. */
    public static final String NAME = "drift.json";

    private static final long SCHEMA_VERSION = 1;
    private static final String NEEDED_EVALKIT = "0.1.0";

    private DriftFile() {}

    /** Writes a result; the same result gives the same bytes. */
    public static void write(Path file, DriftResult drift) {
        DurableFile.write(file, text(drift));
    }

    static String text(DriftResult drift) {
        return JsonWriter.toJson(document(drift));
    }

    private static Map<String, @Nullable Object> document(DriftResult drift) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(SchemaVersion.KEY, SCHEMA_VERSION);
        json.put(SchemaVersion.NEEDS, NEEDED_EVALKIT);
        json.put("prev", side(drift.previous()));
        json.put("curr", side(drift.current()));
        json.put("minimum_effect", drift.settings().minimumEffect());
        json.put("alpha", drift.settings().alpha());
        json.put("test", "z, conservative: the boards share votes");
        json.put(
                "regime_changes",
                drift.regimeChanges().stream().map(DriftFile::change).toList());
        Map<String, Object> counts = new LinkedHashMap<>();
        drift.counts().forEach((verdict, count) -> counts.put(verdict.text(), count));
        json.put("counts", counts);
        json.put(
                "categories",
                drift.categories().stream().map(DriftFile::category).toList());
        json.put("rows", drift.rows().stream().map(DriftFile::row).toList());
        return json;
    }

    private static Map<String, @Nullable Object> side(BoardSide side) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", side.path());
        json.put("sha256", side.sha256());
        json.put("config", side.origin().config());
        json.put(
                "publish_date",
                side.origin().publishDate() == null
                        ? null
                        : side.origin().publishDate().toString());
        json.put("attribution", side.origin().attribution());
        json.put("regime", side.regime().asMap());
        return json;
    }

    private static Map<String, @Nullable Object> change(RegimeChange change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind().text());
        json.put("category", change.category());
        json.put("prev", change.previous());
        json.put("curr", change.current());
        return json;
    }

    private static Map<String, @Nullable Object> category(CategoryDrift category) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("category", category.category());
        json.put("common", category.common());
        json.put("new", category.added());
        json.put("gone", category.gone());
        json.put("shift", category.shift());
        json.put("ranks_moved", category.ranksMoved());
        return json;
    }

    private static Map<String, @Nullable Object> row(DriftRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("category", row.category());
        json.put("model", row.model());
        json.put("prev", rating(row.previous()));
        json.put("curr", rating(row.current()));
        json.put("change", row.change());
        json.put("test", test(row.test()));
        json.put("verdict", row.verdict().text());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> rating(@Nullable BoardRow row) {
        if (row == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rating", row.rating());
        json.put("interval", row.intervalEnds());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> test(DriftRow.@Nullable Test test) {
        if (test == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("std_error", test.standardError());
        json.put("z", test.z());
        json.put("p", test.p());
        json.put("p_adjusted", test.adjusted());
        return json;
    }
}
