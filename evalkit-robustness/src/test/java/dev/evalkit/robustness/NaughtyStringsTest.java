package dev.evalkit.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.Progress;
import dev.evalkit.evaluate.runner.RunSettings;
import dev.evalkit.io.Slugs;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Max Woolf's Big List of Naughty Strings, where it is present beside the project, as ids, names and values: whatever goes in comes out the same. */
class NaughtyStringsTest {
    private static final Path LIST = Path.of("../../shared/corpora/naughty-strings/blns.json");
    private static final int FEW = 12;
    private static final int EACH = 37;

    private static List<String> strings = List.of();

    @TempDir
    Path root;

    @BeforeAll
    static void theListIsPresent() {
        assumeTrue(Files.isRegularFile(LIST), "The Big List of Naughty Strings is not beside this project: " + LIST);
        strings = JsonDocument.read(LIST).array().stream()
                .map(String::valueOf)
                .filter(each -> !each.isBlank())
                .distinct()
                .toList();
        assertThat(strings).hasSizeGreaterThan(490);
    }

    @Test
    void asIdsOfDocumentsTheyAreFoundAgain() {
        Fixture fixture = new Fixture(root);
        for (int i = 0; i < strings.size(); i++) {
            String id = quoted(strings.get(i));
            fixture.file("models/m" + i + ".json", "{\"id\": " + id + ", \"name\": " + id + "}");
            fixture.file("scenarios/s" + i + ".json", "{\"id\": " + id + ", \"description\": " + id + "}");
            fixture.file("benchmarks/b" + i + ".json", "{\"id\": " + id + ", \"tags\": [" + id + "]}");
            fixture.file(
                    "indicators/i" + i + ".json",
                    Fixture.indicator("builtin:accuracy", "outputs/x.jsonl").replace("\"accuracy\"", id));
        }
        EvaluationRepository repository = EvaluationRepository.open(root);
        assertThat(repository.problems()).isEmpty();
        assertThat(repository.models().ids()).containsExactlyInAnyOrderElementsOf(strings);
        for (String each : strings) {
            assertThat(repository.models().get(each).id()).isEqualTo(each);
            assertThat(repository.scenarios().get(each).id()).isEqualTo(each);
            assertThat(repository.indicators().get(each).id()).isEqualTo(each);
            assertThat(repository.benchmarks().get(each).id()).isEqualTo(each);
        }
    }

    @Test
    void asPartsOfItemsTheyAreReadAsTheyWereWritten() {
        List<ResultItem> items = new ArrayList<>();
        for (String each : strings) {
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put(Meta.MODEL, each);
            meta.put(Meta.SCENARIO, each);
            meta.put(Meta.DATASET, each);
            meta.put("slice", Map.of(each, each));
            meta.put(each.equals("slice") ? "other" : "note " + each, List.of(each));
            items.add(new ResultItem(each, 0.5, null, 10L, Meta.of(meta)));
        }
        Path file = root.resolve("current.json");
        ResultSet.of(items).write(file);
        assertThat(ResultSet.read(file).items()).isEqualTo(items);
    }

    @Test
    void asSampleIdsLabelsAndSlicesTheyPairFromRunToRun() {
        for (String format : List.of("jsonl", "csv")) {
            List<String> strings = format.equals("csv") ? inATable() : NaughtyStringsTest.strings;
            Fixture fixture = new Fixture(root.resolve(format)).write();
            fixture.file(
                    "indicators/accuracy.json",
                    Fixture.indicator("builtin:accuracy", "outputs/x." + format)
                            .replace("\"inputs\"", "\"args\": [\"--slice\", \"topic\"], \"inputs\""));
            fixture.file("outputs/x." + format, samples(format, strings, 0));
            StoredRun first = fixture.run(Fixture.NOON);
            fixture.gate().accept(first, "first", Fixture.at(Fixture.NOON));
            fixture.file("outputs/x." + format, samples(format, strings, 40));
            StoredRun second = fixture.run(Fixture.NOON.plusSeconds(60));
            Outcome outcome = fixture.gate()
                    .judge(second, fixture.store().baseline(Fixture.KEY).orElseThrow());
            DiffRow whole = row(outcome, "accuracy");
            assertThat(whole.test()).isNotNull();
            assertThat(whole.test().paired()).isEqualTo((long) strings.size());
            assertThat(whole.verdict()).isEqualTo(Verdict.REGRESSED);
            assertThat(whole.flips().examples()).isNotEmpty().allMatch(flip -> strings.contains(flip.id()));
            Set<String> topics = new HashSet<>();
            second.results()
                    .items()
                    .forEach(item -> topics.addAll(item.meta().slice().values()));
            assertThat(topics).containsExactlyInAnyOrderElementsOf(strings.subList(0, FEW));
            Path file = second.folder().resolve(DiffFile.NAME);
            DiffFile.write(file, outcome);
            assertThat(DiffFile.read(file).diff().rows())
                    .isEqualTo(outcome.diff().rows());
        }
    }

    @Test
    void asIdsOfAModelAScenarioAndAnIndicatorTheyGoFromEvaluationToDiff() {
        Set<String> folders = new HashSet<>();
        for (int i = 0; i < strings.size(); i += EACH) {
            String id = strings.get(i);
            RunKey key = new RunKey(id, id);
            Fixture fixture = new Fixture(root.resolve("r" + i));
            fixture.file("models/m.json", "{\"id\": " + quoted(id) + "}");
            fixture.file(
                    "scenarios/s.json", "{\"id\": " + quoted(id) + ", \"priority_indicators\": [" + quoted(id) + "]}");
            fixture.file(
                    "indicators/i.json",
                    Fixture.indicator("builtin:accuracy", "outputs/x.jsonl").replace("\"accuracy\"", quoted(id)));
            fixture.file("outputs/x.jsonl", Fixture.samples(90));
            StoredRun first = run(fixture, key, Fixture.NOON);
            assertThat(first.details().orElseThrow().indicators(dev.evalkit.result.IndicatorRun.Status.OK))
                    .as(id)
                    .hasSize(1);
            fixture.gate().accept(first, id, Fixture.at(Fixture.NOON));
            fixture.file("outputs/x.jsonl", Fixture.samples(50));
            StoredRun second = run(fixture, key, Fixture.NOON.plusSeconds(60));
            RunStore store = fixture.store();
            assertThat(store.problems()).as(id).isEmpty();
            assertThat(store.newest(key)).as(id).contains(second);
            assertThat(store.baseline(key)
                            .orElseThrow()
                            .run()
                            .acceptance()
                            .orElseThrow()
                            .reason())
                    .isEqualTo(id);
            Outcome outcome = fixture.gate().judge(second, store.baseline(key).orElseThrow());
            assertThat(row(outcome, id).verdict()).as(id).isEqualTo(Verdict.REGRESSED);
            assertThat(outcome.diff().current().model()).isEqualTo(id);
            folders.add(Slugs.of(id));
        }
        assertThat(folders).hasSize((strings.size() + EACH - 1) / EACH);
    }

    /** Control characters are refused in tables, where nothing but a mishap puts them; line breaks and tabs are none here. */
    private static List<String> inATable() {
        return strings.stream()
                .filter(each -> each.chars().noneMatch(unit -> unit < ' ' && unit != '\n' && unit != '\t'))
                .toList();
    }

    private static StoredRun run(Fixture fixture, RunKey key, Instant when) {
        RunSettings settings = RunSettings.withDefaults("0.1.0").withClock(Fixture.at(when));
        return new EvaluationRunner(fixture.repository(), Evaluators.load(), settings, Progress.SILENT)
                .run(key.model(), key.scenario(), fixture.store());
    }

    private static DiffRow row(Outcome outcome, String metric) {
        return outcome.diff().rows().stream()
                .filter(row ->
                        row.id().metricId().equals(metric) && row.id().slice().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** A sample for each string, which is its id and its label; of so many the prediction is another. */
    private static String samples(String format, List<String> strings, int wrong) {
        boolean isTable = format.equals("csv");
        StringBuilder text = new StringBuilder(isTable ? "id,label,prediction,topic\n" : "");
        for (int i = 0; i < strings.size(); i++) {
            String id = strings.get(i);
            String prediction = i < wrong ? "another" : id;
            String topic = strings.get(i % FEW);
            text.append(
                    isTable
                            ? cell(id) + "," + cell(id) + "," + cell(prediction) + "," + cell(topic) + "\n"
                            : "{\"id\": " + quoted(id) + ", \"label\": " + quoted(id) + ", \"prediction\": "
                                    + quoted(prediction) + ", \"topic\": " + quoted(topic) + "}\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String quoted(String text) {
        return JsonWriter.toLine(text).strip();
    }
}
