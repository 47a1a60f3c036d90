package dev.evalkit.scan;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.script.ScriptCommand;
import dev.evalkit.evaluate.script.ScriptProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that are tracked, or would be.
 *
 * @param files the files, each once, by name
 * @param scope how they were found, in words
 */
record FileList(List<Entry> files, String scope) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    FileList {
        List<Entry> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(Entry::name));
        files = List.copyOf(sorted);
    }

    /**
     * A file.
     *
     * @param path where it is
     * @param name its path relative to the folder, with {@code /} between the parts
     * @param size its size in bytes
     * @param obstacle why it is not looked into; null where it is
     */
    record Entry(
            Path path, String name, long size, @Nullable String obstacle) {

        static Entry of(Path path, String name, BasicFileAttributes attributes) {
            return new Entry(path, name, attributes.size(), obstacle(attributes));
        }

        private static @Nullable String obstacle(BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return "a symbolic link is not followed";
            }
            if (attributes.isDirectory()) {
                return "a repository within the repository; scan it by itself";
            }
            return attributes.isRegularFile() ? null : "not a regular file";
        }
    }

    /** What git tracks or would add there; where git is missing or knows nothing of the folder, all files. */
    static FileList of(Path root) {
        if (!mayKnow(root)) {
            return all(root, "git does not know this folder");
        }
        try {
            byte[] output = ScriptProcess.run(
                    new ScriptCommand(List.of("git", "ls-files", "-co", "--exclude-standard", "--deduplicate", "-z")),
                    root,
                    System.getenv(),
                    PATIENCE);
            List<Entry> files = new ArrayList<>();
            for (String name : new String(output, StandardCharsets.UTF_8).split("\0", -1)) {
                if (!name.isEmpty()) {
                    add(files, root.resolve(name), name);
                }
            }
            return files.isEmpty()
                    ? all(root, "git tracks nothing there")
                    : new FileList(files, "what git tracks or would add");
        } catch (EvalkitException e) {
            return all(root, "git does not know this folder");
        }
    }

    /** Whether it is worth to start git, which takes as long as to look through many files. */
    private static boolean mayKnow(Path root) {
        if (System.getenv("GIT_DIR") != null) {
            return true;
        }
        for (Path at = root.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private static FileList all(Path root, String why) {
        List<Entry> files = new ArrayList<>();
        collect(root, "", files);
        return new FileList(files, "all files, ignored ones too: " + why);
    }

    /** The given files, and all files below the given folders. */
    static FileList of(Path root, List<Path> chosen) {
        Path folder = root.toAbsolutePath().normalize();
        List<Entry> files = new ArrayList<>();
        for (Path each : chosen) {
            Path path = each.toAbsolutePath().normalize();
            String name = (path.startsWith(folder) ? folder.relativize(path) : path)
                    .toString()
                    .replace('\\', '/');
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                collect(path, name.isEmpty() ? "" : name + "/", files);
            } else {
                add(files, path, name);
            }
        }
        return new FileList(files, "what is to be published");
    }

    /** A tracked file that was deleted is none. */
    private static void add(List<Entry> files, Path path, String name) {
        try {
            files.add(Entry.of(
                    path, name, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            files.add(new Entry(path, name, 0, "cannot be read: " + e.getMessage()));
        }
    }

    private static void collect(Path folder, String prefix, List<Entry> files) {
        try {
            Files.walkFileTree(folder, new Collector(prefix, files));
        } catch (IOException e) {
            throw new EvalkitException(folder + ": the files cannot be listed: " + e.getMessage(), e);
        }
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Entry> files;
        private String prefix;
        private boolean top = true;

        Collector(String prefix, List<Entry> files) {
            this.prefix = prefix;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.endsWith(".git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!top) {
                prefix += folder.getFileName() + "/";
            }
            top = false;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            prefix = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
            return super.postVisitDirectory(folder, failure);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(Entry.of(file, prefix + file.getFileName(), attributes));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            files.add(new Entry(file, prefix + file.getFileName(), 0, "cannot be read: " + failure.getMessage()));
            return FileVisitResult.CONTINUE;
        }
    }
}
