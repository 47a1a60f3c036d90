package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample file after a look at its beginning.
 *
 * @param file the file
 * @param format how its records are written
 * @param header the names of the columns of a CSV file; else empty
 * @param skipped the lines in front of everything that were to be skipped
 * @param offset where the first record begins, in bytes of the unpacked file
 * @param line the line of that position
 * @param indent the characters before that position on its line
 */
record SampleFile(
        Path file, SampleFormat format, List<String> header, List<String> skipped, long offset, long line, int indent) {

    /** Looks at the beginning of a file. */
    static SampleFile look(Path file, int skippedLines, SampleLimits limits) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new EvalkitException(
                    Location.of(file.toString()), Files.exists(file) ? "it is not a file" : "there is no such file");
        }
        try (FileHead head = new FileHead(file, limits.recordBytes())) {
            int p = head.start();
            List<String> skipped = new ArrayList<>();
            for (int i = 0; i < skippedLines; i++) {
                int end = head.recordEnd(p, new LineSplitter());
                if (end == p) {
                    throw new EvalkitException(
                            Location.of(file.toString(), i + 1),
                            "found the end of the file, expected " + skippedLines + " lines in front of the samples");
                }
                skipped.add(head.line(p, end).stripTrailing());
                p = end;
            }
            SampleFormat named = SampleFormat.ofName(file).orElse(null);
            return named != null && named.isSeparated()
                    ? separated(file, named, skipped, head, p)
                    : json(file, named, skipped, head, p);
        }
    }

    private static SampleFile separated(
            Path file, SampleFormat format, List<String> skipped, FileHead head, int position) throws IOException {
        int p = head.space(position);
        if (p == head.length()) {
            throw new EvalkitException(
                    Location.of(file.toString(), 1),
                    "found nothing, expected a first line with the names of the columns");
        }
        // Space in front of the first name belongs to it.
        int from = head.lineStart(p, position);
        int end = head.recordEnd(from, format.splitter());
        List<String> header = CsvHeader.names(file, head.lineAt(from), head.bytes(), from, end, format.separator());
        return new SampleFile(file, format, header, skipped, end, head.lineAt(end), 0);
    }

    private static SampleFile json(
            Path file, @Nullable SampleFormat named, List<String> skipped, FileHead head, int position)
            throws IOException {
        int p = head.space(position);
        byte first = p < head.length() ? head.bytes()[p] : 0;
        if (first == '[') {
            int indent = p + 1 - head.lineStart(p, position);
            return new SampleFile(file, SampleFormat.JSON_ARRAY, List.of(), skipped, p + 1L, head.lineAt(p), indent);
        }
        if (named == null && first != '{') {
            throw new EvalkitException(
                    Location.of(file.toString()),
                    "its name does not tell how its samples are written, expected .jsonl, .json, .csv or .tsv (each also with .gz)");
        }
        if (isOneObject(file, head, p)) {
            throw new EvalkitException(
                    Location.of(file.toString(), (int) head.lineAt(p)),
                    "found one object over several lines, expected an array of objects, or an object a line");
        }
        return new SampleFile(file, SampleFormat.JSON_LINES, List.of(), skipped, position, head.lineAt(position), 0);
    }

    /** Whether a .json file is a document of another kind, for which being told of its first line would be no help. */
    private static boolean isOneObject(Path file, FileHead head, int position) throws IOException {
        if (!SampleFormat.isNamedJson(file) || position == head.length()) {
            return false;
        }
        int end = head.recordEnd(position, new LineSplitter());
        String line = head.text(position, end);
        return line.endsWith("\n") && !line.stripTrailing().endsWith("}") && head.space(end) < head.length();
    }

    /** The records, cut into chunks. */
    ChunkSource chunks(int chunkBytes, SampleLimits limits) throws IOException {
        if (format == SampleFormat.JSON_LINES && !FileHead.isGzip(file)) {
            return new LineChunks(file, offset, line, chunkBytes, limits.recordBytes());
        }
        InputStream in = FileHead.open(file);
        boolean opened = false;
        try {
            in.skipNBytes(offset);
            ChunkSource chunks =
                    new StreamChunks(file, in, line, indent, format.splitter(), chunkBytes, limits.recordBytes());
            opened = true;
            return chunks;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    /** What finds the columns in a record of this file. */
    RecordParser parser(Columns columns, Cells cells, BitSet occurred, Fault fault, SampleLimits limits) {
        if (!format.isSeparated()) {
            boolean lines = format == SampleFormat.JSON_LINES;
            return new JsonRecords(lines, limits.depth(), columns, cells, occurred, fault);
        }
        int[] slots = new int[header.size()];
        for (int i = 0; i < slots.length; i++) {
            ColumnTree column = columns.tree().child(header.get(i));
            slots[i] = column == null ? KeyNode.NO_SLOT : column.slot();
            if (slots[i] == KeyNode.NO_SLOT) {
                continue;
            }
            if (occurred.get(slots[i])) {
                throw new EvalkitException(
                        Location.of(file.toString(), (int) line - 1),
                        "found the column \"" + header.get(i) + "\" a second time, expected each column once");
            }
            occurred.set(slots[i]);
        }
        return new CsvRecords(format.separator(), slots, columns, cells, fault);
    }
}
