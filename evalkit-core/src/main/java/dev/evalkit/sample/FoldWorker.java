package dev.evalkit.sample;

import java.util.BitSet;

/** Folds chunks, one at a time, on one thread. */
final class FoldWorker<A> {
    private final RecordCursor cursor;
    private final SampleFold<A> fold;
    private final long maxBadLines;

    /** @param maxBadLines with more bad lines than this in one chunk its rest is not worth reading */
    FoldWorker(RecordCursor cursor, SampleFold<A> fold, long maxBadLines) {
        this.cursor = cursor;
        this.fold = fold;
        this.maxBadLines = maxBadLines;
    }

    /** The slots of the columns that occurred so far. */
    BitSet occurred() {
        return cursor.occurred();
    }

    Partial<A> fold(Chunk chunk) {
        cursor.over(chunk);
        Partial<A> partial = new Partial<>(fold.create());
        while (partial.badLines() <= maxBadLines && cursor.next()) {
            if (!cursor.isRefused()) {
                add(partial);
            } else if (partial.countBad()) {
                partial.keepBad(cursor.refusal());
            }
        }
        return partial;
    }

    private void add(Partial<A> partial) {
        try {
            fold.add(partial.value(), cursor.sample());
            partial.countSample();
        } catch (BadSampleException e) {
            if (partial.countBad()) {
                partial.keepBad(cursor.refusal(e));
            }
        }
    }
}
