package dev.evalkit.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand seeded changes of sound files: each is read, or refused with an {@link EvalkitException}, and no number that is not finite comes out. */
class MutationsTest {
    private static final int EACH = 625;
    private static final long SEED = 20261123;

    @TempDir
    static Path folder;

    private static final Schemas SCHEMAS = Schemas.bundled();

    @BeforeAll
    static void soundFiles() throws IOException {
        SoundFiles.write(folder);
    }

    @Test
    void thereAreTenThousand() {
        assertThat(EACH * Reader.values().length).isGreaterThanOrEqualTo(10_000);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedFileIsReadOrRefused(Reader reader) throws IOException {
        Path file = folder.resolve(reader.file());
        byte[] sound = Files.readAllBytes(file);
        Mutations mutations = new Mutations(SEED + List.of(Reader.values()).indexOf(reader));
        int refused = 0;
        try {
            for (int i = 0; i < EACH; i++) {
                byte[] changed = mutations.mutate(sound);
                Files.write(file, changed);
                try {
                    assertFinite(read(reader));
                } catch (EvalkitException e) {
                    refused++;
                } catch (RuntimeException | Error e) {
                    throw new AssertionError(
                            reader + ", change " + i + ": " + e + "\n"
                                    + Base64.getEncoder().encodeToString(changed),
                            e);
                }
            }
        } finally {
            Files.write(file, sound);
        }
        assertThat(refused).as("refused").isBetween(EACH / 20, EACH - 1);
    }

    /** What the reader of that file gives, without what is read beside it. */
    private static Object read(Reader reader) {
        Path file = folder.resolve(reader.file());
        return switch (reader) {
            case INDICATOR -> authored(DocumentKind.INDICATOR, file);
            case MODEL -> authored(DocumentKind.MODEL, file);
            case SCENARIO -> authored(DocumentKind.SCENARIO, file);
            case BENCHMARK -> authored(DocumentKind.BENCHMARK, file);
            case ALIASES -> repository();
            case RUN -> RunManifest.read(file);
            case CURRENT, BASELINE -> ResultSet.read(file).items();
            case WRITTEN -> validated(DocumentKind.RESULTS, file);
            case DIFF -> DiffFile.read(file).diff();
            case SNAPSHOT -> List.of(validated(DocumentKind.SNAPSHOT, file), SnapshotFile.read(file));
            default -> {
                reader.read(folder, new java.util.ArrayList<>());
                yield List.of();
            }
        };
    }

    private static Object authored(DocumentKind kind, Path file) {
        Object records = repository();
        return List.of(records, validated(kind, file));
    }

    private static Object repository() {
        EvaluationRepository repository = EvaluationRepository.open(folder);
        if (!repository.problems().isEmpty()) {
            throw repository.problems().get(0).toException();
        }
        return List.of(
                repository.indicators().all(),
                repository.models().all(),
                repository.scenarios().all(),
                repository.benchmarks().all());
    }

    private static Object validated(DocumentKind kind, Path file) {
        JsonDocument document = JsonDocument.read(file);
        SCHEMAS.get(kind).validate(document);
        return Optional.ofNullable(document.value());
    }

    private static void assertFinite(Object value) {
        if (value instanceof Double number) {
            assertThat(number.doubleValue()).isFinite();
        } else if (value instanceof Collection<?> all) {
            all.forEach(MutationsTest::assertFinite);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(MutationsTest::assertFinite);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(MutationsTest::assertFinite);
        } else if (value instanceof Record && value.getClass().getName().startsWith("dev.evalkit.")) {
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                try {
                    assertFinite(part.getAccessor().invoke(value));
                } catch (ReflectiveOperationException e) {
                    // A part of a record that is not public is not seen by anybody else either.
                    assertThat(e).isInstanceOf(IllegalAccessException.class);
                }
            }
        }
    }
}
