package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nicolas Seriot's JSONTestSuite (2016), where it is present beside the project. */
class JsonTestSuiteTest {
    private static final Path SUITE = Path.of("../../shared/corpora/JSONTestSuite/test_parsing");

    /** Valid JSON that is refused all the same: of two members of one name, nobody can say which one is meant. */
    private static final Set<String> DUPLICATE_KEYS =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    /** What RFC 8259 leaves open and is accepted here: tiny numbers become 0, large whole numbers stay exact, a byte order mark may lead. */
    private static final Set<String> ACCEPTED = Set.of(
            "i_number_double_huge_neg_exp.json",
            "i_number_real_underflow.json",
            "i_number_too_big_neg_int.json",
            "i_number_too_big_pos_int.json",
            "i_number_very_big_negative_int.json",
            "i_structure_UTF-8_BOM_empty_object.json");

    @BeforeAll
    static void theSuiteIsPresent() {
        assumeTrue(Files.isDirectory(SUITE), "JSONTestSuite is not beside this project: " + SUITE);
    }

    @Test
    void everythingThatMustBeAcceptedIsExceptForDuplicateKeys() throws IOException {
        List<Path> files = files("y_");
        assertThat(files).hasSize(95);
        for (Path file : files) {
            if (DUPLICATE_KEYS.contains(file.getFileName().toString())) {
                assertThat(refusal(file))
                        .hasMessageEndingWith(": found the name \"a\" twice in one object, expected it once");
            } else {
                assertThatCode(() -> JsonDocument.read(file))
                        .as(file.toString())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void everythingThatMustBeRefusedIsWithFileAndLine() throws IOException {
        List<Path> files = files("n_");
        assertThat(files).hasSize(188);
        for (Path file : files) {
            EvalkitException refused = refusal(file);
            Location at = refused.location().orElseThrow();
            assertThat(at.file()).isEqualTo(file.toString());
            assertThat(at.line()).as(file.toString()).isBetween(1, 4);
            assertThat(at.column()).as(file.toString()).isPositive();
            assertThat(refused.getMessage()).startsWith(at + ": found ");
            assertThat(refused.getMessage()).doesNotContain("Source", "code ", "Feature");
        }
    }

    @Test
    void everythingThatMayBeEitherHasAPinnedOutcome() throws IOException {
        List<Path> files = files("i_");
        assertThat(files).hasSize(35);
        for (Path file : files) {
            if (ACCEPTED.contains(file.getFileName().toString())) {
                assertThatCode(() -> JsonDocument.read(file))
                        .as(file.toString())
                        .doesNotThrowAnyException();
            } else {
                assertThat(refusal(file).getMessage())
                        .containsPattern(
                                "which is no UTF-8 here|found UTF-16 or UTF-32|surrogate|expected one that a double"
                                        + " can hold|levels of objects");
            }
        }
    }

    private static EvalkitException refusal(Path file) {
        Throwable refused = catchThrowable(() -> JsonDocument.read(file));
        assertThat(refused).as(file.toString()).isExactlyInstanceOf(EvalkitException.class);
        return (EvalkitException) refused;
    }

    private static List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(SUITE)) {
            return files.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
