package dev.evalkit.sample;

import java.util.ArrayList;
import java.util.List;

/** What became of one chunk, or of the chunks up to one. */
final class Partial<A> {
    private static final int MOST_KEPT = 10;

    private A value;
    private long samples;
    private long badLines;
    private final List<BadLine> firstBad = new ArrayList<>();

    Partial(A value) {
        this.value = value;
    }

    A value() {
        return value;
    }

    void countSample() {
        samples++;
    }

    /** Counts a bad line; whether it is among the first ones, which are kept. */
    boolean countBad() {
        return badLines++ < MOST_KEPT;
    }

    void keepBad(BadLine bad) {
        firstBad.add(bad);
    }

    long badLines() {
        return badLines;
    }

    List<BadLine> firstBad() {
        return firstBad;
    }

    /** Takes in what follows in the file. */
    void append(Partial<A> later, SampleFold<A> fold) {
        value = fold.merge(value, later.value);
        samples += later.samples;
        badLines += later.badLines;
        int room = Math.min(MOST_KEPT - firstBad.size(), later.firstBad.size());
        firstBad.addAll(later.firstBad.subList(0, room));
    }

    SampleScan<A> scan() {
        return new SampleScan<>(value, samples, badLines, firstBad);
    }
}
