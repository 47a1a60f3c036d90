package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Nearest;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What to say about a column that a file does not have. */
final class ColumnNames {
    private static final int MOST_LISTED = 20;

    private final SampleFile file;
    private final BitSet occurred = new BitSet();
    private final SortedSet<String> names = new TreeSet<>();

    /** Looks at the header of a CSV file, else at the records of the first chunk. */
    ColumnNames(SampleFile file, Columns columns, int chunkBytes, SampleLimits limits) throws IOException {
        this.file = file;
        Cells cells = new Cells(columns.size());
        RecordParser parser = file.parser(columns, cells, occurred, new Fault(), limits);
        names.addAll(file.header());
        if (parser instanceof JsonRecords records) {
            try (ChunkSource source = file.chunks(chunkBytes, limits)) {
                parseFirst(source, records);
            }
            names.addAll(records.keys());
        }
    }

    private static void parseFirst(ChunkSource source, RecordParser parser) throws IOException {
        Chunk chunk = new Chunk();
        if (source.next(chunk)) {
            parser.over(chunk);
            int p = parser.start(chunk.start());
            while (p >= 0 && p < chunk.limit()) {
                int end = parser.parse(p);
                p = parser.start(end < 0 ? parser.skip(p) : end);
            }
        }
    }

    /** The slots of the columns that occur there. */
    BitSet occurred() {
        return occurred;
    }

    /** Their names, in order. */
    SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(names);
    }

    /** That a column is none of them. */
    EvalkitException missing(Column column) {
        String listed = String.join(", ", names.stream().limit(MOST_LISTED).toList());
        String meant = Nearest.to(column.name(), names).stream()
                .findFirst()
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        return new EvalkitException(
                Location.of(file.file().toString()),
                "found no column \"" + column.name() + "\", expected one of: " + listed
                        + (names.size() > MOST_LISTED ? ", …" : "") + meant);
    }
}
