package dev.evalkit.repository;

import dev.evalkit.result.ResultSet;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a run is compared with.
 *
 * @param run the accepted run; in an older layout the folder that holds the results
 * @param file the results
 */
public record Baseline(StoredRun run, Path file) {

    /** The time from which it counts: a run that began before cannot be judged by it. */
    public Instant since() {
        return run.acceptance().map(acceptance -> acceptance.at()).orElse(run.started());
    }

    /** Whether that run is this baseline; in an older layout one folder holds a run and what it was compared with. */
    boolean is(StoredRun other) {
        return run.acceptance().isPresent() && run.id().equals(other.id());
    }

    /**
     * Reads its result items.
     *
     * @throws dev.evalkit.EvalkitException if they cannot be read
     */
    public ResultSet results() {
        return ResultSet.read(file, run.name() + "/" + file.getFileName());
    }
}
