package dev.evalkit.qa;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.io.LockedAppend;
import dev.evalkit.io.LockedAppend.Appended;
import dev.evalkit.io.SafePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The QA log of an evaluation repository. Any number of threads and processes may append at a time; thread-safe.
 *
 * <pre>{@code
 * QaLog log = QaLog.of(root);
 * log.append(new QaEntry(Instant.now(), "Why did F1 fall?", "A new tokenizer", List.of("release"), Map.of("metric_id", "accuracy_f1")));
 * log.forEach(line -> { if (line instanceof QaLine.Entry entry) show(entry.entry()); });
 * }</pre>
 */
public final class QaLog {
    /** Where it is, from the repository's root. */
    public static final String FILE = "qa/qa_history.jsonl";

    private final Path root;

    private QaLog(Path root) {
        this.root = root;
    }

    /** The log of the repository with that root; it need not exist yet. */
    public static QaLog of(Path root) {
        return new QaLog(root);
    }

    /**
     * Appends an entry as a line of its own, forced to disk. What stands in the file is left alone; a last line without its newline is ended first.
     *
     * @return where the line begins, and how much of a torn line was before it
     * @throws EvalkitException if the file cannot be written, or is outside the repository through a symbolic link
     */
    public Appended append(QaEntry entry) {
        // A repository that was fetched from somewhere must not make this write elsewhere.
        SafePaths.requireInside(root, FILE);
        return LockedAppend.line(root.resolve(FILE), entry.toLine());
    }

    /**
     * Reads the log, line by line, in its order; nothing where there is no log.
     *
     * @throws EvalkitException if the file cannot be read, or is outside the repository through a symbolic link
     */
    public void forEach(Consumer<? super QaLine> reader) {
        SafePaths.requireInside(root, FILE);
        Path file = root.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new EvalkitException(Location.of(FILE), "found a folder or a device, expected a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            new QaLines(in).forEach(reader);
        } catch (IOException e) {
            throw new EvalkitException(Location.of(FILE), "cannot be read: " + e.getMessage(), e);
        }
    }
}
