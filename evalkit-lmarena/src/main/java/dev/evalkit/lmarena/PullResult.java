package dev.evalkit.lmarena;

/** What became of a pull. */
public sealed interface PullResult permits PullResult.Written, PullResult.NothingNew {

    /** The newest snapshot, whether or not it is a new one. */
    StoredSnapshot snapshot();

    /**
     * A new snapshot was written.
     *
     * @param snapshot it
     */
    record Written(StoredSnapshot snapshot) implements PullResult {}

    /**
     * The newest snapshot is still what the source has; nothing was written.
     *
     * @param snapshot that snapshot
     * @param why how that is known
     */
    record NothingNew(StoredSnapshot snapshot, String why) implements PullResult {}
}
