package dev.evalkit.lmarena;

import dev.evalkit.lmarena.board.Snapshot;
import java.nio.file.Path;

/**
 * A snapshot and the file that holds it.
 *
 * @param file the file
 * @param snapshot what stands in it
 */
public record StoredSnapshot(Path file, Snapshot snapshot) {}
