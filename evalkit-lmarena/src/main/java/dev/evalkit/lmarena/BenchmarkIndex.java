package dev.evalkit.lmarena;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.io.DurableFile;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code benchmarks/index.md}: one line for each snapshot, between two markers; whatever else stands in the file stays as it is. */
public final class BenchmarkIndex {
    private static final String BEGIN = "<!-- evalkit:snapshots -->";
    private static final String END = "<!-- /evalkit:snapshots -->";
    private static final String HEAD =
            "| snapshot | board | published | rows | license | attribution |\n| --- | --- | --- | --- | --- | --- |\n";

    private final EvaluationRepository repository;
    private final Path file;

    private BenchmarkIndex(EvaluationRepository repository) {
        this.repository = repository;
        this.file = repository.root().resolve("benchmarks").resolve("index.md");
    }

    /** The index of a repository. */
    public static BenchmarkIndex of(EvaluationRepository repository) {
        return new BenchmarkIndex(repository);
    }

    /** Where it stands. */
    public Path file() {
        return file;
    }

    /**
     * Adds the line of a snapshot unless it is there; makes the file, or the part between the markers, where it is missing.
     *
     * @return whether something was added
     * @throws EvalkitException if the file cannot be read or written, or has one marker without the other
     */
    public boolean add(StoredSnapshot stored) {
        String text = read();
        String name = String.valueOf(stored.file().getFileName());
        String link = "(snapshots/" + stored.snapshot().source() + "/" + name + ")";
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if ((begin < 0) != (end < 0) || end < begin) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(file)),
                    "found one of the markers " + BEGIN + " and " + END
                            + " without the other, or in the wrong order; put it right, or remove it");
        }
        if (begin < 0) {
            String before = text.isEmpty() ? "# Benchmarks\n\n" : text.endsWith("\n") ? text + "\n" : text + "\n\n";
            DurableFile.write(file, before + BEGIN + "\n" + HEAD + line(stored.snapshot(), name, link) + END + "\n");
            return true;
        }
        if (text.substring(begin, end).contains(link)) {
            return false;
        }
        String between = text.substring(begin + BEGIN.length(), end);
        String kept = between.isBlank() ? "\n" + HEAD : between.endsWith("\n") ? between : between + "\n";
        DurableFile.write(
                file,
                text.substring(0, begin + BEGIN.length())
                        + kept
                        + line(stored.snapshot(), name, link)
                        + text.substring(end));
        return true;
    }

    private String read() {
        try {
            return Files.exists(file)
                    ? Files.readString(repository.resolve(repository.nameOf(file)), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            throw new EvalkitException(Location.of(repository.nameOf(file)), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static String line(Snapshot snapshot, String name, String link) {
        Origin origin = snapshot.origin();
        return "| [" + name + "]" + link + " | " + cell(snapshot.source() + " " + origin.config()) + " | "
                + (origin.publishDate() == null ? "not stated" : origin.publishDate()) + " | "
                + snapshot.rows().size() + " | "
                + (origin.license() == null ? "not stated" : cell(origin.license())) + " | "
                + cell(origin.attribution()) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
