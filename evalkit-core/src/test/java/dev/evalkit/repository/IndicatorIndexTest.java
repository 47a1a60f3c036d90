package dev.evalkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorIndexTest {
    private static final Path FOLDER = Path.of("..", "indicators");

    static Stream<Indicator> indicators() {
        return new BundledIndicators().all().stream();
    }

    @Test
    void thereAreElevenCoreIndicators() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))
                            .map(file -> file.getFileName().toString().replace(".json", ""))
                            .sorted())
                    .isEqualTo(new BundledIndicators().ids())
                    .hasSize(11);
        }
    }

    @Test
    void theIndexIsWhatTheDefinitionsSay() throws IOException {
        String page = IndicatorIndex.of(indicators().toList());
        Path index = FOLDER.resolve("index.md");
        if (System.getProperty("evalkit.updateIndex") != null) {
            Files.writeString(index, page);
        }
        assertThat(index).hasContent(page);
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void eachDefinitionSatisfiesItsSchema(Indicator indicator) throws EvalkitException {
        JsonDocument document = JsonDocument.read(FOLDER.resolve(indicator.id() + ".json"));
        assertThat(Schemas.bundled().get(DocumentKind.INDICATOR).validate(document))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void eachDefinitionTellsWhatAReaderNeeds(Indicator indicator) {
        assertThat(indicator.runScriptRef())
                .extracting(RunScriptRef::isBuiltin, RunScriptRef::outputFormat)
                .containsExactly(true, RunScriptRef.OutputFormat.UNIFIED_V1);
        boolean isHigherBetter = Boolean.TRUE.equals(indicator.fields().get("higher_is_better"));
        assertThat(indicator.direction())
                .isEqualTo(isHigherBetter ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER);
        for (String told : List.of(
                "definition",
                "formula",
                "unit",
                "limitations",
                "runbook",
                "data_requirements",
                "references",
                "example_output")) {
            assertThat(indicator.fields()).as(indicator.id()).containsKey(told);
        }
        assertThat((List<?>) indicator.fields().get("runbook"))
                .as("commands in the runbook of " + indicator.id())
                .anyMatch(step -> step.toString().startsWith("mvn evalkit:evaluate"));
    }
}
