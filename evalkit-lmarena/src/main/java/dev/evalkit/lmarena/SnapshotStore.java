package dev.evalkit.lmarena;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.io.DurableFile;
import dev.evalkit.io.Timestamps;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The snapshots of a repository: {@code benchmarks/snapshots/<source>/<time>.json}. What was written once is never changed. */
public final class SnapshotStore {
    private static final Pattern NAME = Pattern.compile("([0-9TZ]+)(?:-([0-9]{1,4}))?\\.json");
    private static final int MOST_CLASHES = 9999;

    private final EvaluationRepository repository;
    private final String source;

    private SnapshotStore(EvaluationRepository repository, String source) {
        this.repository = repository;
        this.source = source;
    }

    /** The snapshots of a source. */
    public static SnapshotStore of(EvaluationRepository repository, String source) {
        return new SnapshotStore(repository, source);
    }

    /**
     * The sources that a repository has a folder of snapshots of, by name.
     *
     * @throws EvalkitException if the folder cannot be listed
     */
    public static List<String> sources(EvaluationRepository repository) {
        Path folder = snapshots(repository);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(folder)), "the folder cannot be listed: " + e.getMessage(), e);
        }
    }

    /** A file whose name tells when it was retrieved; of several in one second, which one it is. */
    private record Dated(Path file, Instant time, int counter) {
        static Optional<Dated> of(Path file) {
            Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
            if (!name.matches()) {
                return Optional.empty();
            }
            int counter = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
            return Timestamps.parse(name.group(1)).map(time -> new Dated(file, time, counter));
        }
    }

    /**
     * The newest snapshot that is of a kind.
     *
     * @throws EvalkitException if a snapshot that would have to be looked at cannot be read
     */
    public Optional<StoredSnapshot> newest(Predicate<Snapshot> wanted) {
        for (Path file : newestFirst()) {
            JsonDocument document = JsonDocument.readInside(repository.root(), repository.nameOf(file));
            if (SnapshotFile.isSnapshot(document)) {
                Snapshot snapshot = SnapshotFile.of(document);
                if (wanted.test(snapshot)) {
                    return Optional.of(new StoredSnapshot(file, snapshot));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Reads all snapshots, one after the other, from the newest to the oldest.
     *
     * @throws EvalkitException if one cannot be read
     */
    public void forEachNewestFirst(Consumer<StoredSnapshot> snapshot) {
        for (Path file : newestFirst()) {
            JsonDocument document = JsonDocument.read(file, repository.nameOf(file));
            if (SnapshotFile.isSnapshot(document)) {
                snapshot.accept(new StoredSnapshot(file, SnapshotFile.of(document)));
            }
        }
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.flatMap(file -> Dated.of(file).stream())
                    .sorted(Comparator.comparing(Dated::time)
                            .thenComparingInt(Dated::counter)
                            .reversed())
                    .map(Dated::file)
                    .toList();
        } catch (IOException e) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(folder())), "the folder cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Writes a snapshot under the time of its retrieval; where that is taken, with a counter. */
    StoredSnapshot write(Snapshot snapshot) {
        Path file = free(Timestamps.format(snapshot.retrievedAt()));
        DurableFile.write(file, SnapshotFile.toJson(snapshot));
        return new StoredSnapshot(file, snapshot);
    }

    private Path free(String stem) {
        Path file = folder().resolve(stem + ".json");
        for (int i = 2; Files.exists(file); i++) {
            if (i > MOST_CLASHES) {
                throw new EvalkitException(
                        Location.of(repository.nameOf(folder())), "has too many snapshots of " + stem);
            }
            file = folder().resolve(stem + "-" + i + ".json");
        }
        return file;
    }

    private Path folder() {
        return snapshots(repository).resolve(source);
    }

    private static Path snapshots(EvaluationRepository repository) {
        return repository.root().resolve("benchmarks").resolve("snapshots");
    }
}
