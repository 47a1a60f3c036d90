package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.nio.file.Path;
import java.util.BitSet;

/** Walks over the records of one chunk after another; good and bad ones alike. */
final class RecordCursor {
    private final Path file;
    private final int maxRecordBytes;
    private final Cells cells;
    private final BitSet occurred = new BitSet();
    private final Fault fault = new Fault();
    private final RecordParser parser;
    private final LineCounter lines;
    private final ParsedSample sample;
    private Chunk chunk = new Chunk();
    private int start;
    private int end;
    private long ordinal;
    private boolean refused;

    RecordCursor(SampleFile file, Columns columns, ChunkSource source, SampleLimits limits) {
        this.file = file.file();
        this.maxRecordBytes = limits.recordBytes();
        this.cells = new Cells(columns.size());
        this.parser = file.parser(columns, cells, occurred, fault, limits);
        this.lines = new LineCounter(this.file, source);
        this.sample = new ParsedSample(columns, cells, lines, file.format() == SampleFormat.JSON_ARRAY);
    }

    void over(Chunk chunk) {
        this.chunk = chunk;
        this.end = chunk.start();
        this.ordinal = chunk.firstRecord();
        parser.over(chunk);
        lines.over(chunk);
    }

    /** Goes on to the next record; false where the chunk has no more. */
    boolean next() {
        int p = parser.start(end);
        if (p >= chunk.limit()) {
            end = p;
            return false;
        }
        if (p < 0) {
            throw broken();
        }
        start = p;
        end = parser.parse(p);
        refused = end < 0 || end - p > maxRecordBytes;
        if (refused) {
            end = parser.skip(p);
        }
        sample.standOn(p, ++ordinal);
        return true;
    }

    /** Whether the record could not be read. */
    boolean isRefused() {
        return refused;
    }

    Sample sample() {
        return sample;
    }

    /** The slots of the columns that occurred so far. */
    BitSet occurred() {
        return occurred;
    }

    /** Why the record could not be read. */
    BadLine refusal() {
        return end - start > maxRecordBytes
                ? new BadLine(location(start), "a record of more than " + maxRecordBytes + " bytes", "a shorter one")
                : new BadLine(location(fault.position()), found(), fault.expected());
    }

    /** Why the fold did not take the record. */
    BadLine refusal(BadSampleException e) {
        int column = e.column();
        boolean located = column >= 0 && cells.kind(column) != Cells.ABSENT;
        return new BadLine(location(located ? cells.start(column) : start), e.found(), e.expected());
    }

    private EvalkitException broken() {
        return new EvalkitException(location(fault.position()), "found " + found() + ", expected " + fault.expected());
    }

    private String found() {
        return fault.found(chunk.bytes(), chunk.limit());
    }

    private Location location(int position) {
        int line = (int) Math.min(Integer.MAX_VALUE, lines.line(position));
        return new Location(file.toString(), line, lines.column(position));
    }
}
