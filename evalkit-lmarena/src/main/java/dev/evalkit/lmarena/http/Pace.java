package dev.evalkit.lmarena.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Time as a fetch sees it, so that tests need not wait. */
public interface Pace {

    /** A clock that only runs forward, in nanoseconds. */
    long nanoTime();

    /** The time of day, for dates that servers name. */
    Instant now();

    /** Waits. */
    void sleep(Duration time) throws InterruptedException;

    /** The machine's own. */
    static Pace ofSystem() {
        return new Pace() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }
        };
    }
}
