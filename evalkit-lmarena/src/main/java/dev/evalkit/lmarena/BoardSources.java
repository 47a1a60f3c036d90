package dev.evalkit.lmarena;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.lmarena.http.HttpFetcher;
import dev.evalkit.lmarena.source.BoardSource;
import dev.evalkit.lmarena.source.DatasetServer;
import dev.evalkit.lmarena.source.DocumentSource;
import dev.evalkit.lmarena.source.FileSource;
import dev.evalkit.repository.EvaluationRepository;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the source that an address or a file's name means. */
public final class BoardSources {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private final EvaluationRepository repository;
    private final HttpFetcher http;
    private final Consumer<String> progress;

    /**
     * Sources for a repository.
     *
     * @param http what fetches from the network
     * @param progress is told of what takes time
     */
    public BoardSources(EvaluationRepository repository, HttpFetcher http, Consumer<String> progress) {
        this.repository = repository;
        this.http = http;
        this.progress = progress;
    }

    /**
     * The source.
     *
     * @param place null for the public dataset server; {@code https://…/….json} for a document; any other {@code https://…} for a dataset server; else a
     *     file, also as {@code file:…}, relative to the repository
     * @throws EvalkitException if it is none of these
     */
    public BoardSource choose(@Nullable String place) {
        if (place == null) {
            return new DatasetServer(URI.create(DatasetServer.PUBLIC), http, progress);
        }
        if (!SCHEME.matcher(place).matches()) {
            return file(repository.root().resolve(place));
        }
        URI uri = uri(place);
        return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
            case "http", "https" ->
                String.valueOf(uri.getPath()).endsWith(".json")
                        ? new DocumentSource(uri, http)
                        : new DatasetServer(uri, http, progress);
            case "file" -> file(Path.of(uri));
            default ->
                throw new EvalkitException(
                        "evalkit.sourceUrl is " + Shown.quoted(place) + ", expected an https address, or a file");
        };
    }

    private FileSource file(Path file) {
        return new FileSource(file, repository.nameOf(file));
    }

    private static URI uri(String place) {
        try {
            return new URI(place);
        } catch (URISyntaxException e) {
            throw new EvalkitException(
                    "evalkit.sourceUrl is " + Shown.quoted(place) + ", which is no address: " + e.getReason(), e);
        }
    }
}
