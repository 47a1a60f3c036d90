package dev.evalkit.sample;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How records are written. */
enum SampleFormat {
    /** An object a line. */
    JSON_LINES,
    /** One array of objects. */
    JSON_ARRAY,
    /** Comma-separated, with a header. */
    CSV,
    /** Tab-separated, with a header. */
    TSV;

    /** What the name says, {@code .gz} aside: {@link #CSV}, {@link #TSV}, {@link #JSON_LINES} for any JSON; empty where it says nothing. */
    static Optional<SampleFormat> ofName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - ".gz".length());
        }
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv":
                return Optional.of(CSV);
            case "tsv":
                return Optional.of(TSV);
            case "jsonl", "ndjson", "json":
                return Optional.of(JSON_LINES);
            default:
                return Optional.empty();
        }
    }

    boolean isSeparated() {
        return this == CSV || this == TSV;
    }

    byte separator() {
        return (byte) (this == TSV ? '\t' : ',');
    }

    RecordSplitter splitter() {
        switch (this) {
            case JSON_LINES:
                return new LineSplitter();
            case JSON_ARRAY:
                return new ArraySplitter();
            default:
                return new CsvSplitter(separator());
        }
    }
}
