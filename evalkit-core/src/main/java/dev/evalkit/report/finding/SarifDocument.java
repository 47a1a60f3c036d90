package dev.evalkit.report.finding;

import dev.evalkit.Shown;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.validate.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings as SARIF 2.1.0 (OASIS, 2020): rules with their explanations, results with places relative to the root of the sources, fingerprints that survive moved
 * lines, accepted findings as suppressed ones, and notices as notifications.
 */
final class SarifDocument {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String BASE = "%SRCROOT%";
    private static final String FINGERPRINT = "evalkit/v1";

    private static final String PLAIN = "/-._~!";

    private final FindingReport report;
    private final String folder;

    /**
     * @param folder what stands before the repository's paths, e.g. {@code evaluation/}; empty where the repository is the root of the sources
     */
    SarifDocument(FindingReport report, String folder) {
        this.report = report;
        this.folder = folder;
    }

    String text() {
        List<String> ids = report.rules().stream().map(ReportedRule::id).toList();
        Map<String, Object> run = members(
                "tool",
                members(
                        "driver",
                        members(
                                "name",
                                "evalkit " + report.goal(),
                                "rules",
                                report.rules().stream().map(this::rule).toList())),
                "automationDetails",
                members("id", "evalkit/" + report.goal() + "/"),
                "columnKind",
                "utf16CodeUnits",
                "originalUriBaseIds",
                members(BASE, members("description", members("text", "The root folder of the sources"))),
                "results",
                report.findings().stream().map(finding -> result(finding, ids)).toList(),
                "invocations",
                List.of(members("executionSuccessful", true, "toolExecutionNotifications", notices())));
        return JsonWriter.toJson(members("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private Map<String, Object> rule(ReportedRule rule) {
        return members(
                "id",
                rule.id(),
                "shortDescription",
                message(rule.title()),
                "fullDescription",
                message(rule.explanation()),
                "help",
                message(rule.explanation() + " See " + RulePages.of(report.goal(), rule.id()) + " of evalkit."),
                "defaultConfiguration",
                members("level", level(rule.severity())));
    }

    private Map<String, Object> result(ReportedFinding finding, List<String> rules) {
        Map<String, Object> location = members("physicalLocation", place(finding));
        if (!finding.pointer().isEmpty()) {
            location.put(
                    "logicalLocations",
                    List.of(members("fullyQualifiedName", Shown.text(finding.pointer()), "kind", "value")));
        }
        Map<String, Object> result = members("ruleId", finding.rule());
        int index = rules.indexOf(finding.rule());
        if (index >= 0) {
            result.put("ruleIndex", index);
        }
        result.put("level", level(finding.severity()));
        result.put("message", message(finding.message()));
        result.put("locations", List.of(location));
        result.put("partialFingerprints", members(FINGERPRINT, finding.fingerprint()));
        // Where any result has suppressions, all must: an empty list says that this one has none.
        result.put("suppressions", suppressions(finding.acceptedFor()));
        return result;
    }

    private Map<String, Object> place(ReportedFinding finding) {
        Map<String, Object> place = members(
                "artifactLocation",
                members("uri", uri(folder + finding.location().file()), "uriBaseId", BASE));
        int line = finding.location().line();
        if (line > 0) {
            Map<String, Object> region = members("startLine", line);
            if (finding.location().column() > 0) {
                region.put("startColumn", finding.location().column());
            }
            place.put("region", region);
        }
        return place;
    }

    private static List<Object> suppressions(@Nullable String reason) {
        return reason == null
                ? List.of()
                : List.of(members("kind", "external", "status", "accepted", "justification", Shown.text(reason)));
    }

    private List<Object> notices() {
        List<Object> notices = new ArrayList<>();
        report.notices().forEach(notice -> notices.add(members("level", "warning", "message", message(notice))));
        return notices;
    }

    /** The blank keeps a bracket and a parenthesis from being a link. */
    private static Map<String, Object> message(String text) {
        return members("text", Shown.text(text).replace("](", "] ("));
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** A relative reference (RFC 3986) whose bytes are those of the path in UTF-8. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = (each >= '0' && each <= '9')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= 'a' && each <= 'z')
                    || PLAIN.indexOf(each) >= 0;
            uri.append(isPlain ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return uri.toString();
    }

    /** Names and values in turn. */
    private static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
