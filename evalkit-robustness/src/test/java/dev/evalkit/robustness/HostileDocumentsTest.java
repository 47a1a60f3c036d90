package dev.evalkit.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a file holds, its reader says what is wrong with it: soon, in a small heap, and naming the file. */
class HostileDocumentsTest {
    /** Loose, as machines are: what is measured is told in the report of the test. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** What is no fault of a file of samples: that there are none, and what stands in columns that nobody asked for, as long as it is JSON. */
    private static final Set<String> FINE_FOR_SAMPLES = new TreeSet<>(Set.of(
            "nothing", "white space alone", "a byte order mark alone", "a name twice in depth", "3,000,000 values"));

    @TempDir
    static Path folder;

    @BeforeAll
    static void aSoundRepository() throws IOException {
        SoundFiles.write(folder);
    }

    @Test
    void theHeapIsSmall() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256 << 20);
    }

    @ParameterizedTest
    @EnumSource
    void aSoundFileIsFine(Reader reader) {
        assertThat(reader.complaints(folder)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aHostileFileIsDiagnosed(Reader reader, TestReporter reporter) throws IOException {
        Set<String> accepted = new TreeSet<>();
        List<Hostile> all = hostile(reader);
        each(reader, all, reporter, (hostile, complaints) -> {
            if (complaints.isEmpty()) {
                accepted.add(hostile.name());
            }
        });
        boolean areSamples = reader == Reader.SAMPLE_LINES || reader == Reader.SAMPLE_ARRAY;
        assertThat(accepted).isEqualTo(areSamples ? FINE_FOR_SAMPLES : Set.of());
        assertThat(all.size() - accepted.size()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(names = {"INDICATOR", "WRITTEN", "SCORES", "SAMPLE_LINES", "SAMPLE_ARRAY", "SCAN_RULES"})
    void aGreedyFileCostsLittleWhetherItIsFineOrNot(Reader reader, TestReporter reporter) throws IOException {
        String sound = reader == Reader.SCAN_RULES ? "{}" : Files.readString(folder.resolve(reader.file()));
        each(reader, HostileJson.greedy(sound), reporter, (hostile, complaints) -> {});
    }

    private static List<Hostile> hostile(Reader reader) throws IOException {
        return switch (reader) {
            case SAMPLE_TABLE -> HostileCsv.all();
            case SCAN_RULES -> HostileToml.all();
            default -> HostileJson.of(Files.readString(folder.resolve(reader.file())));
        };
    }

    /** What a test does with the complaints of one file. */
    private interface Judge {
        void judge(Hostile hostile, List<String> complaints);
    }

    /** Puts each in the place of the sound file; the test fails with whatever is no complaint. */
    private static void each(Reader reader, List<Hostile> all, TestReporter reporter, Judge judge) throws IOException {
        Path file = folder.resolve(reader.file());
        byte[] sound = Files.readAllBytes(file);
        String slowest = "";
        long most = -1;
        try {
            for (Hostile hostile : all) {
                hostile.content().writeTo(file);
                long start = System.nanoTime();
                judge.judge(
                        hostile,
                        assertTimeoutPreemptively(
                                LIMIT, () -> complaints(reader, hostile), () -> reader + " of " + hostile.name()));
                long took = (System.nanoTime() - start) / 1_000_000;
                if (took > most) {
                    most = took;
                    slowest = hostile.name();
                }
            }
        } finally {
            Files.delete(file);
            Files.write(file, sound);
        }
        reporter.publishEntry(reader + ": " + all.size() + " files, the slowest in ms", most + " (" + slowest + ")");
    }

    private static List<String> complaints(Reader reader, Hostile hostile) {
        try {
            return reader.complaints(folder);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(reader + " of " + hostile.name() + ": " + e, e);
        }
    }
}
