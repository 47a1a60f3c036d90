package dev.evalkit.report.finding;

import dev.evalkit.Location;
import dev.evalkit.scan.ScanBaseline;
import dev.evalkit.scan.ScanFinding;
import dev.evalkit.scan.ScanResult;
import dev.evalkit.validate.Severity;
import dev.evalkit.validate.baseline.FindingHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code scan} found, for reports. */
public final class ScanReport {
    private ScanReport() {}

    /**
     * The report.
     *
     * @param result what was found
     * @param baseline what is accepted, and why
     */
    public static FindingReport of(ScanResult result, ScanBaseline baseline) {
        List<ReportedFinding> findings = new ArrayList<>();
        result.findings().forEach(finding -> findings.add(reported(finding, null)));
        result.accepted().forEach(finding -> findings.add(reported(finding, reason(finding, baseline))));
        findings.sort(Comparator.comparing(
                        (ReportedFinding finding) -> finding.location().file())
                .thenComparingInt(finding -> finding.location().line())
                .thenComparingInt(finding -> finding.location().column()));
        return new FindingReport("scan", rules(result), findings, notices(result, baseline), scope(result));
    }

    private static List<ReportedRule> rules(ScanResult result) {
        Map<String, String> byId = new TreeMap<>();
        Stream.of(result.findings(), result.accepted())
                .flatMap(List::stream)
                .forEach(finding -> byId.put(
                        finding.rule(), finding.description().isBlank() ? finding.rule() : finding.description()));
        List<ReportedRule> rules = new ArrayList<>();
        byId.forEach((id, words) -> rules.add(new ReportedRule(id, Severity.ERROR, words, words)));
        return rules;
    }

    private static ReportedFinding reported(ScanFinding finding, @Nullable String reason) {
        return new ReportedFinding(
                finding.rule(),
                Severity.ERROR,
                new Location(finding.file(), finding.line(), finding.column()),
                "",
                finding.message(),
                // Not the keyed hash: without a baseline its key is another one in each scan.
                FindingHash.of(finding.rule(), finding.file(), "", finding.message()),
                reason);
    }

    private static String reason(ScanFinding finding, ScanBaseline baseline) {
        return baseline.entries().stream()
                .filter(entry -> entry.fingerprint().equals(finding.fingerprint()))
                .map(ScanBaseline.Entry::reason)
                .findFirst()
                .orElse("");
    }

    private static List<String> notices(ScanResult result, ScanBaseline baseline) {
        List<String> notices = new ArrayList<>();
        result.skipped().forEach(skipped -> notices.add("Skipped " + skipped));
        // What was skipped may hold what is accepted.
        if (result.skipped().isEmpty()) {
            baseline.entries().stream()
                    .filter(entry -> result.accepted().stream()
                            .noneMatch(finding -> finding.fingerprint().equals(entry.fingerprint())))
                    .map(entry -> "Accepted, but not found any more: " + entry.file() + " (" + entry.rule() + ")")
                    .forEach(notices::add);
        }
        return notices;
    }

    private static String scope(ScanResult result) {
        return result.files() + (result.files() == 1 ? " file (" : " files (")
                + String.format(Locale.ROOT, "%.1f", result.bytes() / 1e6) + " MB; " + result.scope() + "), "
                + result.allowed() + " findings allowed";
    }
}
