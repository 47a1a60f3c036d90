package dev.evalkit.init;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.DurableFile;
import dev.evalkit.io.SafePaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a first evaluation repository: one model in one scenario, measured by two indicators. Each says what to edit in it. */
public final class Starter {
    /** The files, in the order in which one looks at them; relative to the repository's root. */
    public static final List<String> FILES = List.of(
            "pom.xml",
            "README.md",
            "models/my-model.json",
            "scenarios/my-scenario.json",
            "indicators/accuracy.json",
            "indicators/latency_p50.json",
            "outputs/my-model/my-scenario/answers.jsonl",
            "benchmarks/index.md",
            "reports/README.md",
            ".gitignore");

    private static final String RESOURCES = "/dev/evalkit/templates/starter/";
    private static final String VERSION = "@evalkit.version@";

    private final String version;

    private Starter(String version) {
        this.version = version;
    }

    /**
     * The files for a version of evalkit.
     *
     * @param version the version of the plugin that the POM names
     */
    public static Starter of(String version) {
        return new Starter(version);
    }

    /**
     * What was done.
     *
     * @param written the files that were written
     * @param kept the files that were there, and were left as they are
     */
    public record Written(List<String> written, List<String> kept) {
        public Written {
            written = List.copyOf(written);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Writes the files that are not there. Whatever has one of their names is left as it is.
     *
     * @param root the repository's root folder; it is made where it is missing
     * @throws EvalkitException if a file cannot be written, or would be outside the folder through a symbolic link; nothing is written in the latter case
     */
    public Written write(Path root) {
        FILES.forEach(file -> SafePaths.requireInside(root, file));
        List<String> written = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String file : FILES) {
            if (Files.exists(root.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
                kept.add(file);
            } else {
                DurableFile.write(root.resolve(file), content(file));
                written.add(file);
            }
        }
        return new Written(written, kept);
    }

    private String content(String file) {
        // Packagers leave out files that begin with a dot.
        String name = RESOURCES + (file.startsWith(".") ? file.substring(1) : file);
        try (InputStream in = Starter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the library: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(VERSION, version);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
