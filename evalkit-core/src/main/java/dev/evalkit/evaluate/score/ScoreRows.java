package dev.evalkit.evaluate.score;

import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The score rows of an evaluation, ready to be written; already compressed in memory. */
public final class ScoreRows {
    private final ScoreLines lines;
    private final ScoreTable table;
    private final Pairing pairing;
    private final Map<String, Statistic> statistics;

    /**
     * Rows of a table.
     *
     * @param lines the rows
     * @param table the same rows
     * @param pairing whether they pair by id
     * @param statistics what is computed from them, by what follows the indicator's id (empty for the primary number)
     */
    public ScoreRows(ScoreLines lines, ScoreTable table, Pairing pairing, Map<String, Statistic> statistics) {
        this.lines = lines;
        this.table = table;
        this.pairing = pairing;
        this.statistics = statistics;
    }

    /** How many rows there are. */
    public int size() {
        return table.size();
    }

    /**
     * Writes them as {@code *.jsonl.gz}: a header line, then one line for each row. The same rows give the same bytes.
     *
     * @param file where to; durable, replaces what is there
     * @param indicator the indicator's id, with which the statistics are named
     * @param evaluator the name of the evaluator that scored them
     * @param version its version
     * @throws dev.evalkit.EvalkitException if the file cannot be written
     */
    public void write(Path file, String indicator, String evaluator, int version) {
        byte[] line = (JsonWriter.toLine(header(indicator, evaluator, version).toMap()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        DurableFile.write(file, (OutputStream out) -> {
            out.write(ScoreLines.compress(line, line.length));
            lines.writeTo(out);
        });
    }

    private ScoreHeader header(String indicator, String evaluator, int version) {
        Map<String, Statistic> named = new LinkedHashMap<>();
        statistics.forEach(
                (name, statistic) -> named.put(name.isEmpty() ? indicator : indicator + "." + name, statistic));
        return new ScoreHeader(
                evaluator,
                version,
                pairing,
                table.columns(),
                table.sliceColumns(),
                table.clusters().isPresent(),
                named);
    }
}
