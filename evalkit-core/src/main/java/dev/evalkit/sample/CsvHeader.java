package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The names of the columns, in the first record of a CSV file. */
final class CsvHeader {
    private CsvHeader() {}

    /**
     * The names, read by the rules of any other record.
     *
     * @param line where the record begins
     * @throws EvalkitException if it breaks the rules
     */
    static List<String> names(Path file, long line, byte[] bytes, int from, int to, byte separator) {
        Chunk chunk = new Chunk();
        int length = to - from;
        byte[] record = chunk.reserve(length + 1);
        System.arraycopy(bytes, from, record, 0, length);
        record[length] = '\n';
        chunk.holds(0, line, 0, 0, 0, length + 1);

        int most = Words.count(record, separator, 0, length) + 1;
        Cells cells = new Cells(most);
        Fault fault = new Fault();
        int[] slots = IntStream.range(0, most).toArray();
        CsvRecords records = new CsvRecords(separator, slots, new Columns(List.of()), cells, fault);
        records.over(chunk);
        int count = records.cells(0);
        if (count < 0) {
            int column = Utf8.characters(record, 0, fault.position()) + 1;
            throw new EvalkitException(
                    new Location(file.toString(), (int) line, column),
                    "found " + fault.found(record, length) + ", expected " + fault.expected());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(cells.kind(i) == Cells.NULL ? "" : Texts.decode(cells, i));
        }
        return names;
    }
}
