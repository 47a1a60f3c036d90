package dev.evalkit.evaluate;

import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.List;

/**
 * A computation over samples in the shape of {@link java.util.stream.Collector}: declare the columns, create, add, merge, finish.
 *
 * <p>Accumulators are plain data. Each is used by one thread at a time, filled from one chunk of the samples, and merged in the order
 * of the file, so that results do not depend on the number of threads.
 *
 * @param <A> the accumulator
 */
public interface Evaluation<A> {

    /** The columns that are read; a sample gives them by their position in this list. */
    List<Column> columns();

    /** An empty accumulator. */
    A create();

    /**
     * Adds a sample.
     *
     * @throws BadSampleException if the sample cannot be evaluated, e.g. has no label; it is then counted as bad, with its line
     */
    void add(A accumulator, Sample sample);

    /** Both together; {@code earlier} saw what stands before the samples of {@code later}, and either may be reused. */
    A merge(A earlier, A later);

    /**
     * The result over everything that was added.
     *
     * @throws dev.evalkit.EvalkitException if nothing can be said, e.g. because there were no samples
     */
    Findings finish(A accumulator, EvaluationSettings settings);
}
