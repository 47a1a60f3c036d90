package dev.evalkit.lmarena.drift;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonKind;
import dev.evalkit.lmarena.board.Board;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Regime;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.lmarena.source.FileSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One of two boards that are compared.
 *
 * @param path its file as messages name it
 * @param sha256 the digest of that file
 * @param origin where the board comes from
 * @param regime what kind of numbers it has
 * @param selection which part of the board it is
 * @param rows its rows
 */
public record BoardSide(
        String path, String sha256, Origin origin, Regime regime, Selection selection, List<BoardRow> rows) {
    private static final String BOARD = "text";

    public BoardSide {
        rows = List.copyOf(rows);
    }

    /** Whether a path is a file with a snapshot or a board of the arena catalog in it, rather than results or a run. */
    public static boolean isBoard(Path file) {
        if (!Files.isRegularFile(file) || !startsAnObject(file)) {
            return false;
        }
        return FileSource.isBoard(JsonDocument.read(file));
    }

    /** Result files are arrays and may be long; they are not read for this. */
    private static boolean startsAnObject(Path file) {
        try (JsonCursor json = JsonCursor.open(file)) {
            return json.peek() == JsonKind.BEGIN_OBJECT;
        }
    }

    /**
     * The board in a file.
     *
     * @param path the file as messages name it
     * @throws EvalkitException if there is none in it
     */
    public static BoardSide read(Path file, String path) {
        if (!isBoard(file)) {
            throw new EvalkitException(
                    Location.of(path),
                    "found no leaderboard, though the other side is one; compare two snapshots, or two results");
        }
        JsonDocument document = JsonDocument.read(file, path);
        if (SnapshotFile.isSnapshot(document)) {
            Snapshot snapshot = SnapshotFile.of(document);
            return new BoardSide(
                    path,
                    document.sha256(),
                    snapshot.origin(),
                    snapshot.regime(),
                    snapshot.selection(),
                    snapshot.rows());
        }
        Board board = new FileSource(file, path).read(BOARD);
        return new BoardSide(path, document.sha256(), board.origin(), board.regime(), Selection.ALL, board.rows());
    }
}
