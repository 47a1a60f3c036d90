package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.io.Digests;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a diff compared is there still, and is what was compared. */
final class DiffSideRule implements RunRule {
    static final RuleDescription THERE = new RuleDescription(
            "EK-REF-021",
            Severity.WARNING,
            "What diffs compared is there",
            "Each side of a diff.json names a file below reports/ that is there, and a run that is there. Sides elsewhere, e.g. in target/, are not kept and not asked for.",
            """
            reports/m1_support_20260102T000000Z/diff.json
            {"prev": {"path": "reports/m1_support_20250101T000000Z/baseline.json", …}, …}""",
            """
            reports/m1_support_20260102T000000Z/diff.json
            {"prev": {"path": "reports/m1_support_20260101T000000Z/baseline.json", …}, …}""");
    static final RuleDescription SAME = new RuleDescription(
            "EK-REF-022",
            Severity.ERROR,
            "Diffs are of what lies there now",
            "Each side of a diff.json has the SHA-256 that stands there; else its verdicts are of other numbers.",
            """
            reports/m1_support_20260102T000000Z/diff.json
            {"curr": {"sha256": "(of another file)", …}, …}""",
            """
            mvn evalkit:check -Devalkit.run=reports/m1_support_20260102T000000Z""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(THERE, SAME);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        run.document(DiffFile.NAME).filter(JsonDocument::isObject).ifPresent(diff -> {
            check(diff, "prev", inspection, report);
            check(diff, "curr", inspection, report);
        });
    }

    private static void check(JsonDocument diff, String key, Inspection inspection, Report report) {
        if (!(diff.object().asMap().get(key) instanceof Map<?, ?> side)
                || !(side.get("path") instanceof String path)
                || !path.startsWith("reports/")) {
            return;
        }
        String at = "/" + key;
        EvaluationRepository repository = inspection.repository();
        Path file;
        try {
            file = repository.resolve(path);
        } catch (EvalkitException e) {
            report.add(THERE, diff, at + "/path", "what was compared is not there: " + e.getMessage());
            return;
        }
        if (Files.isRegularFile(file) && side.get("sha256") instanceof String expected) {
            String found = Digests.sha256(file);
            if (!found.equals(expected)) {
                report.add(
                        SAME,
                        diff,
                        at + "/sha256",
                        Shown.text(path) + " is not what was compared: its SHA-256 is " + found
                                + ", expected the one that stands here; make the diff again");
            }
        }
        if (side.get("run") instanceof String id) {
            List<String> ids = inspection.runs().stream().map(StoredRun::id).collect(Collectors.toList());
            if (!ids.contains(id)) {
                report.add(THERE, diff, at + "/run", "there is no run " + Shown.quoted(id) + " in reports/");
            }
        }
    }
}
