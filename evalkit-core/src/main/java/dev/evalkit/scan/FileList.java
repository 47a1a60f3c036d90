package dev.evalkit.scan;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.script.ScriptCommand;
import dev.evalkit.evaluate.script.ScriptProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a folder that are tracked, or would be.
 *
 * @param files paths relative to the folder, with {@code /}, sorted
 * @param scope how they were found, in words
 */
record FileList(List<String> files, String scope) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    FileList {
        files = files.stream().sorted().distinct().toList();
    }

    /** What git tracks or would add there; where git is missing or knows nothing of the folder, all files. */
    static FileList of(Path root) {
        try {
            byte[] output = ScriptProcess.run(
                    new ScriptCommand(List.of("git", "ls-files", "-co", "--exclude-standard", "-z")),
                    root,
                    System.getenv(),
                    PATIENCE);
            List<String> files = Stream.of(new String(output, StandardCharsets.UTF_8).split("\0"))
                    .filter(file -> !file.isEmpty())
                    .toList();
            return new FileList(files, "what git tracks or would add");
        } catch (EvalkitException e) {
            return new FileList(all(root), "all files, ignored ones too: git does not know this folder");
        }
    }

    private static List<String> all(Path root) {
        return below(root).stream().map(file -> name(root, file)).toList();
    }

    /** A file's path relative to a folder, with {@code /}; the whole path where it lies elsewhere. */
    static String name(Path root, Path file) {
        return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
    }

    /** All files in a folder and those in it, {@code .git} left out; the file itself where it is none. */
    static List<Path> below(Path root) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new EvalkitException(root + ": the files cannot be listed: " + e.getMessage(), e);
        }
        return files;
    }
}
