package dev.evalkit.report.finding;

import dev.evalkit.report.Markdown;
import dev.evalkit.report.Style;
import java.util.List;
import java.util.Locale;

/** Findings in Markdown, which can be read as it is: a table of what is open, and lists of what else should be known. */
final class FindingMarkdown {
    private static final int MOST = 200;

    private final FindingReport report;
    private final FailOn failOn;
    private final StringBuilder out = new StringBuilder();

    FindingMarkdown(FindingReport report, FailOn failOn) {
        this.report = report;
        this.failOn = failOn;
    }

    String text() {
        List<ReportedFinding> open = report.open();
        out.append("# ")
                .append(failOn.fails(report) ? "FAIL" : "PASS")
                .append(" · evalkit ")
                .append(report.goal());
        out.append("\n\n**")
                .append(Markdown.text(FindingText.of(report, Style.PLAIN).summary()))
                .append("**\n");
        if (!open.isEmpty()) {
            out.append("\n| severity | place | finding | rule |\n| :--- | :--- | :--- | :--- |\n");
            open.stream().limit(MOST).forEach(this::row);
        }
        if (open.size() > MOST) {
            out.append("\n… and ").append(open.size() - MOST).append(" more\n");
        }
        list("Notices", report.notices());
        list(
                "Accepted",
                report.accepted().stream()
                        .limit(MOST)
                        .map(finding -> finding.location() + ": " + finding.fullMessage() + " (" + finding.rule()
                                + "), because: " + finding.acceptedFor())
                        .toList());
        return out.toString();
    }

    private void row(ReportedFinding finding) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        for (String cell : List.of(severity, finding.location().toString(), finding.fullMessage(), finding.rule())) {
            out.append("| ").append(Markdown.text(cell)).append(' ');
        }
        out.append("|\n");
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append("\n## ").append(heading).append("\n\n");
            lines.forEach(line -> out.append("- ").append(Markdown.line(line)).append('\n'));
        }
    }
}
