package dev.evalkit.lmarena.source;

/** Something that boards come from. */
public interface BoardSource {

    /** The source as messages and snapshots name it: an address or a file's name. */
    String endpoint();

    /** Whether it needs a network. */
    boolean isRemote();

    /**
     * Gets a board.
     *
     * @throws BoardException if it answers with something else
     * @throws dev.evalkit.EvalkitException if it cannot be reached or read
     */
    Fetched fetch(BoardRequest request);
}
