package dev.evalkit.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes whole files so that they are there whole or not at all.
 *
 * <p>The content goes to a hidden file in the target's folder ({@code .name.tmp-…}), which is forced to disk and then renamed over the
 * target. Folders that are missing are made. A file that is replaced keeps its mode; a symbolic link is replaced, not followed.
 * Whatever fails, the old file stays as it was and the hidden one is deleted. Failures to write are {@link
 * dev.evalkit.EvalkitException}s that name the file.
 */
public final class DurableFile {
    private static final int BUFFER = 1 << 16;

    private DurableFile() {}

    /** Writes bytes. */
    public static void write(Path target, byte[] content) {
        write(target, out -> out.write(content));
    }

    /** Writes text as UTF-8. */
    public static void write(Path target, String content) {
        write(target, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Copies a file's bytes; the target is written like any other. */
    public static void copy(Path from, Path to) {
        write(to, out -> Files.copy(from, out));
    }

    /**
     * Writes what the given code puts into a buffered stream. The code may close the stream. What it throws is thrown on, an {@link
     * IOException} as an {@link dev.evalkit.EvalkitException}.
     */
    public static void write(Path target, IoConsumer<OutputStream> content) {
        try {
            replace(target, content);
        } catch (IOException e) {
            throw Failures.of(target, "cannot be written", e);
        }
    }

    private static void replace(Path target, IoConsumer<OutputStream> content) throws IOException {
        Path folder = Folders.of(target);
        Folders.create(folder);
        Path temporary = hiddenSibling(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                OutputStream out = new BufferedOutputStream(new Unclosed(Channels.newOutputStream(channel)), BUFFER);
                content.accept(out);
                out.flush();
                keepMode(target, temporary);
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        Folders.force(folder);
    }

    /** A hidden name beside the target that nothing else uses. */
    static Path hiddenSibling(Path target) {
        String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return Folders.of(target).resolve("." + target.getFileName() + ".tmp-" + suffix);
    }

    private static void keepMode(Path target, Path temporary) throws IOException {
        PosixFileAttributeView replacement = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (replacement != null && Files.isRegularFile(target)) {
            replacement.setPermissions(Files.getPosixFilePermissions(target));
        }
    }

    /** Lets the writing code close its stream while the file still has to be forced to disk. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
