package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds a few records of a sample file by their ids, with all that they hold; the file is streamed, and only these records are kept. */
public final class RecordLookup {
    private static final int ID = 0;
    private static final int CHUNK_BYTES = 1 << 20;

    private final int skippedLines;

    private RecordLookup(int skippedLines) {
        this.skippedLines = skippedLines;
    }

    /** For files that hold nothing but samples. */
    public static RecordLookup ofSamples() {
        return new RecordLookup(0);
    }

    /** For files that have a line in front of their samples, as score files do. */
    public static RecordLookup ofScores() {
        return new RecordLookup(1);
    }

    /**
     * The records with these ids, the first of each.
     *
     * @param idColumn the column of the ids, or a path to them
     * @return by their ids in the order of the file, names and values of their fields as texts, in the order of their names; arrays and objects as they stand in the
     *     file, and what is missing left out. Records that cannot be read are passed over
     * @throws EvalkitException if the file cannot be read, or has no such column
     */
    public Map<String, Map<String, String>> find(Path file, String idColumn, Collection<String> ids) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(idColumn));
        names(file).forEach(name -> columns.add(Column.optional(name)));
        SampleReader reader =
                SampleReader.withDefaults().withSkippedLines(skippedLines).withMaxBadLines(Long.MAX_VALUE);
        return reader.fold(file, columns, new Gathering(columns, Set.copyOf(ids)))
                .value();
    }

    private Collection<String> names(Path file) {
        SampleLimits limits = SampleLimits.defaults();
        try {
            SampleFile looked = SampleFile.look(file, skippedLines, limits);
            return new ColumnNames(looked, new Columns(List.of()), CHUNK_BYTES, limits).names();
        } catch (IOException e) {
            throw Unreadable.because(file, e);
        }
    }

    private record Gathering(List<Column> columns, Set<String> ids)
            implements SampleFold<Map<String, Map<String, String>>> {

        @Override
        public Map<String, Map<String, String>> create() {
            return new LinkedHashMap<>();
        }

        @Override
        public void add(Map<String, Map<String, String>> found, Sample sample) {
            if (!sample.isMissing(ID) && ids.contains(sample.text(ID)) && sample instanceof ParsedSample parsed) {
                found.computeIfAbsent(sample.text(ID), id -> fields(parsed));
            }
        }

        private Map<String, String> fields(ParsedSample sample) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = ID + 1; i < columns.size(); i++) {
                if (!sample.isMissing(i)) {
                    fields.put(columns.get(i).name(), sample.shown(i));
                }
            }
            return fields;
        }

        @Override
        public Map<String, Map<String, String>> merge(
                Map<String, Map<String, String>> earlier, Map<String, Map<String, String>> later) {
            later.forEach(earlier::putIfAbsent);
            return earlier;
        }
    }
}
