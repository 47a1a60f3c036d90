package dev.evalkit.report.finding;

import dev.evalkit.validate.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a goal found.
 *
 * @param goal the goal, e.g. {@code validate}
 * @param rules the rules that it looked by, by id
 * @param findings what it found, accepted findings too, by file and line
 * @param notices what else should be known: what was left out, and what is accepted in vain
 * @param scope what was looked at, in words
 */
public record FindingReport(
        String goal, List<ReportedRule> rules, List<ReportedFinding> findings, List<String> notices, String scope) {

    /** Findings that are alike get numbers. */
    public FindingReport {
        rules = List.copyOf(rules);
        notices = List.copyOf(notices);
        Map<String, Integer> alike = new HashMap<>();
        List<ReportedFinding> numbered = new ArrayList<>();
        for (ReportedFinding finding : findings) {
            int number = alike.merge(finding.fingerprint(), 1, Integer::sum);
            numbered.add(number == 1 ? finding : finding.numbered(number));
        }
        findings = List.copyOf(numbered);
    }

    /** What is not accepted. */
    public List<ReportedFinding> open() {
        return findings.stream().filter(ReportedFinding::isOpen).toList();
    }

    /** What is accepted. */
    public List<ReportedFinding> accepted() {
        return findings.stream().filter(finding -> !finding.isOpen()).toList();
    }

    /** How many of that severity are open. */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.isOpen() && finding.severity() == severity)
                .count();
    }
}
