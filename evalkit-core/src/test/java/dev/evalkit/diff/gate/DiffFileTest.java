package dev.evalkit.diff.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Golden;
import dev.evalkit.diff.Assistant;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffFileTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Outcome outcome = Policy.BALANCED.judge(Assistant.diff());

    @BeforeEach
    void write() {
        file = folder.resolve("diff.json");
        DiffFile.write(file, outcome);
    }

    @Test
    void theFileHoldsAllThatTheDiffSays() throws IOException {
        Golden.assertMatches(getClass(), "diff.json", Files.readString(file));
    }

    @Test
    void theFileIsValidByItsSchema() {
        assertThat(Schemas.bundled().get(DocumentKind.DIFF).validate(JsonDocument.read(file, "diff.json")))
                .isEmpty();
    }

    @Test
    void theCommandThatAcceptsTheRunStandsInIt() throws IOException {
        DiffFile.write(file, outcome, "mvn evalkit:baseline -Devalkit.run=reports/x");

        assertThat(Files.readString(file)).contains("\"accept\": \"mvn evalkit:baseline -Devalkit.run=reports/x\"");
        assertThat(Schemas.bundled().get(DocumentKind.DIFF).validate(JsonDocument.read(file, "diff.json")))
                .isEmpty();
        assertThat(DiffFile.read(file)).isEqualTo(outcome);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        assertThat(DiffFile.read(file)).isEqualTo(outcome);
    }

    @Test
    void aFileOfANewerVersionIsRefusedWithWhatItNeeds() throws IOException {
        change(
                "\"schema_version\": 1,\n  \"needs_evalkit\": \"0.1.0\"",
                "\"schema_version\": 2,\n  \"needs_evalkit\": \"0.7.0\"");

        assertThatThrownBy(() -> DiffFile.read(file, "diff.json"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("diff.json:2:21: \"schema_version\" 2 is newer than 1, the newest that this evalkit reads;"
                        + " it needs evalkit 0.7.0 or newer");
    }

    @Test
    void anOutcomeThatTheRowsDoNotBearOutIsRefused() throws IOException {
        change("\"outcome\": \"fail\"", "\"outcome\": \"pass\"");

        assertThatThrownBy(() -> DiffFile.read(file, "diff.json"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageMatching(
                        "diff\\.json:\\d+:14: \"outcome\" is \"pass\", but by its rows and its policy the diff is a fail;"
                                + " make the diff again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "\"verdict\": \"new\"~ \"verdict\": \"fine\"~ \"verdict\" is \"fine\", which is unknown",
                "\"code\": \"differs\"~ \"code\": \"hunch\"~ \"code\" is \"hunch\", which is unknown",
                "\"policy\": \"balanced\"~ \"policy\": \"harsh\"~ The policy 'harsh' is unknown; it can be any of strict, balanced, lenient",
                "\"started\": \"2026-11-01T10:15:00Z\"~ \"started\": \"yesterday\"~ \"started\" must be a time like"
                        + " 2026-11-23T14:00:00Z, found \"yesterday\"",
                "[0.829, 0.853]~ [0.853, 0.829]~ An interval's ends are ordered: [0.853, 0.829]",
                "[0.829, 0.853]~ [0.829]~ \"ci\" must be null or two ends, found 1",
                "[0.829, 0.853]~ [\"0.8\", 0.853]~ an end of \"ci\" must be a number or null, found 0.8",
                "\"delta\": 12.0~ \"delta\": \"12\"~ \"delta\" must be a number, found the string \"12\""
            })
    void whatIsMalformedIsRefusedWithItsPlace(String written, String changed, String message) throws IOException {
        change(written, changed);

        assertThatThrownBy(() -> DiffFile.read(file, "diff.json"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageMatching("diff\\.json:\\d+:\\d+: .*")
                .hasMessageEndingWith(message);
    }

    private void change(String written, String changed) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(written);
        Files.writeString(file, text.replace(written, changed));
    }
}
