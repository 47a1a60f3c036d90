package dev.evalkit.lmarena.source;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.board.Board;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.lmarena.source.BoardException.Kind;
import org.jspecify.annotations.Nullable;

/** A board that is one document: a snapshot, or a file of the arena catalog. */
final class BoardDocument {
    private BoardDocument() {}

    static boolean isBoard(JsonDocument document) {
        return SnapshotFile.isSnapshot(document) || CatalogParser.isCatalog(document);
    }

    /**
     * The board that a document is.
     *
     * @param endpoint where it comes from
     * @param config which board it is, where it does not say so
     * @param sha256 the digest of what was received
     * @throws dev.evalkit.EvalkitException if it is none
     */
    static Board board(JsonDocument document, String endpoint, String config, String sha256, @Nullable String etag) {
        if (SnapshotFile.isSnapshot(document)) {
            return copy(SnapshotFile.of(document), endpoint, sha256, etag);
        }
        if (CatalogParser.isCatalog(document)) {
            return CatalogParser.parse(document, endpoint, config, sha256, etag);
        }
        throw new BoardException(
                Kind.FORM,
                document.name(),
                "found neither a snapshot nor a board of the arena catalog ({\"<category>\": {\"<model>\": {\"rating\": …}}}); check the address, or whether the format has changed");
    }

    /** A snapshot of a snapshot says what the first one said, and where that lay. */
    private static Board copy(Snapshot snapshot, String endpoint, String sha256, @Nullable String etag) {
        Origin first = snapshot.origin();
        Origin origin = new Origin(
                endpoint,
                first.dataset(),
                first.config(),
                first.split(),
                first.revision(),
                etag,
                first.publishDate(),
                sha256,
                first.license(),
                first.attribution());
        return new Board(origin, snapshot.regime(), snapshot.rows(), snapshot.notices());
    }
}
