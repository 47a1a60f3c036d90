package dev.evalkit.report.finding;

import dev.evalkit.Location;
import dev.evalkit.scan.Redactor;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.RuleDescription;
import dev.evalkit.validate.baseline.FindingBaseline.Entry;
import dev.evalkit.validate.baseline.FindingBaseline.Sorted;
import dev.evalkit.validate.baseline.FindingHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code validate} found, for reports; messages that quote a secret of a document are redacted. */
public final class ValidationReport {
    private static final Comparator<ReportedFinding> BY_PLACE = Comparator.comparing(
                    (ReportedFinding finding) -> finding.location().file())
            .thenComparingInt(finding -> finding.location().line())
            .thenComparingInt(finding -> finding.location().column())
            .thenComparing(ReportedFinding::rule)
            .thenComparing(ReportedFinding::message);

    private ValidationReport() {}

    /**
     * The report.
     *
     * @param rules what was asked for
     * @param sorted what was found, and what of it is accepted
     * @param redactor takes out what a scan would find
     */
    public static FindingReport of(List<RuleDescription> rules, Sorted sorted, Redactor redactor) {
        List<ReportedFinding> findings = new ArrayList<>();
        sorted.open().forEach(finding -> findings.add(reported(finding, null, redactor)));
        sorted.accepted().forEach(accepted -> findings.add(reported(accepted.finding(), accepted.reason(), redactor)));
        findings.sort(BY_PLACE);
        return new FindingReport(
                "validate",
                rules.stream()
                        .map(rule -> new ReportedRule(rule.id(), rule.severity(), rule.title(), rule.explanation()))
                        .toList(),
                findings,
                sorted.stale().stream().map(entry -> stale(entry, redactor)).toList(),
                "the repository's documents");
    }

    private static ReportedFinding reported(Finding finding, @Nullable String reason, Redactor redactor) {
        Location at = finding.location();
        return new ReportedFinding(
                finding.rule(),
                finding.severity(),
                new Location(redactor.redact(at.file()), at.line(), at.column()),
                redactor.redact(finding.pointer()),
                redactor.redact(finding.message()),
                FindingHash.of(finding.rule(), at.file(), finding.pointer(), finding.message()),
                reason == null ? null : redactor.redact(reason));
    }

    private static String stale(Entry entry, Redactor redactor) {
        return "Accepted, but not found any more: " + redactor.redact(entry.toString());
    }
}
