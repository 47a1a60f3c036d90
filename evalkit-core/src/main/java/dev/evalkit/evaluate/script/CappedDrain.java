package dev.evalkit.evaluate.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream to its end on a thread of its own and keeps the first bytes, so that a script that prints without end neither blocks
 * nor fills the memory.
 */
final class CappedDrain {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;
    private final int cap;
    private long seen;
    private @Nullable IOException failure;

    CappedDrain(InputStream stream, int cap, String name) {
        this.cap = cap;
        this.thread = new Thread(() -> drain(stream), name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private synchronized void keep(byte[] buffer, int length) {
        kept.write(buffer, 0, Math.min(length, cap - kept.size()));
        seen += length;
    }

    private synchronized void fail(IOException e) {
        failure = e;
    }

    /** Waits for the end of the stream; false if it has not come within that time. */
    boolean await(long milliseconds) throws InterruptedException {
        thread.join(Math.max(1, milliseconds));
        return !thread.isAlive();
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    synchronized boolean overflowed() {
        return seen > cap;
    }

    synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
