package dev.evalkit.evaluate.builtin;

/** The unit of times and durations. */
enum TimeUnit {
    S(1),
    MS(1e3),
    US(1e6),
    NS(1e9);

    private final double perSecond;

    TimeUnit(double perSecond) {
        this.perSecond = perSecond;
    }

    /** How many make a second. */
    double perSecond() {
        return perSecond;
    }
}
