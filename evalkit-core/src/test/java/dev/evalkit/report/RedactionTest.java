package dev.evalkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.Location;
import dev.evalkit.diff.Assistant;
import dev.evalkit.diff.Diff;
import dev.evalkit.diff.Side;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.report.finding.FailOn;
import dev.evalkit.report.finding.FindingDocuments;
import dev.evalkit.report.finding.ValidationReport;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import dev.evalkit.scan.Redactor;
import dev.evalkit.scan.rule.Template;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.Severity;
import dev.evalkit.validate.baseline.FindingBaseline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No secret that a scan would find reaches a report. The secrets are made here. */
class RedactionTest {
    private static final Random RANDOM = new Random(11);
    private static final String TOKEN = Template.expand("ghp<+>_<A-Za-z0-9:36>", RANDOM);
    private static final String WORD = Template.expand("<A-Za-z0-9:24>7", RANDOM);
    private static final Redaction REDACTION = Redaction.by(Redactor.bundled());

    private static Side side(double value) {
        Instant at = Instant.parse("2026-11-23T14:00:00Z");
        IndicatorRun failed =
                new IndicatorRun("judge", null, IndicatorRun.Status.SKIPPED, "401 for Bearer " + TOKEN, Duration.ZERO);
        RunManifest run = new RunManifest(
                "run " + TOKEN, "model " + TOKEN, "scenario " + TOKEN, at, at, 7L, null, null, List.of(failed), null);
        Meta meta = Meta.of(Map.of(
                "higher_is_better", true, "unit", TOKEN, "dataset", "d " + TOKEN, "slice", Map.of("password", WORD)));
        ResultItem item = new ResultItem("m " + TOKEN, value, null, null, meta);
        ResultItem judge = new ResultItem("judge", 1, null, null, Meta.of(Map.of()));
        return Side.of(ResultSet.of(List.of(item, judge)), run).from("/home/petra/" + TOKEN + ".json", "ab".repeat(32));
    }

    @Test
    void noFormatOfADiffShowsASecretAndTheVerdictsStay() throws IOException {
        Outcome outcome = Policy.BALANCED.judge(Diff.withDefaults().compare(side(0.9), side(0.5)));

        Outcome redacted = REDACTION.of(outcome);

        for (Format format : DiffDocument.FORMATS) {
            assertThat(DiffDocumentsTest.written(DiffDocument.of(outcome, DiffTable.withDefaults()), format))
                    .as("not redacted, " + format)
                    .contains(TOKEN);
            assertThat(DiffDocumentsTest.written(DiffDocument.of(redacted, DiffTable.withDefaults()), format))
                    .as("redacted, " + format)
                    .contains("redacted")
                    .doesNotContain(TOKEN, WORD, "petra");
        }
        assertThat(redacted.passed()).isEqualTo(outcome.passed());
        assertThat(redacted.diff().counts(row -> true)).isEqualTo(outcome.diff().counts(row -> true));
    }

    @Test
    void aDiffWithoutSecretsStaysAsItIs() {
        Outcome outcome = Policy.BALANCED.judge(Assistant.diff());

        assertThat(REDACTION.of(outcome)).isSameAs(outcome);
    }

    @Test
    void noFormatOfFindingsShowsASecretThatADocumentHolds() throws IOException {
        Finding finding = new Finding(
                "EK-DOC-002",
                Severity.ERROR,
                new Location(TOKEN + ".json", 1, 2),
                "/" + TOKEN,
                "\"unit\" must be a number, found the string \"" + TOKEN + "\"");
        FindingBaseline nothing = new FindingBaseline(List.of());
        FindingBaseline baseline = nothing.accepting(nothing.sort(List.of(finding)), TOKEN, text -> text);

        for (Format format : Format.values()) {
            for (FindingBaseline each : List.of(nothing, baseline)) {
                FindingDocuments documents = FindingDocuments.of(
                        ValidationReport.of(List.of(), each.sort(List.of(finding)), Redactor.bundled()),
                        FailOn.ERROR,
                        "");
                assertThat(DiffDocumentsTest.written(documents, format)).doesNotContain(TOKEN);
            }
        }
    }
}
