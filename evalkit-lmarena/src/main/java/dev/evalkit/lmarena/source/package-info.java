/**
 * Where boards come from: the dataset server, the JSON files of the arena catalog, and local files.
 *
 * <p>Each source gives a {@link dev.evalkit.lmarena.board.Board}, or says that the one that is known has not changed. What a source's format is stands
 * in one parser each: {@link dev.evalkit.lmarena.source.DatasetPage} and {@link dev.evalkit.lmarena.source.CatalogParser}. What they cannot read for
 * certain is a {@link dev.evalkit.lmarena.source.BoardException}, never a guess. Nothing here writes a file.
 */
@NullMarked
package dev.evalkit.lmarena.source;

import org.jspecify.annotations.NullMarked;
