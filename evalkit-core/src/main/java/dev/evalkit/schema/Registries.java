package dev.evalkit.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The schema library, set up so that a schema can reach the bundled schemas and the published meta-schemas and nothing else. */
final class Registries {
    /** Where schemas stand for one another; nothing is ever fetched from there. */
    static final String BASE = "https://evalkit.invalid/templates/";

    private Registries() {}

    /**
     * A registry for one schema.
     *
     * @param name the schema as messages name it
     */
    static SchemaRegistry create(String name) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .regularExpressionFactory(pattern -> new BoundedPattern(name, pattern))
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.allow(Registries::isAllowed)
                                .resourceLoaders(resources -> resources.values(all -> {
                                    all.clear();
                                    all.add(Registries::bundled);
                                }))));
    }

    private static boolean isAllowed(AbsoluteIri iri) {
        return isBundled(iri)
                || iri.toString().startsWith("https://json-schema.org/draft/")
                || iri.toString().startsWith("http://json-schema.org/draft-");
    }

    private static boolean isBundled(AbsoluteIri iri) {
        return iri.toString().matches(BASE.replace(".", "\\.") + "[a-z_]+\\.schema\\.json");
    }

    private static @Nullable InputStreamSource bundled(AbsoluteIri iri) {
        if (!isBundled(iri)) {
            return null;
        }
        byte[] schema = Schemas.bundled(iri.toString().substring(BASE.length())).bytes();
        return () -> new ByteArrayInputStream(schema);
    }
}
