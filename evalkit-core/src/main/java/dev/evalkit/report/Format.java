package dev.evalkit.report;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that a goal's result is written in. */
public enum Format {
    /** Markdown. */
    MD(".md"),
    /** JSON. */
    JSON(".json"),
    /** Comma-separated values, RFC 4180. */
    CSV(".csv"),
    /** What the console shows. */
    TEXT(".txt"),
    /** JUnit XML. */
    JUNIT(".xml"),
    /** SARIF 2.1.0. */
    SARIF(".sarif");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** The name in configurations, e.g. {@code junit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the name of a file ends, e.g. {@code .xml}. */
    public String ending() {
        return ending;
    }

    /**
     * The format with that name.
     *
     * @param known the formats that it may be
     * @throws EvalkitException if it is none of these
     */
    public static Format ofId(String id, Collection<Format> known) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id) && known.contains(format))
                .findFirst()
                .orElseThrow(() -> new EvalkitException("The format '" + Shown.text(id)
                        + "' is unknown here; it can be any of "
                        + known.stream().sorted().map(Format::id).collect(Collectors.joining(", "))));
    }

    /** The format that a file's name ends like. */
    public static Optional<Format> ofFile(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst();
    }
}
