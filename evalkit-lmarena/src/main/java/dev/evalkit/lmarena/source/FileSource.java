package dev.evalkit.lmarena.source;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.board.Board;
import java.nio.file.Path;

/** A local file: a snapshot, or a board of the arena catalog. */
public final class FileSource implements BoardSource {
    private final Path file;
    private final String name;

    /**
     * A file.
     *
     * @param name the file as messages and snapshots name it
     */
    public FileSource(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** Whether a document is a board, so that it can be read by {@link #read}. */
    public static boolean isBoard(JsonDocument document) {
        return BoardDocument.isBoard(document);
    }

    @Override
    public String endpoint() {
        return name;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Fetched fetch(BoardRequest request) {
        return new Fetched.Fresh(read(request.config()));
    }

    /**
     * The board in the file.
     *
     * @param config which board it is, where the file does not say so
     * @throws dev.evalkit.EvalkitException if it is none
     */
    public Board read(String config) {
        JsonDocument document = JsonDocument.read(file, name);
        return BoardDocument.board(document, name, config, document.sha256(), null);
    }
}
