package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.Progress;
import dev.evalkit.report.DiffTable;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the pages beside it show is what there is. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern OPTION = Pattern.compile("evalkit\\.([a-z][A-Za-z]+)");

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("ARCHITECTURE.md")),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            // What stands in fenced code is an example, of links too.
            Matcher link = LINK.matcher(Files.readString(document).replaceAll("(?s)```.*?```", ""));
            while (link.find()) {
                assertThat(document.resolveSibling(link.group(1)))
                        .as("linked from " + document)
                        .exists();
            }
        }
    }

    @Test
    void everyOptionThatIsNamedIsOneOfAGoal() throws IOException {
        StringBuilder goals = new StringBuilder();
        try (Stream<Path> sources = Files.walk(ROOT.resolve("evalkit-maven-plugin/src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith("Mojo.java"))
                    .toList()) {
                goals.append(Files.readString(source));
            }
        }
        for (Path document : documents()) {
            Matcher option = OPTION.matcher(Files.readString(document).replaceAll("dev\\.evalkit\\.[\\w.]+", ""));
            while (option.find()) {
                assertThat(goals).as(document.toString()).contains("property = \"evalkit." + option.group(1) + "\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket-router-2", "ticket-router-3-rc1"})
    @DisplayName("the quickstart says what the README shows, times aside")
    void theQuickstartSaysWhatTheReadmeShows(String model, @TempDir Path folder) throws Exception {
        copy(ROOT.resolve("examples/quickstart"), folder);
        answer(model, folder);
        EvaluationRepository repository = EvaluationRepository.open(folder);
        RunStore store = RunStore.of(repository, Path.of("target", "evalkit"));
        StoredRun run = new EvaluationRunner(
                        repository, Evaluators.load(), Journey.settings(Journey.NOON), Progress.SILENT)
                .run(model, "support", store);
        List<String> printed = DiffTable.withDefaults()
                .lines(Gate.of(repository, store)
                        .judge(
                                run,
                                store.baseline(new RunKey("ticket-router-1", "support"))
                                        .orElseThrow()));

        String readme = spaced(Files.readString(ROOT.resolve("README.md")));
        assertThat(printed)
                .filteredOn(ReadmeTest::isTheSameEverywhere)
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(readme).contains("\n" + spaced("[INFO] " + line) + "\n"));
        assertThat(readme).contains("] " + printed.get(printed.size() - 1));
    }

    /** Lines that hold whatever the latencies are, which are the machine's, and at whatever time. */
    private static boolean isTheSameEverywhere(String line) {
        return Stream.of(
                                "latency",
                                "within the tolerated 50",
                                "rows for display",
                                "4 indicators",
                                "baseline 2026",
                                "Improvements",
                                "PASS",
                                "FAIL")
                        .noneMatch(line::contains)
                && !line.equals("improved")
                && !line.equals("no worse");
    }

    private static String spaced(String text) {
        return text.replaceAll(" +", " ");
    }

    private static void answer(String model, Path folder) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process answering = new ProcessBuilder(
                        java.toString(),
                        "app/TicketRouter.java",
                        model,
                        "data/tickets.csv",
                        "target/answers/" + model + ".jsonl")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(answering.waitFor()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !from.relativize(path).startsWith("target"))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
