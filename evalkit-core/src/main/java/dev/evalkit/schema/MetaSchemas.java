package dev.evalkit.schema;

import com.networknt.schema.SpecificationVersion;
import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonDocument;
import java.util.Optional;

/** What a schema must satisfy to be one. */
final class MetaSchemas {
    private MetaSchemas() {}

    /** The meta-schema that a schema names; draft 2020-12 where it names none. */
    static DocumentSchema of(JsonDocument schema, Companions companions) {
        return DocumentSchema.metaSchema(id(schema, companions), companions);
    }

    private static String id(JsonDocument schema, Companions companions) {
        Optional<String> named = schema.isObject() ? schema.object().optionalString("$schema") : Optional.empty();
        if (named.isEmpty()) {
            return SpecificationVersion.DRAFT_2020_12.getDialectId();
        }
        if (companions.find(named.get()).isPresent()) {
            return named.get();
        }
        return SpecificationVersion.fromDialectId(named.get())
                .map(SpecificationVersion::getDialectId)
                .orElseThrow(() -> new EvalkitException(
                        schema.locate("/$schema"),
                        "found the schema language " + Shown.quoted(named.get())
                                + ", expected JSON Schema draft 4, 6, 7, 2019-09 or 2020-12, e.g. \""
                                + SpecificationVersion.DRAFT_2020_12.getDialectId() + "\""));
    }
}
