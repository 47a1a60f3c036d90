package dev.evalkit.repository;

import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as it lies in its folder.
 *
 * @param folder the folder
 * @param name the folder as messages name it, relative to the repository where it is inside
 * @param id the run's id
 * @param key what it is a run of
 * @param started when it began
 * @param manifest its {@code run.json}, or null in the older layout that has none
 */
public record StoredRun(
        Path folder,
        String name,
        String id,
        RunKey key,
        Instant started,
        @Nullable RunManifest manifest) {

    /** The names of the files in a run's folder. */
    public static final String MANIFEST = "run.json";

    public static final String CURRENT = "current.json";
    public static final String BASELINE = "baseline.json";
    public static final String SCORES = "scores";

    /** A run with a {@code run.json}, which says what it is whatever its folder is called. */
    static StoredRun of(Path folder, String name, RunManifest manifest) {
        RunKey key = new RunKey(manifest.model(), manifest.scenario());
        return new StoredRun(folder, name, manifest.run(), key, manifest.started(), manifest);
    }

    /** The manifest, unless the run is of the older layout. */
    public Optional<RunManifest> details() {
        return Optional.ofNullable(manifest);
    }

    /** Where its result items are. */
    public Path current() {
        return folder.resolve(CURRENT);
    }

    /** Where the samples' scores are, if they were kept. */
    public Path scores() {
        return folder.resolve(SCORES);
    }

    /**
     * Reads its result items.
     *
     * @throws dev.evalkit.EvalkitException if they cannot be read
     */
    public ResultSet results() {
        return ResultSet.read(current(), name + "/" + CURRENT);
    }

    /** In the older layout, the results that this run was compared with: the other side of a diff. */
    public Optional<Path> otherSide() {
        Path baseline = folder.resolve(BASELINE);
        return manifest == null && Files.isRegularFile(baseline) ? Optional.of(baseline) : Optional.empty();
    }

    /** Whether it has results and none of its indicators failed. */
    public boolean isComplete() {
        return Files.isRegularFile(current())
                && (manifest == null
                        || manifest.indicators(IndicatorRun.Status.FAILED).isEmpty());
    }

    /** Its acceptance as a baseline, if it was accepted. */
    public Optional<Acceptance> acceptance() {
        return details().flatMap(RunManifest::acceptance);
    }
}
