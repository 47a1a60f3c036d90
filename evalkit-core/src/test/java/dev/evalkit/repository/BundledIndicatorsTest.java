package dev.evalkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.model.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledIndicatorsTest {
    private static final Path SOURCE = Path.of("../indicators");

    @Test
    void areAllThatTheProjectDefines() throws IOException {
        assumeTrue(Files.isDirectory(SOURCE), "the project's indicators/ is not beside this module");
        List<String> defined;
        try (Stream<Path> files = Files.list(SOURCE)) {
            defined = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
        BundledIndicators bundled = new BundledIndicators();
        assertThat(bundled.ids()).isEqualTo(defined);
        assertThat(bundled.all()).extracting(Indicator::id).isEqualTo(defined);
    }

    @Test
    void areFoundByIdAndByTheAliasesThatTheirDocumentsName() {
        BundledIndicators bundled = new BundledIndicators();
        for (Indicator indicator : bundled.all()) {
            assertThat(bundled.aliases(indicator.id())).isEqualTo(indicator.aliases());
            assertThat(bundled.find(indicator.id())).contains(indicator);
            for (String alias : indicator.aliases()) {
                assertThat(bundled.find(alias)).contains(indicator);
            }
        }
    }

    @Test
    void doNotHaveWhatNobodyDefined() {
        assertThat(new BundledIndicators().find("no_such_indicator")).isEmpty();
    }
}
