package dev.evalkit.report.finding;

import dev.evalkit.Shown;
import dev.evalkit.report.Style;
import dev.evalkit.validate.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings as a console shows them: by file, then counted by rule, then in all. */
public final class FindingText {
    private final FindingReport report;
    private final Style style;

    private FindingText(FindingReport report, Style style) {
        this.report = report;
        this.style = style;
    }

    /** In colours, or not. */
    public static FindingText of(FindingReport report, Style style) {
        return new FindingText(report, style);
    }

    /**
     * A line without its end.
     *
     * @param severity how much it matters; null for what is no finding
     * @param text the line
     */
    public record Line(@Nullable Severity severity, String text) {}

    /** The findings by file, and what else should be known. */
    public List<Line> findings() {
        Map<String, List<ReportedFinding>> byFile = new LinkedHashMap<>();
        report.open()
                .forEach(finding -> byFile.computeIfAbsent(finding.location().file(), file -> new ArrayList<>())
                        .add(finding));
        List<Line> lines = new ArrayList<>();
        byFile.forEach((file, findings) -> {
            Severity worst = findings.stream()
                    .map(ReportedFinding::severity)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            lines.add(new Line(worst, style.strong(Shown.text(file)) + ": " + counts(findings)));
            findings.forEach(finding -> lines.add(new Line(finding.severity(), line(finding))));
        });
        report.notices().forEach(notice -> lines.add(new Line(Severity.WARNING, Shown.text(notice))));
        return lines;
    }

    private String line(ReportedFinding finding) {
        String at = Shown.text(finding.location().toString());
        String rule = "[" + Shown.text(finding.rule()) + "]";
        return "  " + style.faint(at + ":") + " " + mark(finding.severity()) + Shown.text(finding.fullMessage()) + " "
                + style.faint(rule);
    }

    private String mark(Severity severity) {
        return severity == Severity.ERROR
                ? ""
                : styled(severity, severity.name().toLowerCase(Locale.ROOT) + ":") + " ";
    }

    /** How often each rule was broken, with the place where it is explained. */
    public List<String> rules() {
        Map<String, List<ReportedFinding>> byRule = report.open().stream()
                .collect(Collectors.groupingBy(ReportedFinding::rule, java.util.TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byRule.forEach((rule, findings) ->
                lines.add("  " + style.strong(Shown.text(rule)) + " " + counts(findings) + explanation(rule)));
        return lines;
    }

    private String explanation(String rule) {
        String title = report.rules().stream()
                .filter(each -> each.id().equals(rule))
                .map(ReportedRule::title)
                .findFirst()
                .orElse("");
        String page = RulePages.of(report.goal(), rule);
        return (title.isEmpty() ? "" : ": " + Shown.text(title))
                + (page.isEmpty() ? "" : style.faint(" → " + Shown.text(page)));
    }

    private String counts(List<ReportedFinding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(styled(severity, counted(count, severity.name().toLowerCase(Locale.ROOT))));
            }
        }
        return String.join(", ", parts);
    }

    private String styled(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> style.error(text);
            case WARNING -> style.warning(text);
            case NOTE -> style.faint(text);
        };
    }

    static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%d %s%s", count, what, count == 1 ? "" : "s");
    }

    /** What came of it, in a line. */
    public String summary() {
        long files = report.open().stream()
                .map(finding -> finding.location().file())
                .distinct()
                .count();
        int accepted = report.accepted().size();
        String found = report.open().isEmpty()
                ? "No findings in " + report.scope()
                : counts(report.open()) + " in " + counted(files, "file") + " of " + report.scope();
        return found + (accepted == 0 ? "" : "; " + accepted + " accepted");
    }
}
