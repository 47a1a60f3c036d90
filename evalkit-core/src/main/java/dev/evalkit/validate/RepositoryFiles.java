package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds files that are no documents of a catalog. */
final class RepositoryFiles {
    private RepositoryFiles() {}

    /** The files of an extension below a folder, to a depth, by name; hidden ones and those in folders that are links are left out. */
    static List<Path> below(EvaluationRepository repository, String folder, int depth, String extension) {
        Path start = repository.root().resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(start, depth)) {
            return all.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.endsWith(extension) && !name.startsWith(".") && Files.isRegularFile(file);
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalkitException(Location.of(folder), "the folder cannot be listed: " + e.getMessage(), e);
        }
    }
}
