package dev.evalkit.lmarena.http;

import java.time.Duration;

/** When everything has to be done. */
final class Deadline {
    private final Pace pace;
    private final Duration total;
    private final long end;

    private Deadline(Pace pace, Duration total) {
        this.pace = pace;
        this.total = total;
        this.end = pace.nanoTime() + total.toNanos();
    }

    /** A deadline that much after now. */
    static Deadline in(Duration total, Pace pace) {
        return new Deadline(pace, total);
    }

    /** What is left; zero or less when it has passed. */
    Duration left() {
        return Duration.ofNanos(end - pace.nanoTime());
    }

    boolean hasPassed() {
        return left().isNegative() || left().isZero();
    }

    /** The whole time, for messages. */
    String shown() {
        return Seconds.shown(total);
    }
}
