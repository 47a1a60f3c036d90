package dev.evalkit.sample;

import java.util.List;

/**
 * What became of a file.
 *
 * @param value the accumulators of all chunks, merged in the order of the file
 * @param samples how many records went into it
 * @param badLines how many records were refused
 * @param firstBad the first of those in the order of the file, ten at most
 * @param <A> the accumulator
 */
public record SampleScan<A>(A value, long samples, long badLines, List<BadLine> firstBad) {

    public SampleScan {
        firstBad = List.copyOf(firstBad);
    }
}
