package dev.evalkit.schema;

import java.util.Locale;

/** The kinds of documents in an evaluation repository that have a schema. */
public enum DocumentKind {
    /** A metric's definition, written by people. */
    INDICATOR(true),
    /** A system under test, written by people. */
    MODEL(true),
    /** What a model is tested for, written by people. */
    SCENARIO(true),
    /** A benchmark, written by people. */
    BENCHMARK(true),
    /** Other names of documents, written by people. */
    ALIASES(true),
    /** A result item or an array of them, written by evaluators. */
    RESULTS(false),
    /** A run's manifest, written by evalkit. */
    RUN(false),
    /** The comparison of two runs, written by evalkit. */
    DIFF(false),
    /** The first line of a file of per-sample scores, written by evalkit. */
    SCORES_HEADER(false),
    /** A dated copy of a leaderboard, written by evalkit. */
    SNAPSHOT(false),
    /** The comparison of two such copies, written by evalkit. */
    DRIFT(false),
    /** A line of the QA log, written by evalkit. */
    QA_ENTRY(false),
    /** What validate or scan found, written by evalkit. */
    FINDINGS(false),
    /** What check says of each model and scenario, written by evalkit. */
    CHECK(false),
    /** The findings that a repository accepts, written by evalkit. */
    ACCEPTED(false);

    private final boolean authored;

    DocumentKind(boolean authored) {
        this.authored = authored;
    }

    /** Whether people write such documents. Only then may a repository replace the schema. */
    public boolean isAuthored() {
        return authored;
    }

    /** The name of the schema's file, e.g. {@code indicator.schema.json}, in a repository's {@code templates/} and in the bundled ones. */
    public String schemaFile() {
        return name().toLowerCase(Locale.ROOT) + ".schema.json";
    }
}
