package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a run, each read at most once. For one thread. */
final class RunFiles {
    private final EvaluationRepository repository;
    private final StoredRun run;
    private final Map<String, Optional<JsonDocument>> documents = new HashMap<>();
    private final Map<String, EvalkitException> failures = new HashMap<>();
    private @Nullable List<ResultItem> items;

    RunFiles(EvaluationRepository repository, StoredRun run) {
        this.repository = repository;
        this.run = run;
    }

    StoredRun run() {
        return run;
    }

    /** A file as messages name it. */
    String nameOf(String file) {
        return run.name() + "/" + file;
    }

    /** A document; empty where there is none, or it cannot be read, which {@link #failure} then tells. */
    Optional<JsonDocument> document(String file) {
        return documents.computeIfAbsent(file, this::read);
    }

    /** Why a document, or the items in it, could not be read. */
    Optional<EvalkitException> failure(String file) {
        return Optional.ofNullable(failures.get(file));
    }

    private Optional<JsonDocument> read(String file) {
        Path path = run.folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonDocument.readInside(repository.root(), nameOf(file)));
        } catch (EvalkitException e) {
            failures.put(file, e);
            return Optional.empty();
        }
    }

    /** The result items, in the order of the file; none where they cannot be read. */
    List<ResultItem> items() {
        if (items == null) {
            items = document(StoredRun.CURRENT).map(this::items).orElse(List.of());
        }
        return items;
    }

    private List<ResultItem> items(JsonDocument document) {
        try {
            return ResultSet.read(new ByteArrayInputStream(document.bytes()), document.name())
                    .items();
        } catch (EvalkitException e) {
            failures.putIfAbsent(StoredRun.CURRENT, e);
            return List.of();
        }
    }

    /** The pointer of an item, by its position. */
    String pointer(int item) {
        return document(StoredRun.CURRENT).filter(JsonDocument::isArray).isPresent() ? "/" + item : "";
    }
}
