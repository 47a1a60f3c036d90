package dev.evalkit.evaluate;

import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.nio.file.Path;
import java.util.List;

/**
 * An evaluation of documents that are no samples, e.g. of a leaderboard's snapshot: it reads its files itself, whole. It keeps no scores, and its
 * changes are judged by its intervals.
 */
public final class DocumentEvaluation implements Evaluation<DocumentEvaluation.Nothing> {
    private final Reader reader;

    /** What is gathered from samples: nothing. */
    public static final class Nothing {
        private Nothing() {}
    }

    /** What turns files into findings. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads files.
         *
         * @throws dev.evalkit.EvalkitException if one cannot be read, or nothing can be said
         */
        Findings read(List<Path> files, EvaluationSettings settings);
    }

    private DocumentEvaluation(Reader reader) {
        this.reader = reader;
    }

    /** An evaluation that is done by a reader. */
    public static DocumentEvaluation of(Reader reader) {
        return new DocumentEvaluation(reader);
    }

    Findings read(List<Path> files, EvaluationSettings settings) {
        return reader.read(files, settings);
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public Nothing create() {
        throw noSamples();
    }

    @Override
    public void add(Nothing accumulator, Sample sample) {
        throw noSamples();
    }

    @Override
    public Nothing merge(Nothing earlier, Nothing later) {
        throw noSamples();
    }

    @Override
    public Findings finish(Nothing accumulator, EvaluationSettings settings) {
        throw noSamples();
    }

    private static IllegalStateException noSamples() {
        return new IllegalStateException("This evaluation reads documents, not samples");
    }
}
