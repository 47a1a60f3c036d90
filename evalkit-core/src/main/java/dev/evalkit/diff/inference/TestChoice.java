package dev.evalkit.diff.inference;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How "worse at all" is tested and from which data, where a build wants another way than the kind of the statistic suggests. */
public enum TestChoice {
    /** What suits the statistic, the pairing and the number of samples. */
    AUTO,
    /** Permutations (sign flips, swaps) however many samples there are. */
    PERMUTATION,
    /** Student's t of paired scores, however few they are; ready at once where permutations take a while. */
    T,
    /** McNemar's test with mid-p, which is less conservative than the exact one; for paired 0/1 scores. */
    MID_P,
    /** As if the samples of the two runs did not pair. */
    UNPAIRED,
    /** From values and their intervals alone, whatever scores there are. */
    INTERVALS;

    /** The name in configurations, e.g. {@code mid_p}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice with that name.
     *
     * @throws EvalkitException if there is none
     */
    public static TestChoice ofId(String id) {
        return Arrays.stream(values())
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new EvalkitException("The test '" + Shown.text(id) + "' is unknown; it can be any of "
                                + Arrays.stream(values()).map(TestChoice::id).collect(Collectors.joining(", "))));
    }
}
