package dev.evalkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasTest {
    private static final String NOTHING_FITS =
            "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"not\": {}}";

    @TempDir
    Path root;

    @Test
    void theRepositorysOwnSchemaReplacesThatOfAnAuthoredKind() throws IOException {
        ownSchema("model.schema.json", NOTHING_FITS);
        Schemas schemas = Schemas.of(root);
        JsonDocument empty = JsonDocument.parse("x.json", "{}");
        assertThat(schemas.get(DocumentKind.MODEL).validate(empty)).hasSize(1);
        assertThat(schemas.get(DocumentKind.INDICATOR).validate(empty)).isEmpty();
        assertThat(schemas.get(DocumentKind.MODEL)).isSameAs(schemas.get(DocumentKind.MODEL));
    }

    @Test
    void theSchemaOfAWrittenKindIsNeverReplaced() throws IOException {
        ownSchema("results.schema.json", NOTHING_FITS);
        assertThat(Schemas.of(root).get(DocumentKind.RESULTS).validate(JsonDocument.parse("x.json", "[]")))
                .isEmpty();
    }

    @Test
    void aFaultInTheRepositorysSchemaHasItsPlace() throws IOException {
        ownSchema("indicator.schema.json", "{\n  \"required\": \"id\"\n}");
        Schemas schemas = Schemas.of(root);
        assertThatThrownBy(() -> schemas.get(DocumentKind.INDICATOR))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "templates/indicator.schema.json:2:15: not a JSON Schema: \"required\" must be an array, found the string \"id\"");
    }

    @Test
    void theRepositorysSchemasMayReferToOneAnother() throws IOException {
        ownSchema("model.schema.json", "{\"properties\": {\"id\": {\"$ref\": \"common.json#/$defs/id\"}}}");
        ownSchema("common.json", "{\"$defs\": {\"id\": {\"pattern\": \"^m-\"}}}");
        DocumentSchema schema = Schemas.of(root).get(DocumentKind.MODEL);
        assertThat(schema.validate(JsonDocument.parse("x.json", "{\"id\": \"m-1\"}")))
                .isEmpty();
        assertThat(schema.validate(JsonDocument.parse("x.json", "{\"id\": \"x\"}")))
                .hasSize(1);
    }

    @Test
    void aSchemaThatLeavesTheRepositoryIsNotRead() throws IOException {
        Path outside =
                Files.writeString(Files.createDirectory(root.resolve("outside")).resolve("s.json"), "{}");
        Files.createDirectories(root.resolve("repository/templates"));
        Files.createSymbolicLink(root.resolve("repository/templates/model.schema.json"), outside);
        Schemas schemas = Schemas.of(root.resolve("repository"));
        assertThatThrownBy(() -> schemas.get(DocumentKind.MODEL))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith(
                        "\"templates/model.schema.json\" leaves the repository through a symbolic link");
    }

    private void ownSchema(String file, String schema) throws IOException {
        Files.createDirectories(root.resolve("templates"));
        Files.writeString(root.resolve("templates").resolve(file), schema);
    }
}
