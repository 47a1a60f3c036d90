package dev.evalkit.evaluate.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first line of a score file.
 *
 * @param evaluator the evaluator's name
 * @param version the evaluator's version
 * @param pairing whether rows of two runs pair by id
 * @param columns the score columns
 * @param slices the slice columns; a row has them as {@code slice:<name>}
 * @param clustered whether rows have a cluster
 * @param statistics by metric id, what is computed from the rows
 */
public record ScoreHeader(
        String evaluator,
        int version,
        Pairing pairing,
        List<ScoreColumn> columns,
        List<String> slices,
        boolean clustered,
        Map<String, Statistic> statistics) {
    /** The newest form that is written and read. */
    public static final int SCHEMA_VERSION = 1;

    static final String SLICE_PREFIX = "slice:";

    public ScoreHeader {
        columns = List.copyOf(columns);
        slices = List.copyOf(slices);
        statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    }

    /** Plain values, as they stand in the file. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schema_version", SCHEMA_VERSION);
        Map<String, Object> described = new LinkedHashMap<>();
        statistics.forEach((metric, statistic) -> described.put(metric, statistic.describe()));
        map.put("statistic", described);
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (ScoreColumn column : columns) {
            Map<String, Object> kind = new LinkedHashMap<>();
            kind.put("name", column.name());
            kind.put("kind", Descriptor.name(column.kind()));
            kinds.add(kind);
        }
        map.put("columns", kinds);
        map.put("slices", slices);
        map.put("clustered", clustered);
        map.put("pairing", Descriptor.name(pairing));
        Map<String, Object> by = new LinkedHashMap<>();
        by.put("id", evaluator);
        by.put("version", version);
        map.put("evaluator", by);
        return map;
    }
}
