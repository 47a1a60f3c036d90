package dev.evalkit.lmarena.source;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.lmarena.source.BoardException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the dataset server's {@code /rows} and {@code /filter}.
 *
 * @param types the type of each field, by name, e.g. {@code float64}
 * @param rows the rows
 * @param total how many rows there are on all pages
 */
record DatasetPage(Map<String, String> types, List<Row> rows, long total) {

    /**
     * A row.
     *
     * @param index its position in the data set, from 0
     * @param cells its cells
     */
    record Row(long index, JsonObject cells) {}

    /**
     * The page that a document is.
     *
     * @throws EvalkitException if it is none; with the place
     * @throws BoardException if it is not whole
     */
    static DatasetPage of(JsonObject json) {
        String name = json.document().name();
        if (!json.has("rows") || !json.has("features") || !json.has("num_rows_total")) {
            throw new BoardException(
                    Kind.FORM,
                    name,
                    "a page of rows must have \"features\", \"rows\" and \"num_rows_total\", found "
                            + (json.keys().isEmpty()
                                    ? "nothing"
                                    : "\"" + Shown.text(String.join("\", \"", json.keys())) + "\"")
                            + "; the server's format may have changed");
        }
        if (json.optionalBool("partial").orElse(false)) {
            throw new BoardException(
                    Kind.PARTIAL,
                    name,
                    "the server has only a part of the data set (\"partial\": true); try again later");
        }
        long total = json.integer("num_rows_total");
        if (total < 0) {
            throw new BoardException(Kind.FORM, name, "\"num_rows_total\" must be 0 or more, found " + total);
        }
        return new DatasetPage(types(json), rows(json), total);
    }

    private static Map<String, String> types(JsonObject json) {
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonObject feature : json.objects("features")) {
            // Lists and images have no plain dtype; none of the fields that are read is one.
            types.put(feature.string("name"), dtype(feature.asMap().get("type")));
        }
        return types;
    }

    private static String dtype(@Nullable Object type) {
        return type instanceof Map<?, ?> map && map.get("dtype") instanceof String dtype ? dtype : "no plain type";
    }

    private static List<Row> rows(JsonObject json) {
        List<Row> rows = new ArrayList<>();
        for (JsonObject each : json.objects("rows")) {
            if (!each.array("truncated_cells").isEmpty()) {
                throw new BoardException(
                        Kind.PARTIAL,
                        each.location().toString(),
                        "the server cut cells of row " + each.integer("row_idx") + ": "
                                + String.join(", ", each.strings("truncated_cells")));
            }
            rows.add(new Row(each.integer("row_idx"), each.object("row")));
        }
        return rows;
    }
}
