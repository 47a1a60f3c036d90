package dev.evalkit.repository;

import dev.evalkit.io.Digests;
import dev.evalkit.io.DurableFile;
import dev.evalkit.io.DurableFolder;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A run that is being made, in a hidden folder that git ignores. Publishing gives the folder its name; closing it unpublished deletes it.
 *
 * <pre>{@code
 * try (RunDraft draft = store.begin(key, clock)) {
 *     …
 *     return draft.publish(manifest, results);
 * }
 * }</pre>
 */
public final class RunDraft implements AutoCloseable {
    private static final String GITIGNORE = ".gitignore";

    private final EvaluationRepository repository;
    private final DurableFolder folder;
    private final RunKey key;
    private final Instant started;

    private RunDraft(EvaluationRepository repository, DurableFolder folder, RunKey key, Instant started) {
        this.repository = repository;
        this.folder = folder;
        this.key = key;
        this.started = started;
    }

    static RunDraft begin(EvaluationRepository repository, Path runs, RunKey key, Instant started) {
        DurableFolder folder = DurableFolder.create(runs.resolve(RunFolderName.of(key, started)));
        RunDraft draft = new RunDraft(repository, folder, key, started);
        DurableFile.write(gitignore(folder.path()), "*\n");
        return draft;
    }

    /** What keeps git from seeing a run that is not accepted. */
    static Path gitignore(Path run) {
        return run.resolve(GITIGNORE);
    }

    /** The hidden folder, for what belongs to the run. */
    public Path folder() {
        return folder.path();
    }

    /** What it is a run of. */
    public RunKey key() {
        return key;
    }

    /** When it began. */
    public Instant started() {
        return started;
    }

    /**
     * Writes the results and the manifest, and gives the folder its name, with a counter where another run of the same second has it.
     *
     * @param manifest the manifest; its id is replaced by the folder's name, and the items' digest filled in
     * @return the run
     * @throws IllegalArgumentException if the manifest is of another pair
     */
    public StoredRun publish(RunManifest manifest, ResultSet results) {
        if (!key.equals(new RunKey(manifest.model(), manifest.scenario()))) {
            throw new IllegalArgumentException("A run of " + key + " expected, found a manifest of " + manifest.model()
                    + " · " + manifest.scenario());
        }
        Path items = folder.path().resolve(StoredRun.CURRENT);
        results.write(items);
        return publish(repository, folder, manifest.withItems(Digests.sha256(items)));
    }

    /** Gives a folder its name and tells the manifest in it. */
    static StoredRun publish(EvaluationRepository repository, DurableFolder folder, RunManifest manifest) {
        Path place = folder.publish(
                name -> manifest.withRun(name).write(folder.path().resolve(StoredRun.MANIFEST)));
        return StoredRun.of(place, repository.nameOf(place), manifest.withRun(String.valueOf(place.getFileName())));
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        folder.close();
    }
}
