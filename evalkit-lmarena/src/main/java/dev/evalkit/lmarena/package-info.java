/**
 * Leaderboard sources, and the way from a published board to a dated local snapshot.
 *
 * <p>Only this package touches the network. It may use the core; nothing in the core knows of it.
 */
@NullMarked
package dev.evalkit.lmarena;

import org.jspecify.annotations.NullMarked;
