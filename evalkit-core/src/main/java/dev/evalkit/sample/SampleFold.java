package dev.evalkit.sample;

/**
 * How samples are gathered into a result, in the shape of {@link java.util.stream.Collector}: each chunk of a file gets an
 * accumulator of its own, and these are merged in the order of the file. A fold is called from several threads at once, an accumulator by
 * one at a time. Accumulators are plain data.
 *
 * @param <A> the accumulator
 */
public interface SampleFold<A> {

    /** An empty accumulator. */
    A create();

    /**
     * Takes one sample in. Read everything from the sample before you change the accumulator: if this throws a {@link
     * BadSampleException} the record counts as a bad line, and nothing of it may be left behind. Any other exception ends the run.
     */
    void add(A accumulator, Sample sample);

    /** One accumulator for what both hold, samples of the earlier one first; either may be changed and returned. */
    A merge(A earlier, A later);
}
