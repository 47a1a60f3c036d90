package dev.evalkit.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.LockedAppend.Appended;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QaLogTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.125Z");
    private static final QaEntry ENTRY = new QaEntry(
            NOON,
            "Why did F1 fall?\nAnd \"when\"?",
            "größer 🙂",
            List.of("release", "f1"),
            Map.of("metric_id", "accuracy_f1"));
    private static final String LINE =
            "{\"ts\":\"2026-11-23T12:00:00.125Z\",\"q\":\"Why did F1 fall?\\nAnd \\\"when\\\"?\",\"a\":\"größer 🙂\","
                    + "\"tags\":[\"release\",\"f1\"],\"refs\":{\"metric_id\":\"accuracy_f1\"}}";

    @TempDir
    Path root;

    private Path file;
    private QaLog log;

    @BeforeEach
    void open() {
        file = root.resolve("qa/qa_history.jsonl");
        log = QaLog.of(root);
    }

    private Path holding(String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private List<QaLine> lines() {
        List<QaLine> lines = new ArrayList<>();
        log.forEach(lines::add);
        return lines;
    }

    @Test
    void anEntryIsALineThatReadsBackTheSame() throws IOException {
        assertThat(log.append(ENTRY)).isEqualTo(new Appended(0, 0));
        assertThat(Files.readString(file)).isEqualTo(LINE + "\n");
        assertThat(lines()).containsExactly(new QaLine.Entry(1, ENTRY));
    }

    @Test
    void whatIsWrittenConformsToItsSchema() {
        log.append(ENTRY);
        log.append(new QaEntry(Instant.EPOCH, "q", "\u0000 and half a \ud800 pair", List.of(), Map.of()));
        assertThat(lines()).hasSize(2);
        assertThat(read())
                .allSatisfy(line -> assertThat(
                                Schemas.bundled().get(DocumentKind.QA_ENTRY).validate(JsonDocument.parse("line", line)))
                        .isEmpty());
    }

    private List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whereThereIsNoLogThereAreNoLines() {
        assertThat(lines()).isEmpty();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void olderLinesOfOtherShapesAreLeftAloneAndStayReadable() throws IOException {
        String older = """
                \uFEFF{"question": "What is F1?", "answer": "A mean", "timestamp": 1700000000}\r

                just words
                {"ts": 1700000000, "q": "older", "a": "entry", "by": "me"}
                {"ts": "yesterday", "q": "q", "a": "a"}
                {"ts": "2026-11-23T13:00:00+01:00", "q": "q", "a": "a", "refs": ["run"]}
                {"ts": "2026-11-23T13:00:00+01:00", "q": "q", "a": " "}
                [1]
                """;
        holding(older);
        assertThat(log.append(ENTRY).foundTornTail()).isFalse();
        assertThat(Files.readString(file)).isEqualTo(older + LINE + "\n");
        assertThat(lines())
                .containsExactly(
                        new QaLine.Other(
                                1,
                                "\uFEFF{\"question\": \"What is F1?\", \"answer\": \"A mean\", \"timestamp\": 1700000000}",
                                "\"ts\" is missing, expected a string"),
                        new QaLine.Other(
                                3,
                                "just words",
                                "found just, expected a value (JSON knows true, false and null, and finite numbers)"),
                        new QaLine.Entry(
                                4,
                                new QaEntry(
                                        Instant.ofEpochSecond(1_700_000_000), "older", "entry", List.of(), Map.of())),
                        new QaLine.Other(
                                5,
                                "{\"ts\": \"yesterday\", \"q\": \"q\", \"a\": \"a\"}",
                                "\"ts\" is no time: Text 'yesterday' could not be parsed at index 0"),
                        new QaLine.Other(
                                6,
                                "{\"ts\": \"2026-11-23T13:00:00+01:00\", \"q\": \"q\", \"a\": \"a\", \"refs\": [\"run\"]}",
                                "\"refs\" must be an object, found an array"),
                        new QaLine.Other(
                                7,
                                "{\"ts\": \"2026-11-23T13:00:00+01:00\", \"q\": \"q\", \"a\": \" \"}",
                                "The answer of an entry of the QA log is blank, expected some text"),
                        new QaLine.Other(8, "[1]", "the document must be an object, found an array"),
                        new QaLine.Entry(9, ENTRY));
    }

    @Test
    void aTornLastLineIsReportedAndKeptApart() throws IOException {
        holding(LINE + "\n{\"ts\":\"2026-");
        assertThat(lines()).containsExactly(new QaLine.Entry(1, ENTRY), new QaLine.Torn(2, "{\"ts\":\"2026-"));
        Appended appended = log.append(ENTRY);
        assertThat(appended.tornBytes()).isEqualTo(12);
        assertThat(Files.readString(file)).isEqualTo(LINE + "\n{\"ts\":\"2026-\n" + LINE + "\n");
        assertThat(lines())
                .element(1)
                .isInstanceOfSatisfying(
                        QaLine.Other.class, other -> assertThat(other.text()).isEqualTo("{\"ts\":\"2026-"));
        assertThat(lines()).element(2).isEqualTo(new QaLine.Entry(3, ENTRY));
    }

    @Test
    void aWholeLastLineWithoutItsNewlineIsAnEntry() throws IOException {
        holding(LINE);
        assertThat(lines()).containsExactly(new QaLine.Entry(1, ENTRY));
        log.append(ENTRY);
        assertThat(lines()).containsExactly(new QaLine.Entry(1, ENTRY), new QaLine.Entry(2, ENTRY));
    }

    @Test
    void bytesThatAreNoTextAndLinesBeyondWhatIsReadAreOtherLines() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'"', (byte) 0xFF, '"', '\n'});
        Files.writeString(file, " ".repeat(17 << 20) + "\n" + LINE + "\n", StandardOpenOption.APPEND);
        assertThat(lines())
                .extracting(QaLine::getClass)
                .containsExactly(QaLine.Other.class, QaLine.Other.class, QaLine.Entry.class);
        assertThat(lines())
                .element(1)
                .isEqualTo(new QaLine.Other(2, "", "longer than 16777216 bytes, which is the most that is read here"));
    }

    @Test
    void aLogOutsideTheRepositoryIsNeitherWrittenNorRead(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve("qa"), elsewhere);
        assertThatThrownBy(() -> log.append(ENTRY))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("\"qa\" leaves the repository through a symbolic link");
        assertThatThrownBy(this::lines).isInstanceOf(EvalkitException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void blankTextIsRefusedByName() {
        assertThatThrownBy(() -> new QaEntry(NOON, " ", "a", List.of(), Map.of()))
                .hasMessage("The question of an entry of the QA log is blank, expected some text");
        assertThatThrownBy(() -> new QaEntry(NOON, "q", "a", List.of(""), Map.of()))
                .hasMessage("The tag of an entry of the QA log is blank, expected some text");
        assertThatThrownBy(() -> new QaEntry(NOON, "q", "a", List.of(), Map.of("run", "")))
                .hasMessage("The reference \"run\" of an entry of the QA log is blank, expected some text");
        assertThatThrownBy(() -> new QaEntry(NOON, "q", "a".repeat(1 << 20), List.of(), Map.of()))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("An entry of the QA log has at most 1048576 characters, found 1048577; ");
    }

    /** Four processes with three threads each: what a build on several machines does over one folder. */
    @Test
    void processesAndThreadsThatAppendAtATimeLoseNoEntryAndTearNone() throws IOException, InterruptedException {
        int processes = 4;
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            running.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Appending.class.getName(),
                            root.toString(),
                            "p" + i)
                    .inheritIO()
                    .start());
        }
        for (Process each : running) {
            assertThat(each.waitFor()).isZero();
        }
        Set<String> questions = new HashSet<>();
        log.forEach(line -> assertThat(line)
                .isInstanceOfSatisfying(
                        QaLine.Entry.class, entry -> questions.add(entry.entry().question())));
        assertThat(questions).hasSize(processes * Appending.THREADS * Appending.ENTRIES);
        assertThat(read()).hasSize(processes * Appending.THREADS * Appending.ENTRIES);
    }
}
