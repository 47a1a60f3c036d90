package dev.evalkit.scan;

import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scan's result for machines: as JSON of evalkit's own, and as SARIF 2.1.0 (OASIS, 2020). Neither holds a secret. */
public final class ScanDocuments {
    private static final String SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private ScanDocuments() {}

    /** Writes the result as JSON: {@code findings}, {@code accepted}, {@code skipped}, and counts. */
    public static void writeJson(Path target, ScanResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scope", result.scope());
        document.put("files", result.files());
        document.put("bytes", result.bytes());
        document.put("allowed", result.allowed());
        document.put("findings", findings(result.findings()));
        document.put("accepted", findings(result.accepted()));
        document.put(
                "skipped",
                result.skipped().stream()
                        .map(each -> members("file", each.file(), "reason", each.reason()))
                        .toList());
        DurableFile.write(target, JsonWriter.toJson(document));
    }

    private static List<Map<String, Object>> findings(List<ScanFinding> findings) {
        return findings.stream()
                .map(each -> members(
                        "rule", each.rule(),
                        "description", each.description(),
                        "file", each.file(),
                        "line", each.line(),
                        "column", each.column(),
                        "length", each.length(),
                        "fingerprint", each.fingerprint()))
                .toList();
    }

    /** Writes the result as SARIF; accepted findings are suppressed ones there, with the reason of the baseline. */
    public static void writeSarif(Path target, ScanResult result, ScanBaseline baseline) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        List<Object> results = new ArrayList<>();
        result.findings().forEach(each -> {
            descriptions.put(each.rule(), each.description());
            results.add(sarif(each, List.of()));
        });
        result.accepted().forEach(each -> {
            descriptions.put(each.rule(), each.description());
            results.add(sarif(each, List.of(members("kind", "external", "justification", reason(each, baseline)))));
        });
        List<Object> rules = new ArrayList<>();
        descriptions.forEach((id, description) -> rules.add(
                members("id", id, "shortDescription", members("text", description.isBlank() ? id : description))));
        List<Object> notes = new ArrayList<>();
        result.skipped()
                .forEach(each -> notes.add(members("level", "warning", "message", members("text", "Skipped " + each))));
        Map<String, Object> run = members(
                "tool",
                members("driver", members("name", "evalkit scan", "rules", rules)),
                "columnKind",
                "unicodeCodePoints",
                "results",
                results,
                "invocations",
                List.of(members("executionSuccessful", true, "toolExecutionNotifications", notes)));
        DurableFile.write(
                target, JsonWriter.toJson(members("$schema", SARIF_SCHEMA, "version", "2.1.0", "runs", List.of(run))));
    }

    private static String reason(ScanFinding finding, ScanBaseline baseline) {
        return baseline.entries().stream()
                .filter(entry -> entry.fingerprint().equals(finding.fingerprint()))
                .map(ScanBaseline.Entry::reason)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> sarif(ScanFinding finding, List<Object> suppressions) {
        Map<String, Object> place = members("artifactLocation", members("uri", uri(finding.file())));
        if (finding.line() > 0) {
            place.put("region", members("startLine", finding.line(), "startColumn", finding.column()));
        }
        Map<String, Object> sarif = members(
                "ruleId", finding.rule(),
                "level", "error",
                "message", members("text", finding.message()),
                "locations", List.of(members("physicalLocation", place)),
                "partialFingerprints", members("evalkitScan/v1", finding.fingerprint()));
        if (!suppressions.isEmpty()) {
            sarif.put("suppressions", suppressions);
        }
        return sarif;
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, "/" + file, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("A path is always a URI", e);
        }
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
