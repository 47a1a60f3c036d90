package dev.evalkit.sample;

import static dev.evalkit.sample.Fault.FAULT;

/**
 * Parses the records of a CSV file (RFC 4180): cells between separators, in quotes where they hold a separator, a quote (doubled) or
 * a newline; lines end with LF or CRLF; every record has as many cells as the header.
 */
final class CsvRecords implements RecordParser {
    private final byte separator;
    private final long separators;
    private final int[] slots;
    private final Columns columns;
    private final Cells cells;
    private final Fault fault;
    private final RecordSplitter splitter;
    private byte[] bytes = new byte[Words.PADDING];
    private int limit;
    private int end;

    /** @param slots for each column of the file the slot that it fills, or {@link KeyNode#NO_SLOT} */
    CsvRecords(byte separator, int[] slots, Columns columns, Cells cells, Fault fault) {
        this.separator = separator;
        this.separators = Words.broadcast(separator);
        this.slots = slots.clone();
        this.columns = columns;
        this.cells = cells;
        this.fault = fault;
        this.splitter = new CsvSplitter(separator);
    }

    @Override
    public void over(Chunk chunk) {
        bytes = chunk.bytes();
        limit = chunk.limit();
        cells.over(bytes);
    }

    @Override
    public int start(int position) {
        int p = position;
        while (bytes[p] == '\n' || (bytes[p] == '\r' && bytes[p + 1] == '\n')) {
            p++;
        }
        return p;
    }

    @Override
    public int skip(int position) {
        splitter.reset();
        int end = splitter.first(bytes, position, limit);
        return end < 0 ? limit : end;
    }

    @Override
    public int parse(int position) {
        cells.clear();
        int count = cells(position);
        if (count < 0) {
            return FAULT;
        }
        if (count != slots.length) {
            String found = count == 1 ? "1 cell" : count + " cells";
            return fault.at(position, found, "the " + slots.length + " of the header");
        }
        columns.complete(cells);
        return end;
    }

    /** Reads the cells of a record; how many there are, or {@link Fault#FAULT}. */
    int cells(int position) {
        byte[] b = bytes;
        int p = position;
        int count = 0;
        while (true) {
            int slot = count < slots.length ? slots[count] : KeyNode.NO_SLOT;
            p = b[p] == '"' ? quoted(p + 1, slot) : plain(p, slot);
            if (p < 0) {
                return FAULT;
            }
            count++;
            if (b[p] != separator) {
                break;
            }
            p++;
        }
        if (b[p] == '\r') {
            p++;
        }
        end = p + 1;
        return b[p] == '\n' ? count : fault.at(p, "the separator or the end of the line");
    }

    private int plain(int position, int slot) {
        byte[] b = bytes;
        int p = position;
        while (true) {
            long word = Words.at(b, p);
            long stops = Words.quoteControlOrHigh(word) | Words.equalOrHigh(word, separators);
            if (stops == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Words.first(stops);
            byte stop = b[p];
            if (stop == separator || stop == '\n' || stop == '\r') {
                if (slot != KeyNode.NO_SLOT) {
                    cells.set(slot, p == position ? Cells.NULL : Cells.TEXT, position, p);
                }
                return p;
            }
            if (stop == '"') {
                return fault.at(p, "quotes only around a whole cell, and doubled inside");
            }
            p = special(p);
            if (p < 0) {
                return FAULT;
            }
        }
    }

    /** A quoted cell from behind its opening quote on. */
    private int quoted(int position, int slot) {
        byte[] b = bytes;
        int p = position;
        boolean doubled = false;
        while (true) {
            long stops = Words.quoteControlOrHigh(Words.at(b, p));
            if (stops == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Words.first(stops);
            byte stop = b[p];
            if (stop == '"' && b[p + 1] == '"') {
                doubled = true;
                p += 2;
            } else if (stop == '"') {
                if (slot != KeyNode.NO_SLOT) {
                    byte kind = doubled ? Cells.DOUBLED : Cells.TEXT;
                    cells.set(slot, p == position ? Cells.NULL : kind, position, p);
                }
                return p + 1;
            } else if (p >= limit) {
                return fault.at(position - 1, "a quote that is never closed", "a closing quote");
            } else if (stop == '\n' || stop == '\r') {
                p++;
            } else {
                p = special(p);
                if (p < 0) {
                    return FAULT;
                }
            }
        }
    }

    /** A tab, or a character that is not ASCII. */
    private int special(int position) {
        if (bytes[position] == '\t') {
            return position + 1;
        }
        if (bytes[position] >= 0) {
            return fault.at(position, "no control characters");
        }
        int length = Utf8.sequence(bytes, position);
        return length == 0 ? fault.at(position, "UTF-8") : position + length;
    }
}
