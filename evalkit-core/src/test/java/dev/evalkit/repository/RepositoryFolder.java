package dev.evalkit.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository that a test makes out of real files. */
record RepositoryFolder(Path root) {

    /** One model, one scenario, one indicator. */
    static RepositoryFolder small(Path root) {
        return new RepositoryFolder(root)
                .with("models/m.json", "{\"id\": \"m\"}")
                .with("scenarios/s.json", "{\"id\": \"s\"}")
                .with("indicators/f1.json", "{\"id\": \"f1\"}");
    }

    RepositoryFolder with(String file, String content) {
        try {
            Path target = root.resolve(file);
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    EvaluationRepository open() {
        return EvaluationRepository.open(root);
    }
}
