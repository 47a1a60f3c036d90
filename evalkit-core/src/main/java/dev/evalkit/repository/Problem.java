package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;

/**
 * A fault that was met while a repository was read, and that did not keep the rest from being read.
 *
 * @param location where, the file relative to the repository
 * @param pointer the JSON pointer of the value in question; empty where there is none
 * @param message what was found, what was expected, what to do
 * @param kind what sort of fault it is
 */
public record Problem(Location location, String pointer, String message, Kind kind) {

    /** A fault of a file as a whole, or of a place without a pointer. */
    public Problem(Location location, String message, Kind kind) {
        this(location, "", message, kind);
    }

    /** Sorts of faults. */
    public enum Kind {
        /** The file cannot be read at all: it is no JSON, leads out of the repository, or is of a newer form. */
        UNREADABLE,
        /** The file is read, but says something that evalkit needs in a way that it cannot use; its schema judges that as well. */
        MALFORMED,
        /** What is meant cannot be told: two documents claim one name, or a folder could be several things. */
        AMBIGUOUS
    }

    /** What an exception says; it belongs to the given file where it does not say so itself. */
    static Problem of(EvalkitException failure, String file, Kind kind) {
        String message = String.valueOf(failure.getMessage());
        return failure.location()
                .map(at -> new Problem(at, message.substring(at.toString().length() + 2), kind))
                .orElseGet(() -> new Problem(Location.of(file), message, kind));
    }

    /** The problem as an exception, for whoever cannot go on without what is at fault. */
    public EvalkitException toException() {
        return new EvalkitException(location, message);
    }

    @Override
    public String toString() {
        return location + ": " + message;
    }
}
