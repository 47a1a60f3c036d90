package dev.evalkit.evaluate.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A small file of samples, to be evaluated as a build does it: by the evaluator's name and its arguments. */
record Given(Path file) {

    /** Records in JSON, one a line; single quotes stand for double ones. */
    static Given jsonl(Path folder, String... lines) {
        return written(folder.resolve("given.jsonl"), lines, true);
    }

    /** A header and records with commas. */
    static Given csv(Path folder, String... lines) {
        return written(folder.resolve("given.csv"), lines, false);
    }

    private static Given written(Path file, String[] lines, boolean isJson) {
        try {
            Files.write(
                    file,
                    Arrays.stream(lines)
                            .map(line -> isJson ? line.replace('\'', '"') : line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Given(file);
    }

    /** What the evaluator finds; arguments are separated by blanks. */
    Run by(String evaluator, String arguments) {
        return Run.of(evaluator, arguments, file);
    }
}
