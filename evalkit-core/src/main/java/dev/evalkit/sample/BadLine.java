package dev.evalkit.sample;

import dev.evalkit.Location;

/**
 * A record that was refused.
 *
 * @param location file, line and column of what is wrong with it
 * @param found what stands there, in words
 * @param expected what was expected instead, in words
 */
public record BadLine(Location location, String found, String expected) {

    @Override
    public String toString() {
        return location + ": found " + found + ", expected " + expected;
    }
}
