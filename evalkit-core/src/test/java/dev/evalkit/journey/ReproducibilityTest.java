package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.io.Digests;
import dev.evalkit.report.DiffFiles;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs, seed and clock give the same bytes, wherever and however they are computed. */
class ReproducibilityTest {
    private static final int SAMPLES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void everyFileIsTheSameUnderAnotherLocaleInAnotherZoneOnAnotherNumberOfThreads() throws IOException {
        Map<String, String> first = files("one", Locale.ROOT, "UTC", 1);
        assertThat(first)
                .containsKeys(
                        "m_s_20261123T120000Z/run.json",
                        "m_s_20261123T120000Z/baseline.json",
                        "m_s_20261123T120000Z/scores/f1.jsonl.gz",
                        "m_s_20261123T120100Z/current.json",
                        "m_s_20261123T120100Z/diff.json",
                        "m_s_20261123T120100Z/summary.md");
        assertThat(files("two", Locale.forLanguageTag("tr-TR"), "Pacific/Apia", 2))
                .isEqualTo(first);
        assertThat(files("three", Locale.forLanguageTag("ar-EG-u-nu-arab"), "Asia/Kathmandu", 8))
                .isEqualTo(first);
    }

    private Map<String, String> files(String name, Locale locale, String zone, int threads) throws IOException {
        Locale locales = Locale.getDefault();
        TimeZone zones = TimeZone.getDefault();
        try {
            Locale.setDefault(locale);
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return filesOfTwoRuns(repository(folder.resolve(name)), threads);
        } finally {
            Locale.setDefault(locales);
            TimeZone.setDefault(zones);
        }
    }

    private static Journey repository(Path root) {
        Journey journey = new Journey(root).model("m").scenario("s", "f1", "p99", "I");
        indicator(journey, "f1", "classification", "\"--slice\", \"topic\"");
        indicator(journey, "p99", "latency", "\"--value\", \"ms\"");
        journey.file(
                "indicators/I.json",
                "{\"id\": \"I\", \"higher_is_better\": true, \"run_script_ref\": \"scripts/i.sh\"}");
        return journey.file("scripts/i.sh", "echo '{\"metric_id\": \"I\", \"value\": 1234567.125}'\n");
    }

    private static void indicator(Journey journey, String id, String evaluator, String arguments) {
        journey.file(
                "indicators/" + id + ".json",
                "{\"id\": \"" + id + "\", \"run_script_ref\": {\"script\": \"builtin:" + evaluator + "\", \"args\": ["
                        + arguments + "], \"inputs\": [{\"path\": \"out/{model}.jsonl\", \"role\": \"output\"}]}}");
    }

    /** A run that is accepted, and a second one of other answers that is judged by it. */
    private static Map<String, String> filesOfTwoRuns(Journey journey, int threads) throws IOException {
        answers(journey, 7);
        StoredRun first =
                journey.evaluate("m", "s", Journey.settings(Journey.NOON).withThreads(threads));
        journey.gate().accept(first, "first", Journey.at(Journey.NOON.plusSeconds(1)));
        answers(journey, 8);
        StoredRun second = journey.evaluate(
                "m", "s", Journey.settings(Journey.NOON.plusSeconds(60)).withThreads(threads));
        DiffFiles.write(
                second.folder(),
                journey.gate()
                        .judge(
                                second,
                                journey.store().baseline(new RunKey("m", "s")).orElseThrow()));
        Path reports = journey.root().resolve("reports");
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(reports)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(reports.relativize(file).toString(), Digests.sha256(file)));
        }
        return digests;
    }

    private static void answers(Journey journey, long seed) {
        Random random = new Random(seed);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            lines.append("{\"id\": \"q").append(i).append("\", \"topic\": \"ı").append(random.nextInt(3));
            lines.append("\", \"label\": \"").append(random.nextInt(3)).append("\", \"prediction\": \"");
            lines.append(random.nextInt(3))
                    .append("\", \"ms\": ")
                    .append(random.nextInt(100_000) / 64.0)
                    .append("}\n");
        }
        journey.file("out/m.jsonl", lines.toString());
    }
}
