package dev.evalkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentSchemaTest {
    private static final DocumentSchema SCHEMA = DocumentSchema.of("s.json", """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "name": {"type": "string", "minLength": 1, "pattern": "^[a-z]+$"},
                "kind": {"enum": ["a", "b", 3, null]},
                "one": {"const": 1},
                "size": {"type": ["integer", "null"], "minimum": 0, "exclusiveMaximum": 10},
                "scores": {"type": "array", "items": {"type": "number", "maximum": 1}, "minItems": 2, "maxItems": 3, "uniqueItems": true},
                "inner/~": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "boolean"}}
              },
              "required": ["name", "model"],
              "unevaluatedProperties": false
            }
            """);

    @Test
    void acceptsAConformingDocument() {
        assertThat(validate("""
                {"name": "n", "kind": 3, "one": 1.0, "size": null, "scores": [0.5, 1], "inner/~": {"x": true}, "model": 1}
                """))
                .containsExactly(
                        "x.json:1:105: \"model\" is not expected in the document [/model, unevaluatedProperties]");
    }

    @Test
    void namesEveryViolationWithItsPlaceInTheDocumentsOrder() {
        assertThat(validate("""
                {
                  "name": "",
                  "kind": "é😀",
                  "one": 2, "size": 10,
                  "scores": [
                    0.5, 7, "x", 0.5
                  ],
                  "inner/~": {"a": 1}
                }
                """))
                .containsExactly(
                        "x.json:1:1: \"model\" is missing from the document [required]",
                        "x.json:2:11: \"name\" must have at least 1 characters, found 0 [/name, minLength]",
                        "x.json:2:11: \"name\" must be a string like \"^[a-z]+$\", found the string \"\" [/name, pattern]",
                        "x.json:3:11: \"kind\" must be one of \"a\", \"b\", 3, null, found the string \"é😀\" [/kind, enum]",
                        "x.json:4:10: \"one\" must be 1, found the number 2 [/one, const]",
                        "x.json:4:21: \"size\" must be less than 10, found the number 10 [/size, exclusiveMaximum]",
                        "x.json:5:13: \"scores\" must have at most 3 elements, found 4 [/scores, maxItems]",
                        "x.json:5:13: \"scores\" must have only unique items in the array [/scores, uniqueItems]",
                        "x.json:6:10: element 2 must be at most 1, found the number 7 [/scores/1, maximum]",
                        "x.json:6:13: element 3 must be a number, found the string \"x\" [/scores/2, type]",
                        "x.json:8:20: \"a\" must be true or false, found the number 1 [/inner~1~0/a, type]");
    }

    @Test
    void givesThePartsOfAViolation() {
        List<Violation> found =
                SCHEMA.validate(JsonDocument.parse("x.json", "{\"name\": \"n\", \"model\": 1,\n \"size\": -1.5}"));
        assertThat(found)
                .contains(new Violation(
                        new Location("x.json", 2, 10),
                        "/size",
                        "type",
                        "\"size\" must be a whole number or null, found the number -1.5"));
    }

    @Test
    void saysWhenTheDocumentItselfIsOfTheWrongType() {
        assertThat(validate("[1]"))
                .containsExactly("x.json:1:1: the document must be an object, found an array [type]");
    }

    @Test
    void understandsOlderDrafts() {
        DocumentSchema draft7 = DocumentSchema.of("s.json", """
                {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"p": {"type": "integer"}},
                 "items": [{"$ref": "#/definitions/p", "type": "string"}], "additionalItems": false}
                """);
        assertThat(draft7.validate(JsonDocument.parse("x.json", "[1]"))).isEmpty();
        assertThat(draft7.validate(JsonDocument.parse("x.json", "[1, 2]")))
                .extracting(Violation::keyword)
                .containsExactly("additionalItems");
        DocumentSchema draft4 = DocumentSchema.of("s.json", """
                {"$schema": "http://json-schema.org/draft-04/schema#", "maximum": 3, "exclusiveMaximum": true}
                """);
        assertThat(draft4.validate(JsonDocument.parse("x.json", "3"))).hasSize(1);
    }

    @Test
    void refusesASchemaThatIsNone() {
        refuses("{\"type\": \"strong\"}", "s.json:1:10: not a JSON Schema: \"type\" must be ");
        refuses(
                "{\"properties\": {\"a\": 3},\n \"required\": 1}",
                "s.json:1:22: not a JSON Schema: \"a\" must be an object or true or false, found the number 3 (and 1 more)");
        refuses("[]", "s.json:1:1: not a JSON Schema: the document must be an object or true or false, found an array");
        refuses(
                "{\"pattern\": \"[\"}",
                "s.json: found the pattern \"[\", expected a regular expression: Unclosed character class");
        refuses(
                "{\n \"$schema\": \"https://example.org/my-own\"}",
                "s.json:2:13: found the schema language \"https://example.org/my-own\", expected JSON Schema draft 4, 6, 7, 2019-09 or"
                        + " 2020-12, e.g. \"https://json-schema.org/draft/2020-12/schema\"");
    }

    @Test
    void refusesToReachAnythingOutside() {
        for (String target : List.of(
                "http://127.0.0.1:9/s.json",
                "https://example.org/s.json",
                "file:///etc/hostname",
                "classpath:/dev/evalkit/templates/run.schema.json",
                "resource:/dev/evalkit/templates/run.schema.json",
                "classpath://dev/evalkit/templates/run.schema.json",
                "jar:file:/x.jar!/s.json",
                "https://evalkit.invalid/templates/../secret.json",
                "none.schema.json",
                "../indicators/a.json",
                "#/$defs/none",
                "#none")) {
            JsonDocument document = JsonDocument.parse("x.json", "{}");
            assertThatThrownBy(() -> DocumentSchema.of("s.json", "{\"$ref\": \"" + target + "\"}")
                            .validate(document))
                    .as(target)
                    .isInstanceOf(EvalkitException.class);
        }
    }

    @Test
    void reachesTheBundledSchemasAndTheMetaSchemas() {
        DocumentSchema item = DocumentSchema.of("s.json", "{\"items\": {\"$ref\": \"result_item.schema.json\"}}");
        assertThat(item.validate(JsonDocument.parse("x.json", "[{}]"))).hasSize(5);
        DocumentSchema schema =
                DocumentSchema.of("s.json", "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");
        assertThat(schema.validate(JsonDocument.parse("x.json", "{\"type\": 3}")))
                .isNotEmpty();
    }

    @Test
    void diagnosesASchemaThatRefersToItselfWithoutEnd() {
        for (String endless : List.of(
                "{\"$ref\": \"#\"}",
                "{\"allOf\": [{\"$ref\": \"#\"}]}",
                "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"anyOf\": [{\"$ref\": \"#/$defs/a\"}]}}, \"$ref\": \"#/$defs/a\"}",
                "{\"if\": {\"$ref\": \"#\"}}",
                "{\"not\": {\"$ref\": \"#\"}}",
                "{\"$dynamicAnchor\": \"x\", \"$dynamicRef\": \"#x\"}",
                "{\"properties\": {\"a\": {\"$ref\": \"#/properties/a\"}}}")) {
            JsonDocument document = JsonDocument.parse("x.json", "{\"a\": 1}");
            assertThatThrownBy(() -> DocumentSchema.of("s.json", endless).validate(document))
                    .as(endless)
                    .isInstanceOf(EvalkitException.class)
                    .hasMessageStartingWith("s.json: refers to itself without end");
        }
    }

    @Test
    void diagnosesASchemaThatMultipliesItsWork() {
        StringBuilder doubling = new StringBuilder("{\"$ref\": \"#/$defs/a0\", \"$defs\": {");
        for (int i = 0; i < 40; i++) {
            String next = "{\"$ref\": \"#/$defs/a" + (i + 1) + "\"}";
            doubling.append("\"a")
                    .append(i)
                    .append("\": {\"allOf\": [")
                    .append(next)
                    .append(",")
                    .append(next)
                    .append("]},");
        }
        DocumentSchema schema = DocumentSchema.of("s.json", doubling + "\"a40\": {\"type\": \"string\"}}}");
        JsonDocument document = JsonDocument.parse("x.json", "1");
        assertThatThrownBy(() -> schema.validate(document))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith(
                        "s.json: takes more than 300050 steps on x.json; it applies the same rules over and over");
    }

    @Test
    void diagnosesAPatternThatTakesTooLong() {
        DocumentSchema nested = DocumentSchema.of("s.json", "{\"pattern\": \"^(a+)+\\\\1b\"}");
        JsonDocument hostile = JsonDocument.parse("x.json", "\"" + "a".repeat(40) + "!\"");
        assertThatThrownBy(() -> nested.validate(hostile))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "s.json: the pattern \"^(a+)+\\1b\" takes too long on a string of 41 characters; rewrite it without nested"
                                + " repetition");
        DocumentSchema deep = DocumentSchema.of("s.json", "{\"pattern\": \"^(aa|ab|ba)*$\"}");
        JsonDocument longText = JsonDocument.parse("x.json", "\"" + "ab".repeat(200_000) + "\"");
        assertThatThrownBy(() -> deep.validate(longText))
                .hasMessageStartingWith("s.json: the pattern \"^(aa|ab|ba)*$\" takes too long");
    }

    @Test
    void followsARecursiveSchemaAsDeepAsADocumentGoes() {
        DocumentSchema tree =
                DocumentSchema.of("s.json", "{\"type\": \"array\", \"items\": {\"allOf\": [{\"$ref\": \"#\"}]}}");
        assertThat(tree.validate(JsonDocument.parse("x.json", "[".repeat(100) + "]".repeat(100))))
                .isEmpty();
        assertThat(tree.validate(JsonDocument.parse("x.json", "[".repeat(99) + "1" + "]".repeat(99))))
                .hasSize(1);
    }

    private static List<String> validate(String document) {
        return SCHEMA.validate(JsonDocument.parse("x.json", document)).stream()
                .map(Violation::toString)
                .toList();
    }

    private static void refuses(String schema, String message) {
        assertThatThrownBy(() -> DocumentSchema.of("s.json", schema))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith(message);
    }
}
