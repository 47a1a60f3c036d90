package dev.evalkit.qa;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A process that appends entries from several threads at a time. */
final class Appending {
    static final int THREADS = 3;
    static final int ENTRIES = 20;

    private Appending() {}

    public static void main(String[] arguments) throws InterruptedException {
        QaLog log = QaLog.of(Path.of(arguments[0]));
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(() -> IntStream.range(0, ENTRIES)
                        .forEach(i -> log.append(new QaEntry(
                                Instant.EPOCH,
                                arguments[1] + " " + thread + " " + i,
                                "long ".repeat(500),
                                List.of(),
                                Map.of())))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
    }
}
