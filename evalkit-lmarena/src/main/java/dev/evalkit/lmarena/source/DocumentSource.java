package dev.evalkit.lmarena.source;

import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.http.Answer;
import dev.evalkit.lmarena.http.HttpFetcher;
import java.net.URI;

/** A board that is one document on the network: a file of the arena catalog, or somebody's snapshot. */
public final class DocumentSource implements BoardSource {
    private final URI uri;
    private final HttpFetcher http;

    /** A document. */
    public DocumentSource(URI uri, HttpFetcher http) {
        this.uri = uri;
        this.http = http;
    }

    @Override
    public String endpoint() {
        return uri.toString();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Fetched fetch(BoardRequest request) {
        Origin known = request.known();
        Answer answer = http.get(uri, known == null ? null : known.etag());
        if (answer.isNotModified()) {
            return new Fetched.Unchanged("the server says that it has not changed");
        }
        return new Fetched.Fresh(BoardDocument.board(
                answer.document(),
                endpoint(),
                request.config(),
                answer.sha256(),
                answer.header("etag").orElse(null)));
    }
}
