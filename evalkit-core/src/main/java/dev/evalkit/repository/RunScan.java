package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.io.SafePaths;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runs in a folder, as they lie there now.
 *
 * @param runs those that could be read, oldest first
 * @param broken those that could not
 */
record RunScan(List<StoredRun> runs, List<Broken> broken) {
    private static final List<String> FILES = List.of(StoredRun.MANIFEST, StoredRun.CURRENT, StoredRun.BASELINE);

    /** Where baselines are, which belong to the repository; other runs go wherever a build wants them. */
    private static final List<String> OWN = List.of(RunStore.REPORTS, OlderBaselines.FOLDER);

    /** Oldest first; within a second by the counter, which is longer where it is larger. */
    static final Comparator<StoredRun> BY_TIME = Comparator.comparing(StoredRun::started)
            .thenComparingInt(run -> run.id().length())
            .thenComparing(StoredRun::id);

    RunScan {
        runs = List.copyOf(runs);
        broken = List.copyOf(broken);
    }

    /**
     * A folder that holds a run which could not be read.
     *
     * @param folderName the folder's name
     * @param problem why
     */
    record Broken(String folderName, Problem problem) {
        /** Whether this may be a run of that pair: all that is left to go by is the folder's name. */
        boolean mayBe(RunKey key) {
            return folderName.startsWith(RunFolderName.prefix(key))
                    || RunFolderName.parse(folderName).isEmpty();
        }
    }

    /** Reads what every run in a folder says of itself; hidden folders are unfinished and left out. */
    static RunScan of(EvaluationRepository repository, Path folder) {
        List<StoredRun> runs = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        List<Path> folders = List.of();
        try {
            folders = folders(repository, folder);
        } catch (EvalkitException e) {
            broken.add(new Broken("", Problem.of(e, repository.nameOf(folder), Problem.Kind.UNREADABLE)));
        }
        for (Path each : folders) {
            try {
                if (isRun(each)) {
                    runs.add(read(repository, each));
                }
            } catch (EvalkitException e) {
                Problem.Kind kind = Files.exists(each.resolve(StoredRun.MANIFEST))
                        ? Problem.Kind.UNREADABLE
                        : Problem.Kind.AMBIGUOUS;
                broken.add(new Broken(name(each), Problem.of(e, repository.nameOf(each), kind)));
            }
        }
        runs.sort(BY_TIME);
        return new RunScan(runs, broken);
    }

    /**
     * The run in a folder.
     *
     * @throws EvalkitException if it is none, or does not say what it is a run of
     */
    static StoredRun read(EvaluationRepository repository, Path folder) {
        FILES.stream()
                .filter(name -> Files.isSymbolicLink(folder.resolve(name)))
                .forEach(name -> SafePaths.resolve(folder, name));
        Path manifest = folder.resolve(StoredRun.MANIFEST);
        if (Files.exists(manifest)) {
            return StoredRun.of(
                    folder, repository.nameOf(folder), RunManifest.read(manifest, repository.nameOf(manifest)));
        }
        Location at = Location.of(repository.nameOf(folder));
        if (!isRun(folder)) {
            throw new EvalkitException(at, "this is no run: there is no run.json, current.json or baseline.json in it");
        }
        RunFolderName name = RunFolderName.parse(name(folder))
                .orElseThrow(() -> new EvalkitException(
                        at,
                        "without a run.json a run's folder must be named <model>_<scenario>_<time>, as nothing else says "
                                + "what it is a run of"));
        List<RunKey> keys = name.candidates(
                repository.models().ids(), repository.scenarios().ids());
        if (keys.size() != 1) {
            throw new EvalkitException(
                    at,
                    "the folder's name can mean "
                            + (keys.isEmpty() ? "no model and scenario" : "each of " + Shown.text(keys.toString()))
                            + ", and there is no run.json that says which; rename the folder or add a run.json");
        }
        return new StoredRun(folder, repository.nameOf(folder), name(folder), keys.get(0), name.time(), null);
    }

    private static boolean isRun(Path folder) {
        return FILES.stream().anyMatch(file -> Files.exists(folder.resolve(file)));
    }

    /** The folders in a folder; a symbolic link to somewhere else is none of them. */
    static List<Path> folders(EvaluationRepository repository, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        if (OWN.stream().anyMatch(name -> folder.startsWith(repository.root().resolve(name)))) {
            SafePaths.resolve(repository.root(), repository.nameOf(folder));
        }
        try (Stream<Path> children = Files.list(folder)) {
            Path real = folder.toRealPath();
            List<Path> found = new ArrayList<>();
            for (Path each : children.toList()) {
                if (!name(each).startsWith(".")
                        && Files.isDirectory(each)
                        && each.toRealPath().startsWith(real)) {
                    found.add(each);
                }
            }
            found.sort(Comparator.comparing(RunScan::name));
            return found;
        } catch (IOException e) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(folder)), "the folder cannot be listed: " + e.getMessage(), e);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
