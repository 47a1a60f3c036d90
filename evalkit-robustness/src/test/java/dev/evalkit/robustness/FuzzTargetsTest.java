package dev.evalkit.robustness;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.io.Digests;
import dev.evalkit.io.Timestamps;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import dev.evalkit.scan.rule.RuleSet;
import dev.evalkit.schema.DocumentSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;

/**
 * A target for each parser. In a build the inputs that were found are run again; {@code docs/limits.md} has the command that looks for more.
 *
 * <p>Nothing but an {@link EvalkitException} with a message may come out, and what was read is the same after it was written and read again.
 */
class FuzzTargetsTest {
    @TempDir
    static Path folder;

    @FuzzTest(maxDuration = "60s")
    void jsonDocument(byte[] data) {
        refusing(() -> {
            Object value = JsonDocument.parse("x.json", data).value();
            String written = JsonWriter.toJson(value);
            Object again = JsonDocument.parse("y.json", written).value();
            if (!written.equals(JsonWriter.toJson(again))) {
                throw new AssertionError("Written, read and written again it is another: " + written);
            }
        });
    }

    @FuzzTest(maxDuration = "60s")
    void sampleLines(byte[] data) throws IOException {
        file(Reader.SAMPLE_LINES, data);
    }

    @FuzzTest(maxDuration = "60s")
    void sampleArray(byte[] data) throws IOException {
        file(Reader.SAMPLE_ARRAY, data);
    }

    @FuzzTest(maxDuration = "60s")
    void sampleTable(byte[] data) throws IOException {
        file(Reader.SAMPLE_TABLE, data);
    }

    @FuzzTest(maxDuration = "60s")
    void scores(byte[] data) throws IOException {
        Path file = written("scores.jsonl", data);
        refusing(() -> ScoreFile.read(file));
    }

    @FuzzTest(maxDuration = "60s")
    void results(byte[] data) {
        refusing(() -> {
            Path file = folder.resolve("current.json");
            ResultSet.read(new ByteArrayInputStream(data), "current.json").write(file);
            String once = Digests.sha256(file);
            ResultSet.read(file, "current.json").write(file);
            if (!Digests.sha256(file).equals(once)) {
                throw new AssertionError("Written, read and written again they are others");
            }
        });
    }

    @FuzzTest(maxDuration = "60s")
    void runManifest(byte[] data) throws IOException {
        Path file = written("run.json", data);
        refusing(() -> {
            RunManifest read = RunManifest.read(file, "run.json");
            read.write(file);
            if (!RunManifest.read(file, "run.json").equals(read)) {
                throw new AssertionError("Written and read again it is another: " + read);
            }
        });
    }

    @FuzzTest(maxDuration = "60s")
    void diff(byte[] data) throws IOException {
        Path file = written("diff.json", data);
        refusing(() -> DiffFile.read(file));
    }

    @FuzzTest(maxDuration = "60s")
    void snapshot(byte[] data) {
        refusing(() -> {
            JsonDocument document = JsonDocument.parse("s.json", data);
            SnapshotFile.isSnapshot(document);
            String written = SnapshotFile.toJson(SnapshotFile.of(document));
            SnapshotFile.of(JsonDocument.parse("s.json", written));
        });
    }

    @FuzzTest(maxDuration = "60s")
    void aliases(byte[] data) throws IOException {
        written("models/aliases.json", data);
        written("models/m.json", "{\"id\": \"m\"}".getBytes(StandardCharsets.UTF_8));
        refusing(() -> EvaluationRepository.open(folder).models().aliases().of("m"));
    }

    @FuzzTest(maxDuration = "60s")
    void rules(byte[] data) throws IOException {
        Path file = written("gitleaks.toml", data);
        refusing(() -> RuleSet.read(file, "gitleaks.toml"));
    }

    @FuzzTest(maxDuration = "60s")
    void schema(byte[] data) {
        refusing(() -> {
            JsonDocument schema = JsonDocument.parse("s.json", data);
            DocumentSchema.of(schema).validate(schema);
        });
    }

    @FuzzTest(maxDuration = "60s")
    void schemaPattern(byte[] data) {
        String pattern =
                JsonWriter.toLine(new String(data, StandardCharsets.UTF_8)).strip();
        refusing(() -> DocumentSchema.of("s.json", "{\"pattern\": " + pattern + "}")
                .validate(JsonDocument.parse("x.json", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"")));
    }

    @FuzzTest(maxDuration = "60s")
    void runFolderName(byte[] data) {
        String name = new String(data, StandardCharsets.UTF_8);
        Timestamps.parse(name).ifPresent(time -> {
            if (!Timestamps.parse(Timestamps.format(time)).equals(java.util.Optional.of(time))) {
                throw new AssertionError("Not the same time: " + name);
            }
        });
        if (name.isBlank()
                || name.length() > 60
                || name.indexOf('/') >= 0
                || name.indexOf('\0') >= 0
                || name.startsWith(".")) {
            return;
        }
        refusing(() -> {
            Path run = folder.resolve("reports").resolve(name);
            try {
                Files.createDirectories(run);
                Files.writeString(run.resolve("current.json"), "[]");
                RunStore store = RunStore.of(EvaluationRepository.open(folder));
                store.runs();
                store.problems();
                Files.delete(run.resolve("current.json"));
                Files.delete(run);
            } catch (IOException | java.nio.file.InvalidPathException e) {
                // No name of a folder here.
                return;
            }
        });
    }

    private static void file(Reader reader, byte[] data) throws IOException {
        written(reader.file(), data);
        refusing(() -> reader.read(folder, new ArrayList<>()));
    }

    private static Path written(String name, byte[] data) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, data);
    }

    private static void refusing(Runnable parser) {
        try {
            parser.run();
        } catch (EvalkitException e) {
            String message = String.valueOf(e.getMessage());
            String place = e.location().map(Location::toString).orElse("");
            if (message.isBlank() || !message.startsWith(place)) {
                throw new AssertionError("A refusal that says nothing: " + message, e);
            }
        }
    }
}
