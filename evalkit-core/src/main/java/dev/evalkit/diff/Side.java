package dev.evalkit.diff;

import dev.evalkit.result.Acceptance;
import dev.evalkit.result.ItemScope;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.file.Path;
import java.util.LinkedHashSet;
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

    /** What an item says of itself, and else the run of it. */
    ItemScope complete(ItemScope said, boolean byModel) {
        return said.with(
                byModel ? model(said) : null,
                said.scenario() == null && run != null ? run.scenario() : said.scenario());
    }

    private @Nullable String model(ItemScope said) {
        return said.model() == null && run != null ? run.model() : said.model();
    }

    /** The models of all items, in order; items that have none add none. */
    Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        ItemScope last = null;
        for (int position = 0; position < results.size(); position++) {
            ItemScope scope = results.meta(position).scope();
            if (!scope.equals(last)) {
                String model = model(scope);
                if (model != null) {
                    models.add(model);
                }
                last = scope;
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
