package dev.evalkit.evaluate.score;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.sample.SampleReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A score file, read whole: what its rows are, and the rows.
 *
 * @param header what it says of itself
 * @param table its rows
 */
public record ScoreFile(ScoreHeader header, ScoreTable table) {

    /**
     * Reads a score file.
     *
     * @throws EvalkitException if it cannot be read, is of a newer form, or a row is malformed; with file and line
     */
    public static ScoreFile read(Path file) {
        SampleReader reader = SampleReader.withDefaults();
        ScoreHeader header = header(file.toString(), reader.firstLine(file));
        ScoreRowFold fold = new ScoreRowFold(header);
        return new ScoreFile(
                header,
                reader.withSkippedLines(1)
                        .fold(file, fold.columns(), fold)
                        .value()
                        .table());
    }

    private static ScoreHeader header(String file, String line) {
        JsonObject json = JsonDocument.parse(file, line).object();
        long version = json.integer("schema_version");
        if (version > ScoreHeader.SCHEMA_VERSION) {
            throw new EvalkitException(
                    Location.of(file, 1),
                    "schema_version is " + version + ", expected at most " + ScoreHeader.SCHEMA_VERSION
                            + "; read it with the evalkit that wrote it, or a newer one");
        }
        JsonObject evaluator = json.object("evaluator");
        List<ScoreColumn> columns = new ArrayList<>();
        for (JsonObject column : json.objects("columns")) {
            columns.add(new ScoreColumn(
                    column.string("name"), constant(file, ScoreColumn.Kind.class, column.string("kind"))));
        }
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        JsonObject described = json.object("statistic");
        for (String metric : described.keys()) {
            statistics.put(metric, Statistics.read(described.object(metric).asMap()));
        }
        return new ScoreHeader(
                evaluator.string("id"),
                (int) evaluator.integer("version"),
                constant(file, Pairing.class, json.string("pairing")),
                columns,
                json.strings("slices"),
                json.bool("clustered"),
                statistics);
    }

    private static <E extends Enum<E>> E constant(String file, Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        throw new EvalkitException(
                Location.of(file, 1),
                "found '" + name + "', expected one of "
                        + String.join(
                                ", ",
                                List.of(type.getEnumConstants()).stream()
                                        .map(Descriptor::name)
                                        .toList()));
    }
}
