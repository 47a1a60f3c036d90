package dev.evalkit.stats;

/**
 * Two rates from samples that do not pair. Effective counts of clustered samples are fractional.
 *
 * @param previous earlier successes, 0 or more
 * @param previousTrials earlier samples, more than 0 and at least the successes
 * @param current later successes, 0 or more
 * @param currentTrials later samples, more than 0 and at least the successes
 */
public record UnpairedCounts(double previous, double previousTrials, double current, double currentTrials) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a side has no samples, or successes outside 0 … samples
     */
    public UnpairedCounts {
        check(previous, previousTrials);
        check(current, currentTrials);
    }

    private static void check(double successes, double trials) {
        if (!(successes >= 0 && trials > 0 && successes <= trials && trials < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A rate needs 0 <= successes <= trials and trials > 0: " + successes + " of " + trials);
        }
    }

    /** The later rate less the earlier one, in [−1, 1]. */
    public double difference() {
        return current / currentTrials - previous / previousTrials;
    }

    /** The same comparison with the two sides in each other's place. */
    public UnpairedCounts swapped() {
        return new UnpairedCounts(current, currentTrials, previous, previousTrials);
    }
}
