package dev.evalkit.lmarena.board;

import java.util.List;

/**
 * A board as a source gave it.
 *
 * @param origin where it comes from
 * @param regime what kind of numbers it has
 * @param rows its rows, in the source's order
 * @param notices what was noticed while it was read
 */
public record Board(Origin origin, Regime regime, List<BoardRow> rows, Notices notices) {
    public Board {
        rows = List.copyOf(rows);
    }
}
