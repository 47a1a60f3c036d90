package dev.evalkit.evaluate.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row has beside its scores. Its digest is not copied, since one digest serves many rows; nobody changes it. */
public final class RowKey {
    /** Nothing beside the scores. */
    public static final RowKey NONE = new RowKey(null, null, null, List.of());

    private final @Nullable String id;
    private final byte @Nullable [] reference;
    private final @Nullable String cluster;
    private final List<List<String>> slices;

    /**
     * A key.
     *
     * @param id the sample's id, or null
     * @param reference the SHA-256 digest of its reference columns, or null where nobody asks
     * @param cluster its cluster, or null where samples are not clustered
     * @param slices its values in each slice column
     */
    public RowKey(
            @Nullable String id, byte @Nullable [] reference, @Nullable String cluster, List<List<String>> slices) {
        this.id = id;
        this.reference = reference;
        this.cluster = cluster;
        this.slices = List.copyOf(slices);
    }

    /** The sample's id, or null. */
    public @Nullable String id() {
        return id;
    }

    /** The SHA-256 digest of its reference columns, or null. */
    public byte @Nullable [] reference() {
        return reference;
    }

    /** Its cluster, or null. */
    public @Nullable String cluster() {
        return cluster;
    }

    /** Its values in each slice column. */
    public List<List<String>> slices() {
        return slices;
    }
}
