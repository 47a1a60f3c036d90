package dev.evalkit.lmarena.source;

import dev.evalkit.lmarena.board.Board;

/** What a source gave. */
public sealed interface Fetched permits Fetched.Fresh, Fetched.Unchanged {

    /**
     * A board.
     *
     * @param board the board
     */
    record Fresh(Board board) implements Fetched {}

    /**
     * Nothing new since the snapshot that is known.
     *
     * @param why how that is known, e.g. {@code revision abc}
     */
    record Unchanged(String why) implements Fetched {}
}
