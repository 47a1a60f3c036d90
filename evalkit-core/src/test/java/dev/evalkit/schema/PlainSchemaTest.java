package dev.evalkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain schema and the schema library say the same, to the letter, of documents that are right and of documents that are mutated. */
class PlainSchemaTest {
    private static final Path PROJECT = Path.of("..");
    private static final String OWN = """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "type": "object",
              "required": ["id", "kind", "parts"],
              "additionalProperties": false,
              "properties": {
                "id": {"type": "string", "pattern": "^[a-z]+-[0-9]+$", "minLength": 3, "maxLength": 8},
                "kind": {"enum": ["a", 1, 2.5, null, true]},
                "fixed": {"const": 1.0},
                "share": {"type": "number", "minimum": 0, "exclusiveMaximum": 1.5},
                "count": {"type": ["integer", "null"], "maximum": 10, "exclusiveMinimum": -3},
                "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": true, "minItems": 1, "maxItems": 3},
                "any": true,
                "parts": {"type": "array", "items": {"$ref": "#/definitions/part"}},
                "free": {"type": "object", "additionalProperties": {"type": ["number", "boolean"]}, "minProperties": 1, "maxProperties": 2}
              },
              "definitions": {"part": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "title": "N", "format": "int"}}}}
            }
            """;
    private static final String SOUND = """
            {"id": "ab-12", "kind": 2.5, "fixed": 1, "share": 0.5, "count": null, "tags": ["x", "y"], "any": [[]],
             "parts": [{"n": 1}, {"n": 2.0, "m": {}}], "free": {"x": 1, "y": false}}
            """;
    private static final Object[] VALUES = {
        null,
        true,
        false,
        0L,
        1L,
        -7L,
        11L,
        1.0,
        1.5,
        2.5,
        1e300,
        "",
        "a",
        "ab-12",
        "ab-1234567",
        "é😀",
        List.of(),
        Map.of(),
        List.of("x", "x"),
        List.of(1L, 1.0),
        List.of("a", "b", "c", "d"),
        Map.of("n", "1"),
        Map.of("x", 1L, "y", 2L, "z", 3L)
    };

    @Test
    void saysOfMutatedDocumentsWhatTheLibrarySays() throws IOException {
        compare(JsonDocument.parse("own.json", OWN), JsonDocument.parse("x.json", SOUND), 600);
        List<String> plain = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            JsonDocument schema = Schemas.bundled(kind.schemaFile());
            if (PlainSchemaReader.read(schema.name(), schema.value(), new PatternBudget())
                    .isPresent()) {
                plain.add(kind.name());
            }
        }
        assertThat(plain).contains("INDICATOR", "MODEL", "SCENARIO", "BENCHMARK", "RUN", "SNAPSHOT", "SCORES_HEADER");
        try (Stream<Path> indicators = Files.list(PROJECT.resolve("indicators"))) {
            for (Path each :
                    indicators.filter(file -> file.toString().endsWith(".json")).toList()) {
                compare(Schemas.bundled("indicator.schema.json"), JsonDocument.read(each), 20);
            }
        }
        Path run = PROJECT.resolve("examples/quickstart/reports/ticket-router-1_support_20261123T181931Z/run.json");
        compare(Schemas.bundled("run.schema.json"), JsonDocument.read(run), 100);
        compare(
                Schemas.bundled("scenario.schema.json"),
                JsonDocument.read(PROJECT.resolve("examples/quickstart/scenarios/support.json")),
                100);
    }

    private static void compare(JsonDocument schema, JsonDocument sound, int rounds) {
        DocumentSchema plain = DocumentSchema.of(schema);
        DocumentSchema library = DocumentSchema.ofLibrary(schema, Companions.BUNDLED);
        assertThat(plain.validate(sound)).isEqualTo(library.validate(sound));
        Random random = new Random(7);
        for (int i = 0; i < rounds; i++) {
            Object mutated = sound.value();
            for (int k = 0; k <= random.nextInt(3); k++) {
                mutated = mutate(mutated, random);
            }
            JsonDocument document = JsonDocument.parse("x.json", JsonWriter.toJson(mutated));
            assertThat(plain.validate(document)).as(JsonWriter.toLine(mutated)).isEqualTo(library.validate(document));
        }
    }

    private static @Nullable Object mutate(@Nullable Object value, Random random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), member));
            List<String> names = List.copyOf(copy.keySet());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> copy.remove(name);
                case 1 -> copy.put("other", VALUES[random.nextInt(VALUES.length)]);
                default -> copy.put(name, mutate(copy.get(name), random));
            }
            return copy;
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = random.nextInt(copy.size());
            copy.set(index, mutate(copy.get(index), random));
            return copy;
        }
        return VALUES[random.nextInt(VALUES.length)];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "{\"type\": \"objct\"}",
                "{\"type\": []}",
                "{\"required\": \"id\"}",
                "{\"required\": [\"a\", \"a\"]}",
                "{\"minLength\": -1}",
                "{\"minimum\": \"3\"}",
                "{\"title\": 3}",
                "{\"enum\": [[1]]}",
                "{\"allOf\": []}",
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"other.json\"}",
                "{\"$ref\": \"#/$defs/none\"}",
                "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}}}",
                "{\"$defs\": {\"unused\": {\"type\": 3}}}",
                "{\"properties\": {\"a\": false}}",
                "{\"pattern\": \"(\"}",
                "{\"$schema\": \"http://json-schema.org/draft-04/schema#\", \"minimum\": 1}",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": {\"a\": {\"$ref\": \"#/definitions/b\", \"type\": \"string\"}}, \"definitions\": {\"b\": {}}}",
                "{\"unheard-of\": 1}"
            })
    void leavesToTheLibraryWhatItDoesNotKnow(String schema) {
        JsonDocument document = JsonDocument.parse("s.json", schema);
        assertThat(PlainSchemaReader.read("s.json", document.value(), new PatternBudget()))
                .isEqualTo(Optional.empty());
    }
}
