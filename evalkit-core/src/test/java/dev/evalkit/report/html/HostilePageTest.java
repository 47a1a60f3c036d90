package dev.evalkit.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Observation;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.io.Digests;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.model.Direction;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Interval;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever models, metrics, slices and samples are called and hold: the page has the elements and attributes that it has for harmless ones. */
class HostilePageTest {
    private static final Path NAUGHTY = Path.of("../../shared/corpora/naughty-strings/blns.txt");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path root;

    private int pages;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "</style><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "[x](javascript:alert(1))",
                "javascript:alert(1)",
                "<!--",
                "]]>",
                "</td></tr></table>",
                "</title><base href=//evil.example>",
                "&lt;&#x3C;script&gt;",
                "a\u202ereversed\u2066 and \u200bhidden\u0000\u001b[31m",
                "line\nbreak\ttab"
            })
    void aHostileTextStaysText(String text) throws IOException {
        assertSameShape(text);
    }

    @Test
    void noneOfTheBigListOfNaughtyStringsChangesAPage() throws IOException {
        assumeTrue(
                Files.isRegularFile(NAUGHTY), NAUGHTY + " is not there: the big list of naughty strings is not tried");
        List<String> naughty = Files.readAllLines(NAUGHTY).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(naughty).hasSizeGreaterThan(400);

        Map<String, Set<String>> harmless = shape(page("harmless"));
        // Several on a page, as what takes time is not the strings.
        for (int i = 0; i < naughty.size(); i += 10) {
            String text = String.join(" ", naughty.subList(i, Math.min(naughty.size(), i + 10)));
            assertThat(shape(page(text))).describedAs(text).isEqualTo(harmless);
        }
    }

    @Test
    void whatCannotBeSeenIsShown() throws IOException {
        String page = page("a\u202eb\u200b").document();

        assertThat(page).contains("a\\u202eb\\u200b").doesNotContain("\u202e", "\u200b");
    }

    private void assertSameShape(String text) throws IOException {
        assertThat(shape(page(text))).describedAs(text).isEqualTo(shape(page("harmless")));
    }

    /** How often each element is there, and with which attributes; a comparison by words may mark more or less. */
    private static Map<String, Set<String>> shape(Page page) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Set<String>> shape = new TreeMap<>();
        for (Element element : Jsoup.parse(page.document()).getAllElements()) {
            String name = element.normalName();
            Set<String> attributes = shape.computeIfAbsent(name, each -> new TreeSet<>());
            element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
            if (!name.equals("ins") && !name.equals("del")) {
                counts.merge(name, 1, Integer::sum);
            }
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).startsWith("#");
            }
        }
        counts.forEach(
                (name, count) -> shape.getOrDefault(name, new TreeSet<>()).add("× " + count));
        return shape;
    }

    private Page page(String text) throws IOException {
        Path file = root.resolve("outputs-" + pages++ + ".jsonl");
        Files.writeString(
                file,
                JsonWriter.toLine(
                                Map.of("id", "1 " + text, "question " + beginning(text), text, "answer", "yes " + text))
                        + "\n");
        StoredRun earlier = run("previous" + pages, text, file);
        StoredRun later = run("current" + pages, text, file);
        DiffResult diff = new DiffResult(
                origin(earlier),
                origin(later),
                List.of(
                        row(text, Map.of(), true, Verdict.REGRESSED),
                        row(text + " 2", Map.of(), true, Verdict.INCONCLUSIVE),
                        row(text, Map.of("column " + text, text), false, Verdict.IMPROVED),
                        row(text + " 3", Map.of(), false, Verdict.NO_WORSE)));
        return RunReport.of(EvaluationRepository.open(root))
                .withAcceptingCommand("mvn " + text)
                .judged(Policy.BALANCED.judge(diff), later, new Baseline(earlier, earlier.current()));
    }

    /** Keys that are longer than any column's name are not looked for. */
    private static String beginning(String text) {
        int length = Math.min(40, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private StoredRun run(String folder, String text, Path inputs) throws IOException {
        Path at = Files.createDirectories(root.resolve("reports").resolve(folder));
        Meta meta = Meta.of(Map.of(
                Meta.MODEL,
                text,
                Meta.WARNINGS,
                List.of(text),
                Meta.INPUTS,
                List.of(Map.of(
                        "path", inputs.getFileName().toString(), "role", "output", "sha256", Digests.sha256(inputs)))));
        ResultSet.of(List.of(
                        new ResultItem(text, 0.5, null, 10L, meta),
                        new ResultItem(text + " 2", 0.5, null, 10L, Meta.EMPTY)))
                .write(at.resolve(StoredRun.CURRENT));
        RunManifest manifest = new RunManifest(
                text,
                text,
                text,
                NOON,
                NOON,
                1L,
                new RunManifest.Tool(text, text, text),
                new RunManifest.GitState(text, true),
                List.of(new IndicatorRun(text, text, IndicatorRun.Status.SKIPPED, text, Duration.ZERO)),
                null);
        return new StoredRun(at, text, text, new RunKey(text, text), NOON, manifest);
    }

    private static Origin origin(StoredRun run) {
        return new Origin(
                run.name(), run.id(), run.id(), run.key().model(), run.key().scenario(), null);
    }

    private static DiffRow row(String metric, Map<String, String> slice, boolean gating, Verdict verdict) {
        Observation was = new Observation(0.6, new Interval(0.5, 0.7), 10L, null);
        Observation is = new Observation(0.5, new Interval(0.4, 0.6), 10L, null);
        TestResult test = new TestResult(
                metric,
                metric,
                "difference",
                0.01,
                0.02,
                0.02,
                0.03,
                null,
                2,
                0,
                new Interval(-0.2, null),
                10L,
                null,
                null,
                null,
                0.5,
                null);
        Flips flips = new Flips(
                1, 1, List.of(new Flips.Flip("1 " + metric, 1, 0, false), new Flips.Flip("2 " + metric, 0, 1, true)));
        return new DiffRow(
                new ItemId(metric, metric, metric, metric, new TreeMap<>(slice)),
                gating,
                metric,
                Direction.HIGHER_IS_BETTER,
                was,
                is,
                new Change(-0.1, -16.7, 0.05, 0.05, true),
                test,
                verdict,
                List.of(Reason.of(Reason.Code.WORSE_THAN_TOLERATED, metric), Reason.of(Reason.Code.CAUTION, metric)),
                flips);
    }
}
