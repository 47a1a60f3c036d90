/**
 * From a published board to a dated local snapshot.
 *
 * <p>The data pass in this order: a {@link dev.evalkit.lmarena.source.BoardSource}, which {@link dev.evalkit.lmarena.BoardSources} chooses, gives a board; the
 * {@link dev.evalkit.lmarena.Puller} keeps the rows that are asked for, gives them the repository's ids, and the {@link
 * dev.evalkit.lmarena.SnapshotStore} writes them; the {@link dev.evalkit.lmarena.BenchmarkIndex} gets an entry. Nothing is written before everything
 * is there. {@code builtin:leaderboard} reads a snapshot back.
 *
 * <p>Below are {@code board} (what a board is), {@code http} (the only package that touches the network), {@code source} (where boards come from) and {@code
 * drift} (what changed between two). They may use the core; nothing in the core knows of them.
 */
@NullMarked
package dev.evalkit.lmarena;

import org.jspecify.annotations.NullMarked;
