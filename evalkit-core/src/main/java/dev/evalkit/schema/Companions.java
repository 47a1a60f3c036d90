package dev.evalkit.schema;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas that a schema can refer to by {@code $ref}, besides the published meta-schemas. Nothing is ever fetched. */
@FunctionalInterface
interface Companions {
    /** Where the files of a templates folder stand for one another; a name that nobody can have (RFC 2606). */
    String BASE = "https://evalkit.invalid/templates/";

    /** Those that come with evalkit. */
    Companions BUNDLED = iri -> file(iri).filter(Schemas::isBundled).map(Schemas::bundled);

    /** The schema under an address, empty if there is none. */
    Optional<JsonDocument> find(String iri);

    /** Those of a repository's templates folder, then those that come with evalkit. */
    static Companions of(Path root) {
        return iri -> file(iri)
                .map(Schemas.FOLDER::concat)
                .filter(file -> Files.exists(root.resolve(file)))
                .map(file -> JsonDocument.readInside(root, file, JsonLimits.forAuthored()))
                .or(() -> BUNDLED.find(iri));
    }

    private static Optional<String> file(String iri) {
        Matcher matcher = Pattern.compile(Pattern.quote(BASE) + "([A-Za-z0-9_-][A-Za-z0-9._-]*\\.json)")
                .matcher(iri);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
