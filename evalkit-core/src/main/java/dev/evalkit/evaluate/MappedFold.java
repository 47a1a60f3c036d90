package dev.evalkit.evaluate;

import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;

/**
 * A fold whose columns stand elsewhere in the samples.
 *
 * @param <A> the accumulator of the fold
 */
final class MappedFold<A> implements SampleFold<MappedFold.Slot<A>> {
    private final SampleFold<A> fold;
    private final int[] columns;

    MappedFold(SampleFold<A> fold, int[] columns) {
        this.fold = fold;
        this.columns = columns.clone();
    }

    /**
     * An accumulator with the sample through which it is filled.
     *
     * @param <A> the accumulator
     */
    record Slot<A>(A accumulator, MappedSample sample) {}

    @Override
    public Slot<A> create() {
        return new Slot<>(fold.create(), new MappedSample(columns));
    }

    @Override
    public void add(Slot<A> slot, Sample sample) {
        fold.add(slot.accumulator(), slot.sample().over(sample));
    }

    @Override
    public Slot<A> merge(Slot<A> earlier, Slot<A> later) {
        return new Slot<>(fold.merge(earlier.accumulator(), later.accumulator()), earlier.sample());
    }
}
