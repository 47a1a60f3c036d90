package dev.evalkit.sample;

/**
 * A column that a fold reads.
 *
 * @param name a key at the top of a record or a header of a CSV file; else a dotted path ({@code usage.latency_ms}) or a JSON pointer ({@code
 *     /usage/latency_ms}, {@code /choices/0/text}) into the record. A key with exactly this name wins over a path.
 * @param required whether it is an error if the column occurs in no record of the file
 */
public record Column(String name, boolean required) {

    /** A column that must occur in the file, though not in every record. */
    public static Column required(String name) {
        return new Column(name, true);
    }

    /** A column that may be absent from the file; it is then missing in each sample. */
    public static Column optional(String name) {
        return new Column(name, false);
    }
}
