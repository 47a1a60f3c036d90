package dev.evalkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Golden;
import dev.evalkit.diff.Assistant;
import dev.evalkit.diff.Diff;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.report.github.Annotation;
import dev.evalkit.repository.RunKey;
import dev.evalkit.result.ResultSet;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffDocumentsTest {
    private static final String COMMAND = "mvn evalkit:baseline -Devalkit.run=reports/x";
    private static final RunKey PAIR = new RunKey("qwen3-8b", "voice_qa");
    private static final Outcome OUTCOME = Policy.BALANCED.judge(Assistant.diff());

    static String written(Document document, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static CheckDocument check(Policy policy) {
        return CheckDocument.of(
                List.of(
                        Judged.by(PAIR, policy.judge(Assistant.diff()), COMMAND, "FAIL"),
                        Judged.without(new RunKey("m", "s.1"), false, "There is no run of m · s.1 to judge"),
                        Judged.without(new RunKey("m", "s2"), true, "There is no baseline of m in s2")),
                DiffTable.withDefaults());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "JUNIT"})
    void aDiffIsWrittenAsItsGoldenFile(Format format) throws IOException {
        Golden.assertMatches(
                getClass(),
                "diff" + format.ending(),
                written(DiffDocument.of(OUTCOME, DiffTable.withDefaults()), format));
    }

    @Test
    void aDiffInTheOtherFormatsIsWhatItsFilesAre() throws IOException {
        DiffDocument document = DiffDocument.of(OUTCOME, DiffTable.withDefaults());

        assertThat(written(document, Format.MD)).isEqualTo(DiffSummary.of(OUTCOME));
        assertThat(written(document, Format.TEXT))
                .isEqualTo(String.join("\n", DiffTable.withDefaults().lines(OUTCOME)) + "\n");
        assertThat(Schemas.bundled()
                        .get(DocumentKind.DIFF)
                        .validate(JsonDocument.parse("diff.json", written(document, Format.JSON))))
                .isEmpty();
        assertThat(document.formats()).isEqualTo(EnumSet.complementOf(EnumSet.of(Format.SARIF)));
        assertThatThrownBy(() -> written(document, Format.SARIF)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"MD", "JUNIT", "TEXT"})
    void aCheckHasAllItsPairs(Format format) throws IOException {
        Golden.assertMatches(getClass(), "check" + format.ending(), written(check(Policy.BALANCED), format));
    }

    @Test
    void theJsonOfACheckConformsToItsSchema() throws IOException {
        String json = written(check(Policy.BALANCED), Format.JSON);

        assertThat(Schemas.bundled().get(DocumentKind.CHECK).validate(JsonDocument.parse("check.json", json)))
                .isEmpty();
        assertThat(json)
                .startsWith("{\n  \"schema_version\": 1,\n  \"needs_evalkit\": \"0.1.0\",\n  \"outcome\": \"fail\",")
                .contains("\"message\": \"There is no run of m · s.1 to judge\"", "\"accept\": \"" + COMMAND + "\"")
                .endsWith("}\n");
    }

    @Test
    void whatThePolicyLetsPassIsSkippedAndNotFailed() throws IOException {
        String lenient = written(
                DiffDocument.of(Policy.LENIENT.judge(Assistant.diff()), DiffTable.withDefaults()), Format.JUNIT);
        String strict =
                written(DiffDocument.of(Policy.STRICT.judge(Assistant.diff()), DiffTable.withDefaults()), Format.JUNIT);

        assertThat(lenient)
                .contains("tests=\"6\" failures=\"1\" errors=\"0\" skipped=\"3\"")
                .contains("<skipped message=\"incomparable: dataset_sha256 differs: ")
                .contains("<skipped message=\"missing: the current run has it skipped: its judge is not reachable\"/>");
        assertThat(strict)
                .contains("tests=\"6\" failures=\"4\" errors=\"0\" skipped=\"0\"")
                .contains("type=\"inconclusive\"");
    }

    @Test
    void aDiffOfNothingIsATestThatFails() throws IOException {
        ResultSet nothing = ResultSet.of(List.of());
        Outcome outcome = Policy.LENIENT.judge(Diff.withDefaults().compare(nothing, nothing));

        assertThat(written(DiffDocument.of(outcome, DiffTable.withDefaults()), Format.JUNIT))
                .contains("<testcase classname=\"evalkit.diff\" name=\"something is compared\" time=\"0\"><failure");
    }

    @Test
    void annotationsTellWhatFailsAndWhatToLookAt() {
        assertThat(check(Policy.BALANCED).annotations())
                .extracting(Annotation::command)
                .containsExactly(
                        "::error title=qwen3-8b · voice_qa answer_f1 · hotel-desk regressed::0.841 → 0.792 -0.049 worse; worse by 0.049 (95 %25: 0.0313 to 0.0667 worse), beyond the tolerated 0.02 (p=0.00263 among 2)",
                        "::error title=qwen3-8b · voice_qa speed requests/s incomparable::18.50 → 21.25 ~; dataset_sha256 differs: 4355a46b19d3… → 53c234e5e847…",
                        "::error title=qwen3-8b · voice_qa refusals missing::0.0200; the current run has it skipped: its judge is not reachable",
                        "::warning title=qwen3-8b · voice_qa reply_time ms inconclusive::992 → 1004 ~; worse by 12 (95 %25: any amount worse to 39.7 better); an end that is needed is unbounded",
                        "::error title=m · s.1::There is no run of m · s.1 to judge",
                        "::warning title=m · s2::There is no baseline of m in s2");
    }

    @Test
    void formatsAreKnownByNameAndByTheEndingOfAFile() {
        assertThat(Format.ofId("junit", EnumSet.allOf(Format.class))).isEqualTo(Format.JUNIT);
        assertThat(Format.ofFile(Path.of("target", "CHECK.XML"))).contains(Format.JUNIT);
        assertThat(Format.ofFile(Path.of("target"))).isEmpty();
        assertThatThrownBy(() -> Format.ofId("sarif", DiffDocument.FORMATS))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("The format 'sarif' is unknown here; it can be any of md, json, csv, text, junit");
    }
}
