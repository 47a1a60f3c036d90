package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.Digests;
import dev.evalkit.io.SafePaths;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a run are those that it recorded: the items by their digest, and the scores that items refer to by path and digest. */
final class RunFileRule implements RunRule {
    static final RuleDescription SCORES = new RuleDescription(
            "EK-REF-019",
            Severity.ERROR,
            "Score files are there and are those that items refer to",
            "scores_ref names a file inside the run's folder, and its SHA-256 is the one that stands there; else a later run would be paired with other samples.",
            """
            reports/m1_support_20260101T000000Z/current.json
            [{"metric_id": "f1", "meta": {"scores_ref": {"path": "scores/f2.jsonl.gz", "sha256": "…"}}, …}]""",
            """
            reports/m1_support_20260101T000000Z/current.json
            [{"metric_id": "f1", "meta": {"scores_ref": {"path": "scores/f1.jsonl.gz", "sha256": "…"}}, …}]""");
    static final RuleDescription RECORDED = new RuleDescription(
            "EK-REF-020",
            Severity.ERROR,
            "Result files are those that the run recorded",
            "current.json has the SHA-256 that run.json states as items_sha256, and once a run is accepted its baseline.json is a copy of it. Numbers are not edited; a new run is made.",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"items_sha256": "(of another file)", …}""",
            """
            mvn evalkit:evaluate -Devalkit.model=m1 -Devalkit.scenario=support""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(SCORES, RECORDED);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        checkScores(run, report);
        RunManifest manifest = run.run().manifest();
        if (manifest == null) {
            return;
        }
        String recorded = manifest.itemsSha256();
        for (String file : List.of(StoredRun.CURRENT, StoredRun.BASELINE)) {
            Optional<String> found = run.document(file).map(JsonDocument::sha256);
            if (recorded != null && found.isPresent() && !recorded.equals(found.get())) {
                run.document(StoredRun.MANIFEST)
                        .ifPresent(
                                json -> report.add(
                                        RECORDED,
                                        json,
                                        "/items_sha256",
                                        file + " is not what this run recorded: its SHA-256 is " + found.get()
                                                + ", expected the one that stands here; restore the file, or make the run again"));
            }
        }
    }

    private static void checkScores(RunFiles run, Report report) {
        Map<String, Optional<String>> digests = new HashMap<>();
        List<ResultItem> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            Object ref = items.get(i).meta().get(Meta.SCORES_REF).orElse(null);
            if (ref instanceof Map<?, ?> scores && scores.get("path") instanceof String path) {
                String sha256 = scores.get("sha256") instanceof String text ? text : null;
                // Many items refer to one file: each pair of path and digest is told once.
                int position = i;
                digests.computeIfAbsent(
                                path + "\n" + sha256, key -> fault(run.run().folder(), path, sha256))
                        .ifPresent(fault -> run.document(StoredRun.CURRENT)
                                .ifPresent(json ->
                                        report.add(SCORES, json, run.pointer(position) + "/meta/scores_ref", fault)));
                digests.put(path + "\n" + sha256, Optional.empty());
            }
        }
    }

    private static Optional<String> fault(Path folder, String path, @Nullable String sha256) {
        try {
            Path file = SafePaths.resolve(folder, path);
            if (!Files.isRegularFile(file)) {
                return Optional.of("the scores " + Shown.quoted(path) + " are a folder, expected a file");
            }
            String found = Digests.sha256(file);
            return sha256 == null || sha256.equals(found)
                    ? Optional.empty()
                    : Optional.of("the scores " + Shown.quoted(path) + " are not those of this item: their SHA-256 is "
                            + found + ", expected " + Shown.text(Shown.shortened(sha256)));
        } catch (EvalkitException e) {
            return Optional.of("the scores of this item are not there: "
                    + String.valueOf(e.getMessage()).replace("in the repository", "in the run's folder"));
        }
    }
}
