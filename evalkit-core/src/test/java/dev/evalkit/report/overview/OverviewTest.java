package dev.evalkit.report.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.report.html.Page;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    @TempDir
    private Path root;

    @Test
    void theIndexHasAllRunsTheNewestFirstWithOutcomesAndLinks() throws IOException {
        Path first = run("a", 1, 0.8, true);
        Path second = run("a", 2, 0.9, false);
        run("b", 3, 0.5, false);
        Files.writeString(first.resolve("report.html"), "");
        Files.writeString(
                second.resolve("diff.json"),
                "{\"schema_version\": 1, \"policy\": \"balanced\", \"outcome\": \"fail\", \"counts\": {\"regressed\": 2, \"improved\": 0}, "
                        + "\"rows\": [this is not read");
        Files.writeString(root.resolve("reports/broken_run_20261009T000000Z").resolve("run.json"), "{");

        Map<String, String> pages = pages();

        assertThat(pages.keySet()).containsExactly("trends-a_support.html", "models-support.html", "index.html");
        String index = pages.get("index.html");
        assertThat(index)
                .contains("<p>3 runs; 1 more cannot be read: run validate.</p>")
                .contains("<a href=\"./a_support_20261001T000000Z/report.html\">2026-10-01 00:00</a>")
                .contains("<span class=\"worse\">FAIL (balanced): 2 regressed</span>")
                .contains("<span class=\"open\">not judged</span>")
                .contains("<a href=\"models-support.html\">support: 2 models</a>")
                .contains("<a href=\"trends-a_support.html\">a · support</a>")
                .containsSubsequence("2026-10-03", "2026-10-02", "2026-10-01");
        assertThat(pages.get("models-support.html"))
                .contains("Of 1 indicator, 1 has a model that is proven best.")
                .contains("<span class=\"better\">best: each other one is proven to be worse</span>");
    }

    @Test
    void hostileNamesStayTextOnAllPages() throws IOException {
        String hostile = "<script>alert(1)</script>\"'`|](javascript:alert(1))\u202E";
        run(hostile, 1, 0.8, true);
        run(hostile, 2, 0.9, false);
        run("b", 3, 0.5, false);

        assertThat(pages().values())
                .noneMatch(page -> page.contains("<script>alert"))
                .noneMatch(page -> page.contains("href=\"javascript"))
                .noneMatch(page -> page.contains("\u202E"));
    }

    @Test
    void modulesLeadToTheirIndexAndTheirNewestRuns() throws IOException {
        run("a", 1, 0.8, true);
        run("a", 2, 0.9, false);
        RunStore store = RunStore.of(EvaluationRepository.open(root));
        Page page = ModulesPage.of(
                "All",
                root.resolve("target"),
                List.of(new ModulesPage.Module("first module", store.folder().resolve("index.html"), store.runs())));

        assertThat(page.document())
                .contains("<p>1 module, 2 runs. All runs and trends of a module:</p>")
                .contains("<a href=\"./../reports/index.html\">first module</a>")
                .contains("2026-10-02 00:00")
                .doesNotContain("2026-10-01 00:00");
    }

    private Map<String, String> pages() {
        EvaluationRepository repository = EvaluationRepository.open(root);
        RunStore store = RunStore.of(repository);
        Map<String, String> pages = new LinkedHashMap<>();
        Overview.of(repository, store).make("All", store.folder(), (name, page) -> pages.put(name, page.document()));
        return pages;
    }

    private Path run(String model, int day, double value, boolean isAccepted) throws IOException {
        Instant started = Instant.parse("2026-10-0" + day + "T00:00:00Z");
        String name = (model.length() > 9 ? "hostile" : model) + "_support_2026100" + day + "T000000Z";
        Path folder = Files.createDirectories(root.resolve("reports").resolve(name));
        Files.createDirectories(root.resolve("reports/broken_run_20261009T000000Z"));
        new RunManifest(
                        name,
                        model,
                        "support",
                        started,
                        started,
                        0L,
                        null,
                        null,
                        List.of(IndicatorRun.ok("accuracy", null, Duration.ZERO)),
                        isAccepted ? new Acceptance(started, "", List.of(), null, new TreeMap<>()) : null)
                .write(folder.resolve("run.json"));
        Meta meta = Meta.of(Map.of(Meta.HIGHER_IS_BETTER, true, Meta.UNIT, "ratio"));
        ResultSet.of(List.of(new ResultItem("accuracy", value, new Interval(value - 0.02, value + 0.02), 500L, meta)))
                .write(folder.resolve("current.json"));
        return folder;
    }
}
