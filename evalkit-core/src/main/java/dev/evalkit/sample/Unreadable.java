package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file that cannot be read, in the words of a message. */
final class Unreadable {
    private Unreadable() {}

    static EvalkitException because(Path file, IOException cause) {
        // What the file system says is a name alone, or nothing.
        boolean plain = cause.getMessage() != null && !(cause instanceof FileSystemException);
        String reason = plain ? cause.getMessage() : cause.getClass().getSimpleName();
        return new EvalkitException(Location.of(file.toString()), "it cannot be read: " + reason, cause);
    }
}
