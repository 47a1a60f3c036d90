package dev.evalkit.report.overview;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Links from a page to files near it. */
final class Links {
    private final Path folder;

    /** @param folder where the page is */
    Links(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The way to a file, with what a link must not hold as such encoded; empty where there is no such file. */
    Optional<String> to(Path file) {
        return Files.isRegularFile(file) ? Optional.of(way(file)) : Optional.empty();
    }

    /** The way to a file that may not be there yet. */
    String way(Path file) {
        Path to = file.toAbsolutePath().normalize();
        String path =
                folder.relativize(to).toString().replace(file.getFileSystem().getSeparator(), "/");
        try {
            // A path that begins with a name and a colon would be taken for a scheme.
            return new URI(null, null, "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No path: " + path, e);
        }
    }
}
