package dev.evalkit.diff;

import dev.evalkit.result.Acceptance;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a diff: results, and what is known of where they come from.
 *
 * @param results the items
 * @param run the run that they come from, which says what the items leave open, or null
 * @param path the result file as the user names it, or null
 * @param sha256 the digest of that file, or null
 * @param folder the run's folder, from where {@code meta.scores_ref} is read, or null where there are no scores
 */
public record Side(
        ResultSet results,
        @Nullable RunManifest run,
        @Nullable String path,
        @Nullable String sha256,
        @Nullable Path folder) {

    /** Results that stand alone. */
    public static Side of(ResultSet results) {
        return new Side(results, null, null, null, null);
    }

    /** The results of a run. */
    public static Side of(ResultSet results, RunManifest run) {
        return new Side(results, run, null, null, null);
    }

    /** These results, read from that file. */
    public Side from(String file, String digest) {
        return new Side(results, run, file, digest, folder);
    }

    /** These results with the samples' scores that lie in the run's folder, where their {@code meta.scores_ref} names them. */
    public Side withScores(Path runFolder) {
        return new Side(results, run, path, sha256, runFolder);
    }

    List<ResultItem> items() {
        return results.items();
    }

    /** The item's model, or else the run's. */
    @Nullable
    String model(ResultItem item) {
        return item.meta().text(Meta.MODEL).orElse(run == null ? null : run.model());
    }

    /** The item's scenario, or else the run's. */
    @Nullable
    String scenario(ResultItem item) {
        return item.meta().text(Meta.SCENARIO).orElse(run == null ? null : run.scenario());
    }

    /** The models of all items, in order; items that have none add none. */
    Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        String last = null;
        for (ResultItem item : items()) {
            String model = model(item);
            if (model != null && !model.equals(last)) {
                models.add(model);
                last = model;
            }
        }
        return models;
    }

    /** The margins that were frozen when this run was accepted, by the text of the item's identity. */
    Map<String, Double> frozenMargins() {
        return run == null
                ? Map.of()
                : run.acceptance().map(Acceptance::margins).map(Map::copyOf).orElse(Map.of());
    }

    /** The side in messages. */
    String name() {
        if (path != null) {
            return path;
        }
        return run == null ? "results" : run.run();
    }

    Origin origin() {
        Set<String> models = models();
        String model = run == null ? null : run.model();
        return new Origin(
                path,
                sha256,
                run == null ? null : run.run(),
                models.size() == 1 ? models.iterator().next() : model,
                run == null ? null : run.scenario(),
                run == null ? null : run.started());
    }
}
