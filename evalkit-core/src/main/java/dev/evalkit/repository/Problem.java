package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;

/**
 * A fault that was met while a repository was read, and that did not keep the rest from being read.
 *
 * @param location where, the file relative to the repository
 * @param message what was found, what was expected, what to do
 */
public record Problem(Location location, String message) {

    /** What an exception says; it belongs to the given file where it does not say so itself. */
    static Problem of(EvalkitException failure, String file) {
        String message = String.valueOf(failure.getMessage());
        return failure.location()
                .map(at -> new Problem(at, message.substring(at.toString().length() + 2)))
                .orElseGet(() -> new Problem(Location.of(file), message));
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
