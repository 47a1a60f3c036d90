package dev.evalkit.scan;

import dev.evalkit.Shown;

/**
 * Something that was not looked into.
 *
 * @param file the file, relative to the repository
 * @param reason why not, and what to do
 */
public record Skipped(String file, String reason) {
    @Override
    public String toString() {
        return Shown.text(file) + ": " + reason;
    }
}
