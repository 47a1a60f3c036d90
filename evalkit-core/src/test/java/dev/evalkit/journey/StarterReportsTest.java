package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Gate;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.Progress;
import dev.evalkit.init.Starter;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.report.DiffFiles;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the page that explains reports are what the starter repository gives. After a change that is meant, {@code mvn -pl evalkit-core test
 * -Dtest=StarterReportsTest -Devalkit.updateStarter} writes them anew.
 */
class StarterReportsTest {
    private static final Path PAGE = Path.of("../templates/starter/reports/README.md");
    private static final Path ANSWERS = Path.of("outputs/my-model/my-scenario/answers.jsonl");
    private static final Pattern BLOCK = Pattern.compile("(?<=```json\n).*?(?=```)", Pattern.DOTALL);

    @TempDir
    Path root;

    @Test
    void theExamplesAreWhatComesOut() throws IOException {
        Starter.of("0.1.0").write(root);
        EvaluationRepository repository = EvaluationRepository.open(root);
        RunStore store = RunStore.of(repository);
        Gate gate = Gate.of(repository, store);
        StoredRun accepted =
                gate.accept(run(repository, store, Journey.NOON), "the first one", Journey.at(Journey.NOON));
        makeWrong(24);
        StoredRun judged = run(repository, store, Journey.NOON.plus(Duration.ofDays(1)));
        Outcome outcome = gate.judge(judged, store.baseline(judged.key()).orElseThrow());
        DiffFiles.write(judged.folder(), outcome, "mvn evalkit:baseline -Devalkit.run=" + judged.name());

        List<String> expected = List.of(
                JsonWriter.toJson(JsonDocument.read(accepted.current()).array().get(0)),
                JsonWriter.toJson(timeless(JsonDocument.read(accepted.folder().resolve("run.json")))),
                JsonWriter.toJson(ofOneRow(JsonDocument.read(judged.folder().resolve(DiffFile.NAME)))));
        if (System.getProperty("evalkit.updateStarter") != null) {
            update(expected);
        }
        assertThat(blocks()).isEqualTo(expected);
        conforms(DocumentKind.RESULTS, expected.get(0));
        conforms(DocumentKind.RUN, expected.get(1));
        conforms(DocumentKind.DIFF, expected.get(2));
    }

    private static StoredRun run(EvaluationRepository repository, RunStore store, Instant time) {
        return new EvaluationRunner(repository, Evaluators.load(), Journey.settings(time), Progress.SILENT)
                .run("my-model", "my-scenario", store);
    }

    private void makeWrong(int count) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(ANSWERS));
        lines.subList(0, count)
                .replaceAll(line -> line.replaceFirst("\"prediction\": \"\\d+\"", "\"prediction\": \"0\""));
        Files.write(root.resolve(ANSWERS), lines);
    }

    /** Durations and the machine are not those of the reader. */
    private static Map<String, @Nullable Object> timeless(JsonDocument run) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(run.object().asMap());
        members.put("tool_version", "0.1.0");
        members.put("java", "17.0.15 (Eclipse Adoptium)");
        members.put("os", "Linux 6.1 amd64");
        members.put("git", null);
        members.put(
                "indicators",
                run.object().objects("indicators").stream()
                        .map(indicator -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>(indicator.asMap());
                            one.put("duration_ms", 125);
                            return one;
                        })
                        .toList());
        return members;
    }

    private static Map<String, @Nullable Object> ofOneRow(JsonDocument diff) {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(diff.object().asMap());
        members.put(
                "rows",
                diff.object().objects("rows").stream()
                        .filter(row -> row.string("metric_id").equals("accuracy"))
                        .map(row -> row.asMap())
                        .toList());
        return members;
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static void update(List<String> examples) throws IOException {
        Iterator<String> next = examples.iterator();
        Files.writeString(
                PAGE, BLOCK.matcher(Files.readString(PAGE)).replaceAll(old -> Matcher.quoteReplacement(next.next())));
    }

    private static void conforms(DocumentKind kind, String document) {
        assertThat(Schemas.bundled().get(kind).validate(JsonDocument.parse("example", document)))
                .isEmpty();
    }
}
