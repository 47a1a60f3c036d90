package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.nio.file.Path;

/** A file that cannot be read, in the words of a message. */
final class Unreadable {
    private Unreadable() {}

    static EvalkitException because(Path file, IOException cause) {
        return new EvalkitException(Location.of(file.toString()), "it cannot be read: " + cause.getMessage(), cause);
    }
}
