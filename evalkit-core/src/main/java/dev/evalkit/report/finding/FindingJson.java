package dev.evalkit.report.finding;

import dev.evalkit.json.JsonWriter;
import dev.evalkit.validate.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as JSON; {@code templates/findings.schema.json} describes it. */
final class FindingJson {
    private static final long SCHEMA_VERSION = 1;
    private static final String NEEDED_EVALKIT = "0.1.0";

    private FindingJson() {}

    static String of(FindingReport report, FailOn failOn) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("error", report.count(Severity.ERROR));
        counts.put("warning", report.count(Severity.WARNING));
        counts.put("note", report.count(Severity.NOTE));
        counts.put("accepted", report.accepted().size());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema_version", SCHEMA_VERSION);
        json.put("needs_evalkit", NEEDED_EVALKIT);
        json.put("goal", report.goal());
        json.put("scope", report.scope());
        json.put("outcome", failOn.fails(report) ? "fail" : "pass");
        json.put("counts", counts);
        json.put("findings", findings(report.open()));
        json.put("accepted", findings(report.accepted()));
        json.put("notices", report.notices());
        return JsonWriter.toJson(json);
    }

    private static List<Map<String, Object>> findings(List<ReportedFinding> findings) {
        return findings.stream().map(FindingJson::finding).toList();
    }

    private static Map<String, Object> finding(ReportedFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("file", finding.location().file());
        if (finding.location().line() > 0) {
            json.put("line", finding.location().line());
        }
        if (finding.location().column() > 0) {
            json.put("column", finding.location().column());
        }
        if (!finding.pointer().isEmpty()) {
            json.put("pointer", finding.pointer());
        }
        json.put("message", finding.message());
        json.put("fingerprint", finding.fingerprint());
        if (finding.acceptedFor() != null) {
            json.put("reason", finding.acceptedFor());
        }
        return json;
    }
}
