package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.io.SafePaths;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A result item is not of more samples than its score file has rows. Fewer can be right: some statistics leave samples out. */
final class SampleCountRule implements RunRule {
    static final RuleDescription AGREES = new RuleDescription(
            "EK-VAL-005",
            Severity.ERROR,
            "Sample counts agree with the scores",
            "samples_used of a result item is no more than the rows of the score file that it refers to. Fewer can be right, as some statistics leave samples out.",
            """
            reports/m1_support_20260101T000000Z/current.json
            [{"metric_id": "f1", "samples_used": 1000, "meta": {"scores_ref": {"path": "scores/f1.jsonl.gz"}}, …}]
            (and scores/f1.jsonl.gz has 100 rows)""",
            """
            mvn evalkit:evaluate -Devalkit.model=m1 -Devalkit.scenario=support""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(AGREES);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        Map<String, OptionalInt> rows = new HashMap<>();
        List<ResultItem> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            ResultItem item = items.get(i);
            Long used = item.samplesUsed();
            if (used != null
                    && item.meta().get(Meta.SCORES_REF).orElse(null) instanceof Map<?, ?> scores
                    && scores.get("path") instanceof String path) {
                OptionalInt all = rows.computeIfAbsent(path, each -> rows(run, each));
                if (all.isPresent() && used > all.getAsInt()) {
                    String pointer = run.pointer(i) + "/samples_used";
                    run.document(StoredRun.CURRENT)
                            .ifPresent(json -> report.add(
                                    AGREES,
                                    json,
                                    pointer,
                                    "found " + used + " samples, but " + Shown.quoted(path) + " has " + all.getAsInt()
                                            + " rows"));
                }
            }
        }
    }

    private static OptionalInt rows(RunFiles run, String path) {
        try {
            Path file = SafePaths.resolve(run.run().folder(), path);
            return OptionalInt.of(ScoreFile.read(file).table().size());
        } catch (EvalkitException e) {
            // What keeps it from being read is told by the rules about the file itself.
            return OptionalInt.empty();
        }
    }
}
