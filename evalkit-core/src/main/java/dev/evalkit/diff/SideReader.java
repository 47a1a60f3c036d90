package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.io.Digests;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sides of a diff: result files and runs. Files inside the repository are named relative to it. */
public final class SideReader {
    private static final Set<String> FILES_OF_A_RUN = Set.of(StoredRun.CURRENT, StoredRun.BASELINE);

    private final EvaluationRepository repository;

    public SideReader(EvaluationRepository repository) {
        this.repository = repository;
    }

    /**
     * A run's results.
     *
     * @throws EvalkitException if they cannot be read
     */
    public Side read(StoredRun run) {
        return side(run.current(), run.details().orElse(null));
    }

    /**
     * A baseline's results.
     *
     * @throws EvalkitException if they cannot be read
     */
    public Side read(Baseline baseline) {
        return side(baseline.file(), baseline.run().details().orElse(null));
    }

    /**
     * The results in a result file or in a run's folder.
     *
     * @throws EvalkitException if there is no such file or folder, or it holds something else
     */
    public Side read(Path path) {
        if (!Files.isDirectory(path)) {
            return side(path, manifestBeside(path).orElse(null));
        }
        Path current = path.resolve(StoredRun.CURRENT);
        if (!Files.isRegularFile(current)) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(path)),
                    "there is no " + StoredRun.CURRENT + " in this folder; expected a run's folder or a result file");
        }
        return side(current, manifestBeside(current).orElse(null));
    }

    private Optional<RunManifest> manifestBeside(Path results) {
        Path manifest = results.resolveSibling(StoredRun.MANIFEST);
        return FILES_OF_A_RUN.contains(String.valueOf(results.getFileName())) && Files.isRegularFile(manifest)
                ? Optional.of(RunManifest.read(manifest, repository.nameOf(manifest)))
                : Optional.empty();
    }

    private Side side(Path file, @Nullable RunManifest manifest) {
        String name = repository.nameOf(file);
        ResultSet results = ResultSet.read(file, name);
        return new Side(
                results,
                manifest,
                name,
                Digests.sha256(file),
                file.toAbsolutePath().getParent());
    }
}
