package dev.evalkit.schema;

import com.networknt.schema.SpecificationVersion;
import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonDocument;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a schema must satisfy to be one. */
final class MetaSchemas {
    private static final Map<SpecificationVersion, DocumentSchema> LOADED = new ConcurrentHashMap<>();

    private MetaSchemas() {}

    /** The meta-schema that a schema names; draft 2020-12 where it names none. */
    static DocumentSchema of(JsonDocument schema) {
        return LOADED.computeIfAbsent(version(schema), DocumentSchema::published);
    }

    private static SpecificationVersion version(JsonDocument schema) {
        Optional<String> named = schema.isObject() ? schema.object().optionalString("$schema") : Optional.empty();
        if (named.isEmpty()) {
            return SpecificationVersion.DRAFT_2020_12;
        }
        return SpecificationVersion.fromDialectId(named.get())
                .orElseThrow(() -> new EvalkitException(
                        schema.locate("/$schema"),
                        "found the schema language " + Shown.quoted(named.get())
                                + ", expected JSON Schema draft 4, 6, 7, 2019-09 or 2020-12, e.g. \""
                                + SpecificationVersion.DRAFT_2020_12.getDialectId() + "\""));
    }
}
