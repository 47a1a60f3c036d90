package dev.evalkit.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the samples.
 *
 * @param used how many went into the numbers
 * @param leftOut how many the evaluator left out knowingly, by reason, e.g. {@code "failed request"}
 * @param bad how many lines were malformed or could not be evaluated; they are in no number
 * @param badExamples the first bad ones, each with file, line and reason
 */
public record SampleCounts(long used, Map<String, Long> leftOut, long bad, List<String> badExamples) {

    public SampleCounts {
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        badExamples = List.copyOf(badExamples);
    }

    /** Only used ones. */
    public static SampleCounts of(long used) {
        return new SampleCounts(used, Map.of(), 0, List.of());
    }
}
