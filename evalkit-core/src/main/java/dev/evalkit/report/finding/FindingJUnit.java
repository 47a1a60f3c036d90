package dev.evalkit.report.finding;

import dev.evalkit.Shown;
import dev.evalkit.report.junit.TestCase;
import dev.evalkit.report.junit.TestCase.Failed;
import dev.evalkit.report.junit.TestCase.Passed;
import dev.evalkit.report.junit.TestCase.Result;
import dev.evalkit.report.junit.TestCase.Skipped;
import dev.evalkit.report.junit.TestSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Findings as test cases: one for each finding, and one that passes for each rule that nothing breaks. */
final class FindingJUnit {
    private final FindingReport report;
    private final FailOn failOn;

    FindingJUnit(FindingReport report, FailOn failOn) {
        this.report = report;
        this.failOn = failOn;
    }

    TestSuite suite() {
        List<TestCase> cases = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (ReportedFinding finding : report.findings()) {
            broken.add(finding.rule());
            String name = Shown.text((finding.location().file() + " " + finding.pointer()).strip());
            int number = names.merge(finding.rule() + "\0" + name, 1, Integer::sum);
            cases.add(new TestCase(
                    group(finding.rule()), number == 1 ? name : name + " (" + number + ")", result(finding)));
        }
        for (ReportedRule rule : report.rules()) {
            if (!broken.contains(rule.id())) {
                cases.add(new TestCase(group(rule.id()), Shown.text(rule.title()), new Passed("")));
            }
        }
        if (cases.isEmpty()) {
            cases.add(new TestCase("evalkit." + report.goal(), "No findings", new Passed("")));
        }
        return new TestSuite("evalkit " + report.goal(), cases);
    }

    private String group(String rule) {
        return "evalkit." + report.goal() + "." + Shown.text(rule).replace('.', '_');
    }

    private Result result(ReportedFinding finding) {
        String text = Shown.text(finding.location() + ": " + finding.fullMessage() + " [" + finding.rule() + "]");
        String reason = finding.acceptedFor();
        if (reason != null) {
            return new Skipped("accepted: " + Shown.text(reason) + " (" + text + ")");
        }
        return failOn.fails(finding.severity())
                ? new Failed(
                        finding.severity().name().toLowerCase(Locale.ROOT), Shown.text(finding.fullMessage()), text)
                : new Passed(text);
    }
}
