package dev.evalkit.benchmarks.calibration;

/** What is counted. */
enum Measure {
    BALANCED_FALSE_ALARM(Kind.ERROR, "balanced fails, nothing is worse"),
    LENIENT_FALSE_ALARM(Kind.ERROR, "lenient fails, every drop is M"),
    STRICT_MISS(Kind.ERROR, "strict passes, one drop is M, scores differ"),
    STRICT_IDENTITY(Kind.NAIVE, "strict passes, one drop is M, for no sample differs"),
    WORSE_FOUND(Kind.POWER, "drop of the minimum detectable effect is found"),
    COVERED(Kind.COVERAGE, "95 % interval holds the truth"),
    UNADJUSTED(Kind.NAIVE, "naive: no correction, nothing is worse"),
    OBSERVED_DROP(Kind.NAIVE, "naive: fail on an observed drop beyond M, nothing is worse"),
    UNPAIRED_FOUND(Kind.NAIVE, "naive: unpaired z finds the same drop"),
    UNCLUSTERED(Kind.NAIVE, "naive: clusters ignored, nothing is worse");

    /** What a share of it is compared with. */
    enum Kind {
        ERROR,
        POWER,
        COVERAGE,
        NAIVE
    }

    private final Kind kind;
    private final String words;

    Measure(Kind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return words;
    }
}
