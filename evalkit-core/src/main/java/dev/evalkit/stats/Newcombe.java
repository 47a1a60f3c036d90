package dev.evalkit.stats;

/** The hybrid score interval of the difference of two unpaired proportions (Newcombe 1998, Statistics in Medicine 17, 873, method 10). */
public final class Newcombe {
    private Newcombe() {}

    /**
     * The interval of current − previous, inside [−1, 1]: MOVER of two Wilson intervals.
     *
     * @param counts the two rates, effective counts allowed
     * @param level the confidence level, in (0, 1)
     */
    public static ConfidenceInterval interval(UnpairedCounts counts, double level) {
        ProportionInterval wilson = ProportionInterval.withDefaults().withLevel(level);
        ConfidenceInterval previous = wilson.of(counts.previous(), counts.previousTrials());
        ConfidenceInterval current = wilson.of(counts.current(), counts.currentTrials());
        ConfidenceInterval ends = Mover.difference(
                counts.previous() / counts.previousTrials(),
                previous.low(),
                previous.high(),
                counts.current() / counts.currentTrials(),
                current.low(),
                current.high(),
                level);
        return ConfidenceInterval.of(ends.low(), ends.high(), level, "newcombe").clippedTo(-1, 1);
    }
}
