package dev.evalkit.evaluate;

import dev.evalkit.sample.Column;
import dev.evalkit.sample.SampleFold;
import java.util.List;

/**
 * A computation over samples in the shape of {@link java.util.stream.Collector}: declare the columns, create, add, merge, finish.
 *
 * <p>Accumulators are plain data. Each is used by one thread at a time, filled from one chunk of the samples, and merged in the order
 * of the file, so that results do not depend on the number of threads.
 *
 * @param <A> the accumulator
 */
public interface Evaluation<A> extends SampleFold<A> {

    /** The columns that are read; a sample gives them by their position in this list. */
    List<Column> columns();

    /**
     * The result over everything that was added.
     *
     * @throws dev.evalkit.EvalkitException if nothing can be said, e.g. because there were no samples
     */
    Findings finish(A accumulator, EvaluationSettings settings);
}
