package dev.evalkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that evalkit was asked to do cannot be done: a document is malformed, a file is missing, an argument makes no sense.
 *
 * <p>The message is written for the person who has to act: what was found, what was expected, what to do next. Where the cause
 * stands in a file the message begins with {@code file:line:column}. An unmet gate is not an exception.
 */
public class EvalkitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Location location;

    /** A failure that belongs to no file. */
    public EvalkitException(String message) {
        this(null, message, null);
    }

    /** A failure that belongs to no file, with its cause. */
    public EvalkitException(String message, @Nullable Throwable cause) {
        this(null, message, cause);
    }

    /** A failure at a place in a file. */
    public EvalkitException(Location location, String message) {
        this(location, message, null);
    }

    /** A failure at a place in a file, with its cause. */
    public EvalkitException(@Nullable Location location, String message, @Nullable Throwable cause) {
        super(location == null ? message : location + ": " + message, cause);
        this.location = location;
    }

    /** The place in a file that the message begins with. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }
}
