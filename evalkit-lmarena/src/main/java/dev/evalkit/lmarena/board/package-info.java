/**
 * A leaderboard as data: rows, where they come from, what kind of numbers they are, and the file that holds all of it.
 *
 * <p>A source gives a {@link dev.evalkit.lmarena.board.Board}; with the time of retrieval and what was asked for it becomes a {@link
 * dev.evalkit.lmarena.board.Snapshot}, which {@link dev.evalkit.lmarena.board.SnapshotFile} writes and reads. Nothing here reaches a network.
 */
@NullMarked
package dev.evalkit.lmarena.board;

import org.jspecify.annotations.NullMarked;
