package dev.evalkit.result;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is, beside its numbers: the {@code run.json} of its folder.
 *
 * <p>Whatever varies between two computations of the same numbers (times, durations, machine) stands here and not in the items.
 *
 * @param run the run's id, unique in its repository; the name of the folder in which it was first published
 * @param model the model's id
 * @param scenario the scenario's id
 * @param started when it began, to the millisecond
 * @param finished when it ended, to the millisecond
 * @param seed the seed of everything random in it, or null where it is not known (a run of an older layout)
 * @param tool what computed it, or null where it is not known
 * @param git the state of the sources, or null where they are not under git
 * @param indicators what became of each indicator, in the order in which the scenario names them
 * @param itemsSha256 the digest of {@code current.json}, or null where it is not known
 * @param accepted its acceptance, or null while it is only a run
 */
public record RunManifest(
        String run,
        String model,
        String scenario,
        Instant started,
        Instant finished,
        @Nullable Long seed,
        @Nullable Tool tool,
        @Nullable GitState git,
        List<IndicatorRun> indicators,
        @Nullable String itemsSha256,
        @Nullable Acceptance accepted) {

    public RunManifest {
        started = started.truncatedTo(ChronoUnit.MILLIS);
        finished = finished.truncatedTo(ChronoUnit.MILLIS);
        indicators = List.copyOf(indicators);
    }

    /** A manifest of a run whose items are not written yet. */
    public RunManifest(
            String run,
            String model,
            String scenario,
            Instant started,
            Instant finished,
            @Nullable Long seed,
            @Nullable Tool tool,
            @Nullable GitState git,
            List<IndicatorRun> indicators,
            @Nullable Acceptance accepted) {
        this(run, model, scenario, started, finished, seed, tool, git, indicators, null, accepted);
    }

    /**
     * What computed a run.
     *
     * @param version evalkit's version
     * @param java the Java version and vendor
     * @param os the operating system's name, version and architecture
     */
    public record Tool(String version, String java, String os) {}

    /**
     * The state of the sources.
     *
     * @param commit the commit's full hash
     * @param dirty whether files outside {@code reports/} differed from it
     */
    public record GitState(String commit, boolean dirty) {}

    /**
     * Reads a {@code run.json}.
     *
     * @throws dev.evalkit.EvalkitException if it cannot be read, or was written by a newer evalkit
     */
    public static RunManifest read(Path file) {
        return RunManifestFile.read(file, file.toString());
    }

    /** Reads a {@code run.json}; the name is that of the file in messages. */
    public static RunManifest read(Path file, String shownName) {
        return RunManifestFile.read(file, shownName);
    }

    /** Writes this as a {@code run.json}, always the same bytes for the same manifest. */
    public void write(Path file) {
        RunManifestFile.write(file, this);
    }

    /** The acceptance, if the run was accepted. */
    public Optional<Acceptance> acceptance() {
        return Optional.ofNullable(accepted);
    }

    /** The indicators that ended so. */
    public List<IndicatorRun> indicators(IndicatorRun.Status status) {
        return indicators.stream().filter(each -> each.status() == status).toList();
    }

    /** This manifest under another id. */
    public RunManifest withRun(String id) {
        return new RunManifest(
                id, model, scenario, started, finished, seed, tool, git, indicators, itemsSha256, accepted);
    }

    /** This manifest, of items that have that digest. */
    public RunManifest withItems(String sha256) {
        return new RunManifest(run, model, scenario, started, finished, seed, tool, git, indicators, sha256, accepted);
    }

    /** This manifest, accepted. */
    public RunManifest withAcceptance(Acceptance acceptance) {
        return new RunManifest(
                run, model, scenario, started, finished, seed, tool, git, indicators, itemsSha256, acceptance);
    }
}
