package dev.evalkit.evaluate;

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
    private final ScoreColumns rows;
    private final Pairing pairing;
    private final Map<String, Statistic> statistics;

    ScoreRows(ScoreLines lines, ScoreColumns rows, Pairing pairing, Map<String, Statistic> statistics) {
        this.lines = lines;
        this.rows = rows;
        this.pairing = pairing;
        this.statistics = statistics;
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /**
     * Writes them as {@code *.jsonl.gz}: a header line, then one line for each row. The same rows give the same bytes.
     *
     * @param file where to; durable, replaces what is there
     * @param indicator the indicator's id, with which the statistics are named
     * @param evaluator the evaluator that scored them
     * @throws dev.evalkit.EvalkitException if the file cannot be written
     */
    public void write(Path file, String indicator, Evaluator evaluator) {
        byte[] line = (JsonWriter.toLine(header(indicator, evaluator).toMap()) + "\n").getBytes(StandardCharsets.UTF_8);
        DurableFile.write(file, (OutputStream out) -> {
            out.write(ScoreLines.compress(line, line.length));
            lines.writeTo(out);
        });
    }

    private ScoreHeader header(String indicator, Evaluator evaluator) {
        Map<String, Statistic> named = new LinkedHashMap<>();
        statistics.forEach(
                (name, statistic) -> named.put(name.isEmpty() ? indicator : indicator + "." + name, statistic));
        return new ScoreHeader(
                evaluator.name(),
                evaluator.version(),
                pairing,
                rows.columns(),
                rows.sliceNames(),
                rows.clusters() != null,
                named);
    }
}
