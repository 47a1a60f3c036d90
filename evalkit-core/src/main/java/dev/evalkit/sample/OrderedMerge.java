package dev.evalkit.sample;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges the partial results of chunks in the order of the file, whatever the order in which they arrive. */
final class OrderedMerge<A> {
    private final SampleFold<A> fold;
    private final long maxBadLines;
    private final Map<Long, Partial<A>> waiting = new HashMap<>();
    private @Nullable Partial<A> merged;
    private long next;
    private boolean failed;

    OrderedMerge(SampleFold<A> fold, long maxBadLines) {
        this.fold = fold;
        this.maxBadLines = maxBadLines;
    }

    /**
     * Takes the result of a chunk in, and merges all that are complete up to here.
     *
     * @throws TooManyBadLines if there are more bad lines now than are allowed
     */
    synchronized void add(long index, Partial<A> partial) {
        waiting.put(index, partial);
        while (!failed && waiting.containsKey(next)) {
            // What fails here fails the run; nothing may be merged on top of it.
            failed = true;
            Partial<A> whole = merge(waiting.remove(next));
            if (whole.badLines() > maxBadLines) {
                throw new TooManyBadLines(whole.firstBad().get(0), maxBadLines);
            }
            failed = false;
            next++;
        }
    }

    private Partial<A> merge(Partial<A> partial) {
        if (merged == null) {
            merged = partial;
        } else {
            merged.append(partial, fold);
        }
        return merged;
    }

    /** The chunk that is to be merged next, or that failed to. */
    synchronized long next() {
        return next;
    }

    /** What all chunks came to. */
    synchronized SampleScan<A> scan() {
        return (merged == null ? new Partial<>(fold.create()) : merged).scan();
    }
}
