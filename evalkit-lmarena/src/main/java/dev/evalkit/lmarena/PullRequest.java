package dev.evalkit.lmarena;

import dev.evalkit.lmarena.board.Selection;

/**
 * What is to be pulled.
 *
 * @param config which of the source's boards, e.g. {@code text}
 * @param selection which part of it
 */
public record PullRequest(String config, Selection selection) {

    /** The board that most people mean. */
    public static final String TEXT = "text";

    /** All of a board. */
    public static PullRequest of(String config) {
        return new PullRequest(config, Selection.ALL);
    }
}
