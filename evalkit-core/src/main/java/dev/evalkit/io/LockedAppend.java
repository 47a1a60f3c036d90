package dev.evalkit.io;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to a file that other threads and processes append to as well.
 *
 * <p>A line is one write under a lock inside the JVM and a lock on the file, forced to disk. A last line that has no newline (a writer
 * died, or an editor left it off) is closed with one first, so that it is never joined to the new line, and reported.
 */
public final class LockedAppend {
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BLOCK = 1 << 13;

    private LockedAppend() {}

    /**
     * What an append found and did.
     *
     * @param position where the new line begins, in bytes from the start of the file
     * @param tornBytes the length of the last line before it if that had no newline, else 0
     */
    public record Appended(long position, long tornBytes) {
        /** Whether the line before was torn. */
        public boolean foundTornTail() {
            return tornBytes > 0;
        }
    }

    /**
     * Appends one line; the file and its folders are made where they are missing.
     *
     * @param line the line without its newline
     * @throws IllegalArgumentException if the line holds a line break
     * @throws EvalkitException if the file cannot be written, or another process keeps it locked for half a minute; the file is then as it was
     */
    public static Appended line(Path file, String line) {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("One line expected, found a line break in: " + line);
        }
        return lines(file, line);
    }

    /**
     * Appends text of any number of lines in one write; else like {@link #line}.
     *
     * @param lines the text without its last newline
     * @throws EvalkitException if the file cannot be written, or another process keeps it locked for half a minute; the file is then as it was
     */
    public static Appended lines(Path file, String lines) {
        IN_THIS_JVM.lock();
        try {
            return append(file, lines);
        } catch (IOException e) {
            throw Failures.of(file, "cannot be appended to", e);
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    private static Appended append(Path file, String line) throws IOException {
        Folders.create(Folders.of(file));
        boolean isNew = !Files.exists(file);
        Appended appended;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            FileLock lock = lock(file, channel);
            long end = channel.size();
            long torn = end - startOfLastLine(channel, end);
            writeAt(channel, end, (torn > 0 ? "\n" : "") + line + "\n");
            channel.force(true);
            lock.release();
            appended = new Appended(torn > 0 ? end + 1 : end, torn);
        }
        if (isNew) {
            Folders.force(Folders.of(file));
        }
        return appended;
    }

    private static FileLock lock(Path file, FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EvalkitException(Location.of(file.toString()), "interrupted while waiting for its lock", e);
            }
        }
        throw new EvalkitException(
                Location.of(file.toString()),
                "another process has kept it locked for " + PATIENCE.toSeconds()
                        + " s; end that process and try again");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held in this JVM by a copy of this class from another class loader, which IN_THIS_JVM cannot see.
            return null;
        }
    }

    private static long startOfLastLine(FileChannel channel, long end) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long to = end; to > 0; ) {
            long from = Math.max(0, to - BLOCK);
            block.clear().limit((int) (to - from));
            while (block.hasRemaining() && channel.read(block, from + block.position()) >= 0) {
                // A read may bring less than was asked for.
            }
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    private static void writeAt(FileChannel channel, long end, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        boolean whole = false;
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            whole = true;
        } finally {
            if (!whole) {
                channel.truncate(end);
            }
        }
    }
}
