package dev.evalkit.report;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.io.DurableFile;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a diff leaves behind: {@code diff.json} for programs and {@code summary.md} for people. */
public final class DiffFiles {
    /** The name of the summary. */
    public static final String SUMMARY = "summary.md";

    private static final String ELSEWHERE = "evalkit-diff";

    private DiffFiles() {}

    /**
     * Writes both files, each whole or not at all; the same outcome gives the same bytes.
     *
     * @return the folder
     * @throws dev.evalkit.EvalkitException if one cannot be written
     */
    public static Path write(Path folder, Outcome outcome) {
        return write(folder, outcome, null);
    }

    /**
     * Writes both files with the command line that accepts the current run.
     *
     * @param accepting the command line, or null where there is none
     * @return the folder
     * @throws dev.evalkit.EvalkitException if one cannot be written
     */
    public static Path write(Path folder, Outcome outcome, @Nullable String accepting) {
        DiffFile.write(folder.resolve(DiffFile.NAME), outcome, accepting);
        DurableFile.write(folder.resolve(SUMMARY), DiffSummary.of(outcome, accepting));
        return folder;
    }

    /**
     * Writes both files to where they belong if nobody says otherwise: the current run's folder, or {@code evalkit-diff/}, which git ignores, where the
     * current side is no run.
     *
     * @param current the current side, a result file or a run's folder
     * @param root the folder that {@code evalkit-diff/} is made in
     * @return the folder that they were written to
     * @throws dev.evalkit.EvalkitException if one cannot be written
     */
    public static Path write(Path current, Path root, Outcome outcome) {
        Path folder =
                Files.isDirectory(current) ? current : current.toAbsolutePath().getParent();
        if (folder != null && Files.isRegularFile(folder.resolve(StoredRun.MANIFEST))) {
            return write(folder, outcome);
        }
        return write(elsewhere(root), outcome);
    }

    /**
     * The folder for what belongs to no run: {@code evalkit-diff/}, made so that git ignores it.
     *
     * @param root the folder that it is made in
     */
    public static Path elsewhere(Path root) {
        Path elsewhere = root.resolve(ELSEWHERE);
        DurableFile.write(elsewhere.resolve(".gitignore"), "*\n");
        return elsewhere;
    }
}
