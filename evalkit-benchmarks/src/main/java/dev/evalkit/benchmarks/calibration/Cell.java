package dev.evalkit.benchmarks.calibration;

/**
 * How often something happened in a design.
 *
 * @param study the study, e.g. {@code paired 0/1}
 * @param design the design in one line, e.g. {@code n=500 psi=0.05 m=10 M=0.02 d=0}
 * @param measure what was counted
 * @param isPromised whether the documentation promises anything of this design: of few clusters it does not
 * @param hits how often it happened
 * @param rounds of how many
 */
record Cell(String study, String design, Measure measure, boolean isPromised, long hits, long rounds) {

    double share() {
        return (double) hits / rounds;
    }

    /** Whether the share is within what is promised, given that there are so many cells of its kind and each is simulated. */
    boolean isWithinLimit(int cells) {
        if (!isPromised) {
            return true;
        }
        return switch (measure.kind()) {
            case ERROR -> share() <= Limits.error(cells, rounds);
            case COVERAGE -> share() >= Limits.COVERAGE;
            case POWER -> share() >= Limits.POWER;
            case NAIVE -> true;
        };
    }
}
