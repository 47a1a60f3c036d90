package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;

/**
 * The version of a document's form: {@code schema_version}, and beside it in what evalkit writes {@code needs_evalkit}, the oldest evalkit that
 * reads that form. A document without a version is of the first.
 */
public final class SchemaVersion {
    /** The key of the version, a whole number. */
    public static final String KEY = "schema_version";

    /** The key of the oldest evalkit that reads the form. */
    public static final String NEEDS = "needs_evalkit";

    private SchemaVersion() {}

    /**
     * Refuses a document of a form that is newer than what is read here.
     *
     * @param newest the newest version that is read
     * @throws EvalkitException if the document's is newer; the message says which evalkit it needs. Versions that are no whole numbers are
     *     for the schema to judge
     */
    public static void requireAtMost(long newest, JsonObject document) {
        if (document.asMap().get(KEY) instanceof Long version && version > newest) {
            throw new EvalkitException(
                    document.location(KEY),
                    "\"" + KEY + "\" " + version + " is newer than " + newest
                            + ", the newest that this evalkit reads; it needs "
                            + document.optionalString(NEEDS)
                                    .map(needed -> "evalkit " + Shown.text(needed) + " or newer")
                                    .orElse("a newer evalkit"));
        }
    }
}
