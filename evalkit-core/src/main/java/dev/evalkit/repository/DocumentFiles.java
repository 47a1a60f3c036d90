package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.io.SafePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the files of a folder that are documents.
 *
 * <p>Not documents are hidden files, {@code aliases.json}, {@code index.json}, schemas ({@code schema.json}, {@code *.schema.json}, {@code *_schema.json}; others
 * are known by their content) and templates ({@code template.json}, {@code *_template.json}, {@code *.template.json}, {@code _*.json}).
 */
final class DocumentFiles {
    static final String EXTENSION = ".json";
    static final String ALIASES = "aliases.json";

    private DocumentFiles() {}

    /** The documents right inside a folder, by name; none where there is no such folder. */
    static List<Path> in(Path folder) {
        return list(folder, DocumentFiles::isDocument);
    }

    /**
     * The documents that have a folder of their own inside the given one of a repository: {@code <id>/<id>.json}, else {@code <id>/scenario.json}, else the only
     * document there is in {@code <id>/}. Folders without any are something else.
     *
     * @param problems is told of folders whose document cannot be told from the others
     */
    static List<Path> inFoldersOf(Path root, String folder, Consumer<Problem> problems) {
        List<Path> found = new ArrayList<>();
        for (Path own : list(root.resolve(folder), each -> Files.isDirectory(each) && !isHidden(each))) {
            if (leadsOut(root, folder + "/" + own.getFileName(), problems)) {
                continue;
            }
            List<Path> documents = in(own);
            Optional<Path> main = documents.stream()
                    .filter(each -> each.endsWith(own.getFileName() + EXTENSION))
                    .findFirst()
                    .or(() -> documents.stream()
                            .filter(each -> each.endsWith("scenario" + EXTENSION))
                            .findFirst());
            if (main.isPresent() || documents.size() == 1) {
                found.add(main.orElseGet(() -> documents.get(0)));
            } else if (!documents.isEmpty()) {
                String name = String.valueOf(own.getFileName());
                problems.accept(new Problem(
                        Location.of(folder + "/" + name),
                        "found " + documents.size() + " documents, expected one named " + Shown.text(name) + EXTENSION,
                        Problem.Kind.UNREADABLE));
            }
        }
        return found;
    }

    private static boolean leadsOut(Path root, String folder, Consumer<Problem> problems) {
        try {
            SafePaths.resolve(root, folder);
            return false;
        } catch (EvalkitException e) {
            problems.accept(Problem.of(e, folder, Problem.Kind.UNREADABLE));
            return true;
        }
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(wanted)
                    .sorted((a, b) -> String.valueOf(a.getFileName()).compareTo(String.valueOf(b.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new EvalkitException(
                    Location.of(folder.toString()), "the folder cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static boolean isDocument(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(EXTENSION) || name.startsWith(".") || name.startsWith("_") || !Files.isRegularFile(file)) {
            return false;
        }
        String stem = name.substring(0, name.length() - EXTENSION.length());
        boolean isSchema = stem.equals("schema") || stem.endsWith(".schema") || stem.endsWith("_schema");
        boolean isTemplate = stem.equals("template") || stem.endsWith(".template") || stem.endsWith("_template");
        return !name.equals(ALIASES) && !stem.equals("index") && !isSchema && !isTemplate;
    }
}
