package dev.evalkit.sample;

import static dev.evalkit.sample.Fault.FAULT;

import java.util.BitSet;
import java.util.SortedSet;

/** Parses JSON records, one a line or the elements of one array. */
final class JsonRecords implements RecordParser {
    private final boolean lines;
    private final Columns columns;
    private final Cells cells;
    private final Fault fault;
    private final JsonScanner scanner;
    private final JsonObjects objects;
    private final RecordSplitter splitter;
    private byte[] bytes = new byte[Words.PADDING];
    private int limit;
    private boolean commaBefore;

    /**
     * @param lines whether each record is a line of its own; else the records are the elements of an array
     * @param maxDepth how deep arrays and objects may be nested
     * @param occurred takes the slots of columns that occur
     */
    JsonRecords(boolean lines, int maxDepth, Columns columns, Cells cells, BitSet occurred, Fault fault) {
        this.lines = lines;
        this.columns = columns;
        this.cells = cells;
        this.fault = fault;
        this.scanner = new JsonScanner(!lines, maxDepth, fault);
        this.objects = new JsonObjects(columns.tree(), maxDepth, scanner, cells, occurred, fault);
        this.splitter = lines ? new LineSplitter() : new ArraySplitter();
    }

    @Override
    public void over(Chunk chunk) {
        bytes = chunk.bytes();
        limit = chunk.limit();
        scanner.over(bytes);
        objects.over(bytes);
        cells.over(bytes);
        commaBefore = chunk.index() > 0;
    }

    @Override
    public int start(int position) {
        int p = position;
        while (bytes[p] <= ' ' && isSpace(bytes[p])) {
            p++;
        }
        return lines || p == limit ? p : element(p);
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private int element(int position) {
        if (bytes[position] != ']') {
            return position;
        }
        return commaBefore ? fault.at(position, "a value behind the comma") : limit;
    }

    @Override
    public int parse(int position) {
        cells.clear();
        int p = objects.record(position);
        if (p < 0) {
            return FAULT;
        }
        columns.complete(cells);
        return lines ? lineEnd(p) : elementEnd(p);
    }

    private int lineEnd(int position) {
        if (bytes[position] == '\n') {
            return position + 1;
        }
        int p = scanner.space(position);
        return bytes[p] == '\n' ? p + 1 : fault.at(p, "the end of the line");
    }

    private int elementEnd(int position) {
        int p = scanner.space(position);
        commaBefore = bytes[p] == ',';
        if (commaBefore) {
            return p + 1;
        }
        return bytes[p] == ']' ? p : fault.at(p, "',' or ']'");
    }

    @Override
    public int skip(int position) {
        splitter.reset();
        int end = splitter.first(bytes, position, limit);
        commaBefore = end >= 0 && !splitter.ended();
        return end < 0 ? limit : end;
    }

    /** The keys at the top of the records so far, as many as were learned. */
    SortedSet<String> keys() {
        return objects.keys();
    }
}
