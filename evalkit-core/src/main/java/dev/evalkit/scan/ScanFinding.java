package dev.evalkit.scan;

import dev.evalkit.Location;
import dev.evalkit.Shown;

/**
 * A secret that was found, without the secret.
 *
 * @param rule the id of the rule
 * @param description what the rule finds
 * @param file the file, relative to the repository; what lies in an archive stands behind {@code !/}
 * @param line the line, counted from 1; 0 where the file's name alone is the finding
 * @param column the column in UTF-16 code units, counted from 1; 0 where the file's name alone is the finding
 * @param length how many characters the secret has; 0 where the file's name alone is the finding
 * @param fingerprint a keyed hash of rule, file and secret, 64 hexadecimal digits
 */
public record ScanFinding(
        String rule, String description, String file, int line, int column, int length, String fingerprint) {

    /** Where it is, fit for a message. */
    public Location location() {
        return new Location(Shown.text(file), line, column);
    }

    /** What was found, without what it is. */
    public String message() {
        String what = Shown.text(description.isBlank() ? rule : description);
        return length == 0 ? what + " (by its name)" : what + " [redacted, " + length + " characters]";
    }

    @Override
    public String toString() {
        return location() + ": " + message() + " [" + rule + "]";
    }
}
