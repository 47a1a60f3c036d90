package dev.evalkit.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Golden;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.report.Format;
import dev.evalkit.report.Style;
import dev.evalkit.report.github.Annotation;
import dev.evalkit.scan.ScanBaseline;
import dev.evalkit.scan.ScanFinding;
import dev.evalkit.scan.ScanResult;
import dev.evalkit.scan.Skipped;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.DocumentSchema;
import dev.evalkit.schema.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingDocumentsTest {
    private static final Path SARIF_SCHEMA = Path.of("../../shared/corpora/schemas/sarif-2.1.0.json");

    static String written(FindingReport report, Format format, String folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FindingDocuments.of(report, FailOn.ERROR, folder).write(format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void eachFormatIsThatOfItsGoldenFile(Format format) throws IOException {
        Golden.assertMatches(
                getClass(), "findings" + format.ending(), written(Findings.sample(), format, "evaluation/"));
    }

    @Test
    void theConsoleIsColouredWhereItHasColours() {
        FindingText text = FindingText.of(Findings.sample(), Style.COLOURED);
        StringBuilder all = new StringBuilder();
        text.findings().forEach(line -> all.append(line.text()).append('\n'));
        text.rules().forEach(line -> all.append(line).append('\n'));
        all.append(text.summary()).append('\n');

        Golden.assertMatches(getClass(), "findings-coloured.txt", all.toString());
        assertThat(all.toString().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(String.join("\n", plain()) + "\n");
    }

    private static List<String> plain() {
        FindingText text = FindingText.of(Findings.sample(), Style.PLAIN);
        List<String> lines = new java.util.ArrayList<>();
        text.findings().forEach(line -> lines.add(line.text()));
        lines.addAll(text.rules());
        lines.add(text.summary());
        return lines;
    }

    @Test
    void theJsonConformsToItsSchema() throws IOException {
        assertThat(Schemas.bundled()
                        .get(DocumentKind.FINDINGS)
                        .validate(JsonDocument.parse("findings.json", written(Findings.sample(), Format.JSON, ""))))
                .isEmpty();
    }

    @Test
    void theSarifOfBothGoalsConformsToTheOfficialSchema() throws IOException {
        Assumptions.assumeTrue(Files.exists(SARIF_SCHEMA), "the schema of SARIF is not there");
        DocumentSchema schema = DocumentSchema.of(JsonDocument.read(SARIF_SCHEMA));

        for (FindingReport report : List.of(Findings.sample(), scanned())) {
            assertThat(schema.validate(JsonDocument.parse("x.sarif", written(report, Format.SARIF, ""))))
                    .isEmpty();
        }
    }

    private static FindingReport scanned() {
        ScanFinding found = new ScanFinding("r", "a rule", "a b/ü.txt", 3, 5, 20, "0".repeat(64));
        ScanFinding byName = new ScanFinding("n", "", "x.zip!/id_rsa", 0, 0, 0, "1".repeat(64));
        ScanFinding accepted = new ScanFinding("r", "a rule", "c", 1, 1, 9, "2".repeat(64));
        ScanFinding gone = new ScanFinding("r", "a rule", "gone", 1, 1, 9, "3".repeat(64));
        ScanResult result = new ScanResult(
                List.of(found, byName), List.of(accepted), List.of(new Skipped("big", "too big")), 3, 99, 0, "all");
        ScanBaseline baseline = new ScanBaseline("salt", List.of()).accepting(List.of(accepted, gone), "not in use");
        return ScanReport.of(result, baseline);
    }

    @Test
    void aScanIsReportedLikeAValidation() throws IOException {
        String sarif = written(scanned(), Format.SARIF, "");

        assertThat(sarif)
                .contains(
                        "\"uri\": \"a%20b/%C3%BC.txt\"",
                        "\"uriBaseId\": \"%SRCROOT%\"",
                        "\"justification\": \"not in use\"",
                        "Skipped big: too big",
                        "\"columnKind\": \"utf16CodeUnits\"");
        assertThat(written(scanned(), Format.TEXT, "")).isEqualTo("""
                a b/ü.txt: 1 error
                  a b/ü.txt:3:5: a rule [redacted, 20 characters] [r]
                x.zip!/id_rsa: 1 error
                  x.zip!/id_rsa: n (by its name) [n]
                Skipped big: too big
                  n 1 error: n → docs/scan.md
                  r 1 error: a rule → docs/scan.md
                2 errors in 2 files of 3 files (0.0 MB; all), 0 findings allowed; 1 accepted
                """);
    }

    @Test
    void whatIsAcceptedInVainIsNamedWhereNothingWasSkipped() {
        ScanFinding gone = new ScanFinding("r", "a rule", "gone", 1, 1, 9, "3".repeat(64));
        ScanBaseline baseline = new ScanBaseline("salt", List.of()).accepting(List.of(gone), "not in use");
        ScanResult result = new ScanResult(List.of(), List.of(), List.of(), 3, 99, 0, "all");

        assertThat(ScanReport.of(result, baseline).notices())
                .containsExactly("Accepted, but not found any more: gone (r)");
    }

    @Test
    void findingsThatAreAlikeHaveTheirOwnFingerprintsAndTestCases() throws IOException {
        ReportedFinding one = Findings.sample().findings().get(0);
        FindingReport twice =
                new FindingReport("validate", List.of(), List.of(one, one), List.of(), "the repository's documents");

        assertThat(twice.findings())
                .extracting(ReportedFinding::fingerprint)
                .containsExactly("a1".repeat(16), "a1".repeat(16) + ":2");
        assertThat(written(twice, Format.JUNIT, ""))
                .contains("name=\"indicators/accuracy.json /unit\"", "name=\"indicators/accuracy.json /unit (2)\"");
    }

    @Test
    void nothingFoundIsATestThatPasses() throws IOException {
        FindingReport nothing = new FindingReport("scan", List.of(), List.of(), List.of(), "3 files");

        assertThat(written(nothing, Format.JUNIT, ""))
                .contains("<testcase classname=\"evalkit.scan\" name=\"No findings\" time=\"0\"/>");
        assertThat(written(nothing, Format.TEXT, "")).isEqualTo("No findings in 3 files\n");
        assertThat(written(nothing, Format.MD, "")).isEqualTo("# PASS · evalkit scan\n\n**No findings in 3 files**\n");
    }

    @ParameterizedTest
    @CsvSource({"error, true, 2", "warning, true, 3", "never, false, 0"})
    void theThresholdSaysWhatFails(String id, boolean fails, int failing) throws IOException {
        FailOn failOn = FailOn.ofId(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FindingDocuments.of(Findings.sample(), failOn, "").write(Format.JUNIT, out);

        assertThat(failOn.fails(Findings.sample())).isEqualTo(fails);
        assertThat(out.toString(StandardCharsets.UTF_8).split("<failure", -1)).hasSize(failing + 1);
    }

    @Test
    void anUnknownThresholdListsThoseThatThereAre() {
        assertThatThrownBy(() -> FailOn.ofId("fatal"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("evalkit.failOn is 'fatal'; it can be any of error, warning, never");
    }

    @Test
    void annotationsNameThePlaceErrorsFirst() {
        assertThat(FindingAnnotations.of(Findings.sample(), "evaluation/"))
                .extracting(Annotation::command)
                .containsExactly(
                        "::error file=evaluation/indicators/accuracy.json,line=6,col=11,title=EK-DOC-002::\"unit\" must be a string or null, found the number 7 (at /unit)",
                        "::error file=evaluation/scenarios/empty.json,title=EK-DOC-001::the file is empty, expected a JSON object",
                        "::warning file=evaluation/models/größe a.json,line=3,col=4,title=EK-REF-004::\"MMLU pro\" is no id; the nearest one is \"mmlu-pro\" (at /benchmarks/0)",
                        "::notice file=evaluation/scenarios/spare.json,title=EK-REF-009::nothing names it");
    }
}
