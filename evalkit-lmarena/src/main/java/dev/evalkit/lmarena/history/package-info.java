/**
 * What became of a leaderboard over its dated snapshots, as a page for each source.
 *
 * <p>Snapshots are read from the newest to the oldest, each beside the one after it: {@link dev.evalkit.lmarena.history.BoardHistory} keeps what is shown of them, {@link
 * dev.evalkit.lmarena.history.LeaderboardPage} draws it. Changes of regime are those that {@code lmarena.drift} names.
 */
@NullMarked
package dev.evalkit.lmarena.history;

import org.jspecify.annotations.NullMarked;
