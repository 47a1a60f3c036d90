package dev.evalkit.lmarena.http;

import java.time.Duration;

/** Durations in messages. */
final class Seconds {
    private static final int MILLIS = 1000;

    private Seconds() {}

    /** E.g. {@code 300 s} or {@code 0.25 s}. */
    static String shown(Duration time) {
        long millis = time.toMillis();
        return (millis % MILLIS == 0 ? Long.toString(millis / MILLIS) : Double.toString(millis / (double) MILLIS))
                + " s";
    }
}
