package dev.evalkit.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.scan.Scanner;
import dev.evalkit.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StarterTest {
    private static final List<String> FILES = Starter.FILES;

    @TempDir
    Path root;

    @Test
    void anEmptyFolderBecomesARepositoryWithoutFindings() {
        assertThat(Starter.of("1.2.3").write(root).written()).isEqualTo(FILES);
        EvaluationRepository repository = EvaluationRepository.open(root);
        assertThat(repository.models().ids()).containsExactly("my-model");
        assertThat(repository.scenarios().ids()).containsExactly("my-scenario");
        assertThat(Validator.of(Evaluators.load()).validate(repository)).isEmpty();
        assertThat(Scanner.forRepository(root).scan(root).findings()).isEmpty();
    }

    @Test
    void thePomNamesTheVersionThatWroteIt() throws IOException {
        Starter.of("1.2.3").write(root.resolve("new/folder"));
        assertThat(root.resolve("new/folder/pom.xml"))
                .content()
                .contains("<artifactId>evalkit-maven-plugin</artifactId>\n        <version>1.2.3</version>");
        for (String file : FILES) {
            assertThat(root.resolve("new/folder").resolve(file)).content().doesNotContain("@evalkit");
        }
    }

    @Test
    void whatIsThereIsLeftAsItIsAndNamed() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "mine");
        Files.createDirectories(root.resolve("models"));
        Files.createSymbolicLink(root.resolve("models/my-model.json"), root.resolve("pom.xml"));
        Starter.Written first = Starter.of("1").write(root);
        assertThat(first.kept()).containsExactly("pom.xml", "models/my-model.json");
        assertThat(first.written()).hasSize(FILES.size() - 2);
        assertThat(root.resolve("pom.xml")).hasContent("mine");
        assertThat(Starter.of("2").write(root)).isEqualTo(new Starter.Written(List.of(), FILES));
    }

    @Test
    void nothingIsWrittenWhereALinkLeadsOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve("reports"), elsewhere);
        assertThatThrownBy(() -> Starter.of("1").write(root))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("\"reports\" leaves the repository through a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).containsExactly(root.resolve("reports"));
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void everyFileSaysWhatToEdit(String file) {
        Starter.of("1").write(root);
        assertThat(root.resolve(file)).content().containsPattern("(?i)\\bedit\\b");
    }
}
