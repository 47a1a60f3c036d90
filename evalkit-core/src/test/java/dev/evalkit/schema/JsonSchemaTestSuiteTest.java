package dev.evalkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The required cases of the JSON Schema Test Suite for draft 2020-12, where it is present beside the project. */
class JsonSchemaTestSuiteTest {
    private static final Path SUITE = Path.of("../../shared/corpora/JSON-Schema-Test-Suite");
    private static final String REMOTES = "http://localhost:1234/";

    @Test
    void everyRequiredCaseHasTheOutcomeThatTheSuiteStates() throws IOException {
        assumeTrue(Files.isDirectory(SUITE), "JSON-Schema-Test-Suite is not beside this project: " + SUITE);
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (Path file : files()) {
            for (JsonObject group : JsonDocument.read(file).objects()) {
                DocumentSchema schema = DocumentSchema.of(document(group, "schema"), JsonSchemaTestSuiteTest::remote);
                for (JsonObject each : group.objects("tests")) {
                    cases++;
                    if (schema.validate(document(each, "data")).isEmpty() != each.bool("valid")) {
                        wrong.add(file.getFileName() + ": " + group.string("description") + ": "
                                + each.string("description"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isEqualTo(1299);
    }

    private static Optional<JsonDocument> remote(String iri) {
        return iri.startsWith(REMOTES)
                ? Optional.of(SUITE.resolve("remotes").resolve(iri.substring(REMOTES.length())))
                        .filter(Files::isRegularFile)
                        .map(JsonDocument::read)
                : Optional.empty();
    }

    private static JsonDocument document(JsonObject holder, String key) {
        return JsonDocument.parse(key, JsonWriter.toJson(holder.asMap().get(key)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SUITE.resolve("tests/draft2020-12"))) {
            return files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
