package dev.evalkit.schema;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The schema of each kind of document, read when it is first asked for. Thread-safe.
 *
 * <p>A repository may have its own for what people write ({@code templates/indicator.schema.json} and so on, or {@code indicator_schema.json}); what evalkit writes
 * always has the bundled one. A repository's own schemas may refer to one another by file name.
 */
public final class Schemas {
    private static final String BUNDLED = "/dev/evalkit/templates/";
    static final String FOLDER = "templates/";

    private final Optional<Path> repository;
    private final Map<DocumentKind, DocumentSchema> loaded = new ConcurrentHashMap<>();

    private Schemas(Optional<Path> repository) {
        this.repository = repository;
    }

    /** The schemas that come with evalkit. */
    public static Schemas bundled() {
        return new Schemas(Optional.empty());
    }

    /**
     * The schemas of a repository: its own where it has one, else the bundled ones.
     *
     * @param root the repository's root folder, which holds {@code templates/}
     */
    public static Schemas of(Path root) {
        return new Schemas(Optional.of(root));
    }

    /**
     * The schema of a kind.
     *
     * @throws EvalkitException if the repository's own schema cannot be read or is no schema
     */
    public DocumentSchema get(DocumentKind kind) {
        DocumentSchema known = loaded.get(kind);
        return known != null ? known : loaded.computeIfAbsent(kind, this::load);
    }

    private DocumentSchema load(DocumentKind kind) {
        Optional<String> own = own(kind);
        if (own.isPresent() && repository.isPresent()) {
            Path root = repository.get();
            return DocumentSchema.of(
                    JsonDocument.readInside(root, own.get(), JsonLimits.forAuthored()), Companions.of(root));
        }
        return DocumentSchema.trusted(bundled(kind.schemaFile()), Companions.BUNDLED);
    }

    /** The repository's own schema of a kind, relative to its root; also under the name that older repositories use. */
    public Optional<String> own(DocumentKind kind) {
        return repository
                .filter(root -> kind.isAuthored())
                .flatMap(root -> Stream.of(kind.schemaFile(), kind.schemaFile().replace(".schema.json", "_schema.json"))
                        .map(FOLDER::concat)
                        .filter(file -> Files.isRegularFile(root.resolve(file)))
                        .findFirst());
    }

    /** Whether evalkit comes with a schema of that name. */
    static boolean isBundled(String file) {
        return Schemas.class.getResource(BUNDLED + file) != null;
    }

    /** A bundled schema. */
    static JsonDocument bundled(String file) {
        try (InputStream in = Schemas.class.getResourceAsStream(BUNDLED + file)) {
            if (in == null) {
                throw new EvalkitException(
                        "evalkit-core lacks its resource " + BUNDLED + file + "; rebuild or reinstall evalkit");
            }
            return JsonDocument.parse(FOLDER + file, in.readAllBytes());
        } catch (IOException e) {
            throw new EvalkitException("evalkit-core's resource " + BUNDLED + file + " cannot be read", e);
        }
    }
}
