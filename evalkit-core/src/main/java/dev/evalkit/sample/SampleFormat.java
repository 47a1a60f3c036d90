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
        return switch (extension(file)) {
            case "csv" -> Optional.of(CSV);
            case "tsv" -> Optional.of(TSV);
            case "jsonl", "ndjson", "json" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /** Whether the name says that the file is one JSON document. */
    static boolean isNamedJson(Path file) {
        return extension(file).equals("json");
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    boolean isSeparated() {
        return this == CSV || this == TSV;
    }

    byte separator() {
        return (byte) (this == TSV ? '\t' : ',');
    }

    RecordSplitter splitter() {
        return switch (this) {
            case JSON_LINES -> new LineSplitter();
            case JSON_ARRAY -> new ArraySplitter();
            default -> new CsvSplitter(separator());
        };
    }
}
