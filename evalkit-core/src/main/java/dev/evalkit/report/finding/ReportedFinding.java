package dev.evalkit.report.finding;

import dev.evalkit.Location;
import dev.evalkit.validate.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding, whichever goal found it.
 *
 * @param rule the id of its rule
 * @param severity how much it matters
 * @param location where, the file relative to the repository; columns in UTF-16 code units
 * @param pointer the JSON pointer of the value in question, or empty
 * @param message what was found, what was expected, what to do
 * @param fingerprint by what it is known again when lines move: no two findings of a report have the same
 * @param acceptedFor why it is accepted, or null where it is not
 */
public record ReportedFinding(
        String rule,
        Severity severity,
        Location location,
        String pointer,
        String message,
        String fingerprint,
        @Nullable String acceptedFor) {

    /** Whether it is not accepted. */
    public boolean isOpen() {
        return acceptedFor == null;
    }

    /** The message with the place in the document. */
    String fullMessage() {
        return message + (pointer.isEmpty() ? "" : " (at " + pointer + ")");
    }

    ReportedFinding numbered(int number) {
        return new ReportedFinding(rule, severity, location, pointer, message, fingerprint + ":" + number, acceptedFor);
    }
}
