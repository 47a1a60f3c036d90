package dev.evalkit.io;

import dev.evalkit.EvalkitException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The process's own standard output and error, for documents that are piped on and for commands to a build server. Maven's log puts a level before each line,
 * and Maven 4 does so with all that goes to {@link System#out}: both would spoil them. Nothing else writes there.
 */
public final class StandardStreams {
    private static final int BUFFER = 1 << 16;

    private StandardStreams() {}

    /**
     * Writes a document to the standard output, behind what was printed before.
     *
     * @throws EvalkitException if it cannot be written, e.g. since its reader has ended
     */
    public static void out(IoConsumer<OutputStream> content) {
        System.out.flush();
        write(FileDescriptor.out, "output", content);
    }

    /**
     * Writes a line to the standard error.
     *
     * @throws EvalkitException if it cannot be written
     */
    public static void errorLine(String line) {
        System.err.flush();
        write(FileDescriptor.err, "error", out -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The stream is not closed: it is the process's. */
    private static void write(FileDescriptor descriptor, String name, IoConsumer<OutputStream> content) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        try {
            content.accept(out);
            out.flush();
        } catch (IOException e) {
            throw new EvalkitException("The standard " + name + " cannot be written to: " + e.getMessage(), e);
        }
    }
}
