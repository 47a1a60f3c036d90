package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;

/**
 * Something that a rule found.
 *
 * @param rule the rule's id, e.g. {@code EK-REF-001}
 * @param severity how much it matters
 * @param location where, the file relative to the repository
 * @param pointer the JSON pointer of the value in question; empty where it is the whole file, or the file is no JSON
 * @param message what was found, what was expected, what to do
 */
public record Finding(String rule, Severity severity, Location location, String pointer, String message) {
    /** A finding about a file as a whole, or a place in it that has no JSON pointer. */
    public Finding(String rule, Severity severity, Location location, String message) {
        this(rule, severity, location, "", message);
    }

    /** The error that an exception tells of; it belongs to the given file where it does not say so itself. */
    static Finding of(String rule, EvalkitException failure, String file) {
        String message = String.valueOf(failure.getMessage());
        Location at = failure.location().orElse(Location.of(file));
        String prefix = at + ": ";
        return new Finding(
                rule, Severity.ERROR, at, message.startsWith(prefix) ? message.substring(prefix.length()) : message);
    }

    @Override
    public String toString() {
        return location + ": " + message + (pointer.isEmpty() ? "" : " (at " + pointer + ")") + " [" + rule + "]";
    }
}
