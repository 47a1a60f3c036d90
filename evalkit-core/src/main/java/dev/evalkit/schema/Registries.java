package dev.evalkit.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import dev.evalkit.json.JsonDocument;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The schema library, set up so that a schema can reach the bundled schemas and the published meta-schemas and nothing else. */
final class Registries {
    private Registries() {}

    /**
     * A registry for one schema.
     *
     * @param name the schema as messages name it
     * @param budget what its patterns share
     */
    static SchemaRegistry create(String name, Companions companions, PatternBudget budget) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                // Of draft 7 and older the library would assert it, of the newer ones not; most other tools do for
                // none.
                .formatAssertionsEnabled(false)
                .regularExpressionFactory(pattern -> new BoundedPattern(name, pattern, budget))
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.allow(
                                        iri -> isPublished(iri.toString()) || source(iri, companions) != null)
                                .resourceLoaders(resources -> resources.values(all -> {
                                    all.clear();
                                    all.add(iri -> source(iri, companions));
                                }))));
    }

    /** The library has these within itself. */
    private static boolean isPublished(String iri) {
        return iri.startsWith("https://json-schema.org/draft/") || iri.startsWith("http://json-schema.org/draft-");
    }

    private static @Nullable InputStreamSource source(AbsoluteIri iri, Companions companions) {
        JsonDocument found = companions.find(iri.toString()).orElse(null);
        return found == null ? null : () -> new ByteArrayInputStream(found.bytes());
    }
}
